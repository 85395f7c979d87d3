import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bind } from '../../src/compile/bind.ts'
import { compile } from '../../src/compile/compile.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { GraphError } from '../../src/error/graph-error.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { binary, property, value, where } from './tree.ts'

const query = compile(
  [
    ...parseClause('match', '(u:User {id: $id})'),
    where(binary('>', property('u', 'age'), value(18))),
    ...parseClause('return', 'u'),
    ...parseClause('limit', '$n'),
  ],
  { dialect: neo4j },
)

it('puts named and inline values together', () => {
  expect(bind(query, { id: 1, n: 2 })).toEqual({ id: 1, n: 2, p1: 18 })
})

it('leaves what was given alone, and is not changed by it later', () => {
  const given = { id: 1, n: 2 }
  const bound = bind(query, given)
  given.id = 3
  expect(bound['id']).toBe(1)
  expect(Object.keys(given)).toEqual(['id', 'n'])
})

it('says everything that is missing or unknown at once', () => {
  expect(() => bind(query, { nn: 1 })).toThrow(
    'parameters do not fit the query: missing: $id, $n; not in the query: $nn',
  )
  expect(() => bind(query)).toThrow('missing: $id, $n')
})

it('takes names that another form of the query uses', () => {
  expect(bind(query, { id: 1, n: 2, age: 3 }, new Set(['age']))).toEqual({ id: 1, n: 2, p1: 18 })
  expect(() => bind(query, { id: 1, n: 2, agee: 3 }, new Set(['age']))).toThrow('$agee')
})

it('does not take an inherited name for a given one', () => {
  const odd = compile([...parseClause('match', '(u {x: $toString})'), ...parseClause('return', 'u')], {
    dialect: neo4j,
  })
  expect(() => bind(odd, {})).toThrow('missing: $toString')
})

it.each([
  [undefined, 'undefined is no value'],
  [() => 1, 'function'],
  [Symbol('s'), 'symbol'],
  [new Map(), 'Object.fromEntries'],
  [new Set(), '[...set]'],
  [Promise.resolve(1), 'await it'],
  [[{ a: undefined }], '$id[0].a is undefined'],
])('refuses %o', (given, words) => {
  expect(() => bind(query, { id: given, n: 1 })).toThrow(words)
  expect(() => bind(query, { id: given, n: 1 })).toThrow(GraphError)
})

it('refuses a value that holds itself', () => {
  const loop: unknown[] = []
  loop.push(loop)
  expect(() => bind(query, { id: loop, n: 1 })).toThrow('holds itself')
})

it('takes lists and maps within one another, up to 100 of them', () => {
  const within = (levels: number, value: unknown): unknown =>
    levels === 0 ? value : levels % 2 === 0 ? [within(levels - 1, value)] : { a: within(levels - 1, value) }
  const deep = within(101, new Date(0))
  expect(bind(query, { id: deep, n: 1 })['id']).toBe(deep)
  expect(() => bind(query, { id: within(102, 1), n: 1 })).toThrow('is nested deeper than 100 levels')
  expect(() => bind(query, { id: within(101, new Map()), n: 1 })).toThrow('is a Map')
})

it('says nothing of the values', () => {
  const secret = { hunter2: new Map([['hunter3', 1]]) }
  expect(() => bind(query, { id: secret, n: 1 })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('hunter3') }),
  )
})

it('gives back whatever was given', () => {
  const plain = fc.oneof(
    fc.string(),
    fc.bigInt(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.date(),
    fc.uint8Array(),
    fc.jsonValue(),
  )
  fc.assert(fc.property(plain, (id) => Object.is(bind(query, { id, n: 1 })['id'], id)))
})
