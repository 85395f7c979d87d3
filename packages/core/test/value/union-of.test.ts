import { expect, it } from 'vitest'
import { parsePropertySpec } from '../../src/schema/parse-property-spec.ts'
import { typeScriptOf } from '../../src/schema/type-script-of.ts'
import { intersectionOf } from '../../src/value/intersection-of.ts'
import { sameType } from '../../src/value/same-type.ts'
import { unionOf } from '../../src/value/union-of.ts'
import { neverType, nonNullOf, nullType } from '../../src/value/value-types.ts'

const type = parsePropertySpec

it.each([
  [['integer', 'integer'], 'integer'],
  [['integer', 'float'], 'number'],
  [['integer', 'string?'], 'integer|string?'],
  [['integer|string', 'string|boolean'], 'integer|string|boolean'],
  [['integer', 'any'], 'any'],
  [['date?'], 'date?'],
] as const)('%o together are %s', (parts, whole) => {
  expect(sameType(unionOf(parts.map(type)), type(whole))).toBe(true)
})

it('has null as nullability, and no member for nothing at all', () => {
  expect(unionOf([type('integer'), nullType])).toEqual({ kind: 'integer', nullable: true })
  expect(unionOf([nullType])).toBe(nullType)
  expect(unionOf([])).toBe(neverType)
  expect(nonNullOf(nullType)).toBe(neverType)
})

it.each([
  ['integer', 'any', 'integer'],
  ['integer?', 'integer', 'integer'],
  ['integer?', 'number?', 'integer?'],
  ['integer', 'float', 'number'],
  ['integer|string', 'string|boolean', 'string'],
  ['list<any>', 'list<integer>', 'list<integer>'],
])('%s and %s at once is %s', (a, b, both) => {
  expect(sameType(intersectionOf(type(a), type(b)), type(both))).toBe(true)
  expect(sameType(intersectionOf(type(b), type(a)), type(both))).toBe(true)
})

it('is nothing for types that exclude each other, and null where both may be null', () => {
  expect(intersectionOf(type('integer'), type('string'))).toBe(neverType)
  expect(intersectionOf(type('integer?'), type('string?'))).toBe(nullType)
})

it('joins the keys of maps, which are all there unless both are partial', () => {
  const map = (entries: Record<string, string>, partial?: true) => ({
    kind: 'map' as const,
    nullable: false,
    entries: Object.fromEntries(Object.entries(entries).map(([key, spec]) => [key, type(spec)])),
    ...(partial && { partial }),
  })
  expect(typeScriptOf(intersectionOf(map({ a: 'integer?', b: 'string' }), map({ a: 'integer', c: 'date' })))).toBe(
    '{ a: number; b: string; c: PlainDate }',
  )
  expect(typeScriptOf(intersectionOf(map({ a: 'integer' }, true), map({ b: 'integer' }, true)))).toBe(
    '{ a?: number; b?: number }',
  )
})
