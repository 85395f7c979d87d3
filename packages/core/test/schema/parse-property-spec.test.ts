import { expect, it } from 'vitest'
import { GraphError } from '../../src/error/graph-error.ts'
import { parsePropertySpec } from '../../src/schema/parse-property-spec.ts'
import { type TemporalPolicy, typeScriptOf } from '../../src/schema/type-script-of.ts'

it.each([
  ['integer', 'number'],
  ['integer?', 'number | null'],
  ['bigint', 'bigint'],
  ['list<integer>', 'number[]'],
  ['list<integer|string>?', '(number | string)[] | null'],
  ['list<list<date>>', 'PlainDate[][]'],
  ['list<integer?>', '(number | null)[]'],
  ['integer|string?', 'number | string | null'],
  ['integer|float', 'number'],
  [' integer | list<string> ', 'number | string[]'],
  ['any', 'unknown'],
  ['list<any>', 'unknown[]'],
  ['bytes', 'Uint8Array'],
  ['point', 'Point'],
])('%s is %s', (spec, text) => {
  expect(typeScriptOf(parsePropertySpec(spec))).toBe(text)
})

it.each<[TemporalPolicy, string]>([
  ['temporal', 'PlainDate, OffsetTime, PlainTime, ZonedDateTime, PlainDateTime, Duration'],
  ['date', 'Date, string, string, Date, Date, string'],
  ['string', 'string, string, string, string, string, string'],
])('reads temporal values by the policy %s', (temporal, texts) => {
  const schema = { nodes: {}, relationships: {}, temporal }
  const specs = ['date', 'time', 'localTime', 'dateTime', 'localDateTime', 'duration']
  expect(specs.map((spec) => typeScriptOf(parsePropertySpec(spec), schema)).join(', ')).toBe(texts)
})

it.each(['', 'int', 'list<integer', 'integer|', 'list<>', 'toString'])('refuses %j', (spec) => {
  expect(() => parsePropertySpec(spec)).toThrow(GraphError)
})

it('gives the same type for the same words', () => {
  expect(parsePropertySpec('list<date>')).toBe(parsePropertySpec('list<date>'))
})
