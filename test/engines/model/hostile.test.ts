import { defineSchema, GraphError, type SchemaDescriptor } from '@motif/core'
import { models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has } from '../lacks.ts'
import { type LooseModel, looseModel } from './loose.ts'

interface Schema {
  nodes: {
    Note: { properties: { id: number; text: string }; in: {}; out: { NEXT: 'Note' } }
    'Odd Label': { properties: { id: number }; in: {}; out: {} }
    Way: { properties: { id: number }; in: {}; out: {} }
  }
  relationships: { NEXT: { from: 'Note'; to: 'Note'; properties: { why: string } } }
}

/** Words of Cypher and of the language, names that variables of a statement have, text that would end a string. */
const words = [
  'n',
  'r',
  'x',
  'n2',
  'count',
  'where',
  'limit',
  'null',
  'some',
  'label',
  "a' OR 1=1 //",
  'x}) DETACH DELETE n //',
  '$p1',
  'constructor',
  'toString',
  'hasOwnProperty',
]

const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  nodes: {
    Note: { key: ['id'], properties: { id: 'integer', text: 'string' } },
    'Odd Label': {
      key: ['id'],
      properties: { id: 'integer', ...Object.fromEntries(words.map((word) => [word, 'string?'])) },
    },
    Way: { key: ['id'], properties: { id: 'integer' } },
  },
  relationships: {
    NEXT: { from: ['Note'], to: ['Note'], properties: { why: 'string' } },
    ...Object.fromEntries(['n', 'r', 'x', 'k'].map((type) => [type, { from: ['Way'], to: ['Way'], properties: {} }])),
  },
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...words, "'", '"', '`', '\\', "\\'", '\u0000', '$p1', '{}', '/*', '\n', '%', '__proto__'),
)

/** Whether code points and UTF-16 put some texts of these characters in two orders. */
const ordersDiffer = (text: string): boolean => /[\u{10000}-\u{10ffff}]/u.test(text) && /[\ue000-\uffff]/.test(text)

describe.each(engines)('what nobody means well, on %s', (engine) => {
  let db: Database<Schema>
  let notes: LooseModel
  let odd: LooseModel
  beforeAll(async () => {
    db = await emptyGraph<Schema>(engine, { schema, extend: models<Schema>() })
    notes = looseModel(db, 'Note')
    odd = looseModel(db, 'Odd Label')
    const created = words.map((word) => `\`${word}\`: 'is ${word.length}'`).join(', ')
    const text: string = `CREATE (:\`Odd Label\` {id: 1, ${created}})`
    await db.cypher.as<never, {}>(text).execute()
  })
  afterAll(() => db.close())

  test('is a value as a value, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        await db.cypher.as<never>('MATCH (n:Note) DETACH DELETE n').execute()
        await db.cypher
          .as<never, { one: string; other: string }>(
            'CREATE (:Note {id: 1, text: $one})-[:NEXT {why: $other}]->(:Note {id: 2, text: $other})',
          )
          .execute({ one, other })
        const found = await notes.find({
          where: {
            text: { in: [one], contains: one, startsWith: one, endsWith: one },
            NEXT: { some: { text: other } },
          },
          select: { text: true, NEXT: { where: { $relationship: { why: other } }, relationship: true } },
        })
        expect(found).toEqual([{ text: one, NEXT: [{ id: 2, text: other, $relationship: { why: other } }] }])
        if (!has(engine, 'one order of texts') && ordersDiffer(one + other)) return
        const page = await notes.page({ orderBy: { text: 'desc' }, size: 1, select: { id: true } })
        const next = await notes.page({ orderBy: { text: 'desc' }, size: 1, select: { id: true }, after: page.after })
        expect([...page.rows, ...next.rows].map(({ id }) => String(id)).toSorted()).toEqual(['1', '2'])
      }),
      { numRuns: 50 },
    )
  })

  test.each(words)('is a name as a name: %s', async (word) => {
    const value = `is ${word.length}`
    expect(await odd.find({ select: { [word]: true }, orderBy: word, where: { [word]: value } })).toEqual([
      { [word]: value },
    ])
    expect(await odd.aggregate({ max: [word], by: [word] })).toEqual([{ [word]: value, max: { [word]: value } }])
    expect((await odd.page({ size: 1, orderBy: { [word]: 'desc' } })).rows).toMatchObject([{ [word]: value }])
  })

  test('is the name of a relation as a name', async () => {
    await db.cypher
      .as<never>('CREATE (a:Way {id: 1}), (a)-[:n]->(a), (a)-[:r]->(a), (a)-[:x]->(a), (a)-[:k]->(a)')
      .execute()
    const ways = looseModel(db, 'Way')
    const id = { select: { id: true } }
    const select = { n: { select: { n: id } }, r: id, x: { ...id, relationship: true }, k: { count: true } }
    const one = { n: [{ n: [{ id: 1 }] }], r: [{ id: 1 }], x: [{ id: 1, $relationship: {} }], k: 1 }
    expect(await ways.find({ select, orderBy: 'id' })).toEqual([one])
    expect(await ways.find({ select, orderBy: 'id', limit: 2 })).toEqual([one])
    expect((await ways.page({ select, size: 1 })).rows).toEqual([one])
    expect(await ways.getMany([1, 2], { select })).toEqual([one, undefined])
  })

  test('is refused as a name that is not there, before anything is sent', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        fc.pre(!['id', 'text', 'NEXT', '<NEXT', 'and', 'or', 'not', '$relationship'].includes(name))
        const named = JSON.parse(`{${JSON.stringify(name)}: true}`) as object
        for (const options of [{ where: named }, { select: named }, { include: named }, { orderBy: name }]) {
          const error: unknown = await notes.find(options).catch((reason: unknown) => reason)
          expect(error).toBeInstanceOf(GraphError)
          expect(error).toMatchObject({ code: 'USAGE', outcome: 'not sent' })
        }
      }),
      { numRuns: 100 },
    )
  })

  test('is refused as a cursor', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.jsonValue(), async (given, value) => {
        const forged = Buffer.from(JSON.stringify(['Note +id', value])).toString('base64url')
        const whole = Buffer.from(JSON.stringify(['Note +id', { integer: `x${given}` }])).toString('base64url')
        await expect(notes.page({ size: 1, after: given })).rejects.toMatchObject({ code: 'USAGE' })
        await expect(notes.page({ size: 1, after: whole })).rejects.toMatchObject({ code: 'USAGE' })
        // One that could be: whatever it holds is a value, and never more than one.
        const page = await notes.page({ size: 1, after: forged }).catch((reason: unknown) => reason)
        if (page instanceof Error) expect(page).toMatchObject({ code: 'USAGE' })
        else expect(Object.keys(page as object)).toEqual(['rows', 'after', 'before'])
      }),
      { numRuns: 100 },
    )
  })
})
