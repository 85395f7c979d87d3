import { defineSchema, type SchemaDescriptor } from '@motif/core'
import { models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { type LooseModel, looseModel } from './loose.ts'

interface Schema {
  nodes: {
    Person: {
      properties: { id: number; age: number | null; name: string | null; tags: string[] | null }
      in: { KNOWS: 'Person' }
      out: { KNOWS: 'Person' }
    }
  }
  relationships: { KNOWS: { from: 'Person'; to: 'Person'; properties: { since: number | null } } }
}

const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  nodes: {
    Person: { key: ['id'], properties: { id: 'integer', age: 'integer?', name: 'string?', tags: 'list<string>?' } },
  },
  relationships: { KNOWS: { from: ['Person'], to: ['Person'], properties: { since: 'integer?' } } },
})

interface Person {
  readonly id: number
  readonly age: number | null
  readonly name: string | null
  readonly tags: readonly string[] | null
}
interface Knows {
  readonly from: number
  readonly to: number
  readonly since: number | null
}

const names = ['ada', 'Bob', 'bo', '']
const tags = ['x', 'y', 'z']
const people: readonly Person[] = [
  { id: 0, age: 1, name: 'ada', tags: ['x', 'y'] },
  { id: 1, age: 2, name: 'Bob', tags: [] },
  { id: 2, age: null, name: 'bo', tags: ['z'] },
  { id: 3, age: 3, name: null, tags: null },
  { id: 4, age: null, name: '', tags: ['y'] },
]
const known: readonly Knows[] = [
  { from: 0, to: 1, since: 1 },
  { from: 0, to: 2, since: null },
  { from: 1, to: 3, since: 2 },
  { from: 2, to: 0, since: 3 },
  { from: 2, to: 4, since: 1 },
  { from: 4, to: 4, since: 2 },
]

/** True, false, or not known. */
type Truth = boolean | null
type Place = { readonly person: Person; readonly knows?: Knows }
/** A condition, and what it means, told apart from how it is written. */
interface Case {
  readonly where: Readonly<Record<string, unknown>>
  readonly holds: (place: Place) => Truth
}

const all = (parts: readonly Truth[]): Truth => (parts.includes(false) ? false : parts.includes(null) ? null : true)
const any = (parts: readonly Truth[]): Truth => (parts.includes(true) ? true : parts.includes(null) ? null : false)
const not = (part: Truth): Truth => (part === null ? null : !part)

const compared =
  <T>(read: (place: Place) => T | null, test: (value: T) => boolean) =>
  (place: Place): Truth => {
    const value = read(place)
    return value === null ? null : test(value)
  }

const number = fc.integer({ min: 0, max: 4 })
const one = (where: Case['where'], holds: Case['holds']): Case => ({ where, holds })

const age = fc.oneof(
  number.map((n) =>
    one(
      { age: n },
      compared(
        ({ person }) => person.age,
        (x) => x === n,
      ),
    ),
  ),
  number.map((n) =>
    one(
      { age: { gt: n } },
      compared(
        ({ person }) => person.age,
        (x) => x > n,
      ),
    ),
  ),
  number.map((n) =>
    one(
      { age: { lte: n } },
      compared(
        ({ person }) => person.age,
        (x) => x <= n,
      ),
    ),
  ),
  number.map((n) =>
    one(
      { age: { ne: n } },
      compared(
        ({ person }) => person.age,
        (x) => x !== n,
      ),
    ),
  ),
  fc
    .array(number, { maxLength: 3 })
    .map((list) =>
      one({ age: { notIn: list } }, ({ person }) =>
        list.length === 0 ? true : person.age === null ? null : !list.includes(person.age),
      ),
    ),
  fc
    .array(number, { maxLength: 3 })
    .map((list) =>
      one({ age: { in: list } }, ({ person }) =>
        list.length === 0 ? false : person.age === null ? null : list.includes(person.age),
      ),
    ),
  fc.constant(one({ age: null }, ({ person }) => person.age === null)),
  fc.constant(one({ age: { ne: null } }, ({ person }) => person.age !== null)),
)
const name = fc.constantFrom(...names).chain((text) =>
  fc.constantFrom(
    one(
      { name: { contains: text } },
      compared(
        ({ person }) => person.name,
        (x) => x.includes(text),
      ),
    ),
    one({ name: { startsWith: text, ne: null } }, ({ person }) => person.name?.startsWith(text) ?? false),
    one(
      { name: { eq: text, insensitive: true } },
      compared(
        ({ person }) => person.name,
        (x) => x.toLowerCase() === text.toLowerCase(),
      ),
    ),
  ),
)
const list = fc.uniqueArray(fc.constantFrom(...tags)).chain((some) =>
  fc.constantFrom(
    one(
      { tags: { hasSome: some } },
      compared(
        ({ person }) => person.tags,
        (x) => some.some((tag) => x.includes(tag)),
      ),
    ),
    one(
      { tags: { isEmpty: true } },
      compared(
        ({ person }) => person.tags,
        (x) => x.length === 0,
      ),
    ),
    one(
      { tags: { has: 'y' } },
      compared(
        ({ person }) => person.tags,
        (x) => x.includes('y'),
      ),
    ),
  ),
)
const ofRelationship = number.map((n) =>
  one(
    { $relationship: { since: { gte: n } } },
    compared(
      ({ knows }) => knows?.since ?? null,
      (x) => x >= n,
    ),
  ),
)

const across = (place: Place, way: 'KNOWS' | '<KNOWS'): readonly Place[] =>
  known
    .filter(({ from, to }) => (way === 'KNOWS' ? from : to) === place.person.id)
    .map((knows) => ({ person: people[way === 'KNOWS' ? knows.to : knows.from] as Person, knows })) // all are there

const through = (way: 'KNOWS' | '<KNOWS', inner: Case): fc.Arbitrary<Case> => {
  const holding = (place: Place): readonly boolean[] => across(place, way).map((each) => inner.holds(each) === true)
  return fc.constantFrom(
    one({ [way]: { some: inner.where } }, (place) => holding(place).includes(true)),
    one({ [way]: { every: inner.where } }, (place) => !holding(place).includes(false)),
    one({ [way]: { none: inner.where } }, (place) => !holding(place).includes(true)),
  )
}

/** Conditions of any depth; those across a relation may ask for the relationship. */
const condition = (depth: number, related: boolean): fc.Arbitrary<Case> => {
  const leaves = related ? fc.oneof(age, name, list, ofRelationship) : fc.oneof(age, name, list)
  if (depth === 0) return leaves
  const inner = condition(depth - 1, related)
  const several = fc.array(inner, { maxLength: 3 })
  return fc.oneof(
    leaves,
    several.map((parts) =>
      one({ and: parts.map(({ where }) => where) }, (at) => all(parts.map(({ holds }) => holds(at)))),
    ),
    several.map((parts) =>
      one({ or: parts.map(({ where }) => where) }, (at) => any(parts.map(({ holds }) => holds(at)))),
    ),
    inner.map(({ where, holds }) => one({ not: where }, (at) => not(holds(at)))),
    fc
      .tuple(fc.constantFrom('KNOWS' as const, '<KNOWS' as const), condition(depth - 1, true))
      .chain(([way, far]) => through(way, far)),
  )
}

describe.each(engines)('conditions on %s', (engine) => {
  let db: Database<Schema>
  let model: LooseModel
  beforeAll(async () => {
    db = await emptyGraph(engine, { schema, extend: models<Schema>() })
    model = looseModel(db, 'Person')
    for (const { id, age, name, tags } of people)
      await db.cypher
        .as<never, Person>('CREATE (n:Person {id: $id}) SET n.age = $age, n.name = $name, n.tags = $tags')
        .execute({ id, age, name, tags })
    for (const each of known)
      await db.cypher
        .as<never, Knows>(
          'MATCH (a:Person {id: $from}), (b:Person {id: $to}) CREATE (a)-[r:KNOWS]->(b) SET r.since = $since',
        )
        .execute(each)
  })
  afterAll(() => db.close())

  test('find what they mean, however they are nested', async () => {
    await fc.assert(
      fc.asyncProperty(condition(3, false), async ({ where, holds }) => {
        const found = await model.find({ where, select: { id: true }, orderBy: 'id' })
        expect(found.map(({ id }) => id)).toEqual(
          people.filter((person) => holds({ person }) === true).map(({ id }) => id),
        )
      }),
      { numRuns: 150 },
    )
  })
})
