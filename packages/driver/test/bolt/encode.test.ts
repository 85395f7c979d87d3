import { float, isFloat, type QueryParameter, type ValueType } from '@motif/core'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { encodeParams } from '../../src/bolt/encode.ts'
import { typeOf } from '../support.ts'
import { packed } from './packstream/support.ts'

const date = new Date('2020-01-02T23:11:12.345Z')

const encode = (value: unknown, type?: ValueType['kind'] | ValueType): unknown =>
  encodeParams({ p: value }, type === undefined ? [] : [{ name: 'p', type: typeOf(type) }])['p']

/** The bytes of a value as its type wants it. */
const bytes = (value: unknown, type?: ValueType['kind'] | ValueType): string =>
  packed(encode(value, type)).toString('hex')

test('values whose types ask for nothing stay the same objects', () => {
  const params = { rows: [{ id: 1 }], date, x: 1.5, name: 'a' }
  const types: QueryParameter[] = [
    { name: 'rows', type: typeOf({ kind: 'list', of: typeOf('any'), nullable: false }) },
    { name: 'date', type: typeOf('dateTime') },
    { name: 'x', type: typeOf('float') },
    { name: 'absent', type: typeOf('float') },
    { name: 'name', type: typeOf('date') },
  ]
  expect(encodeParams(params, types)).toBe(params)
  expect(encodeParams(params, [])).toBe(params)
})

describe('a whole number', () => {
  test('is a float where the query wants one', () => {
    expect(encode(2, 'float')).toEqual(float(2))
    expect(isFloat(encode(-0, 'float'))).toBe(true)
    expect(bytes(2, 'float')).toBe(packed(float(2)).toString('hex'))
  })

  test.each(['integer', 'number', 'bigint', 'any'] as const)('stays an integer for %s', (kind) => {
    expect(encode(2, kind)).toBe(2)
  })

  test('what is no number stays what it is', () => {
    for (const value of [null, 'a', 2n, 2.5, Number.NaN, [2]]) expect(encode(value, 'float')).toBe(value)
  })
})

describe('a JS Date is a moment, or what the query wants of it', () => {
  test.each([
    [undefined, packed(Temporal.ZonedDateTime.from('2020-01-02T23:11:12.345+00:00[+00:00]'))],
    ['dateTime', packed(Temporal.ZonedDateTime.from('2020-01-02T23:11:12.345+00:00[+00:00]'))],
    ['date', packed(Temporal.PlainDate.from('2020-01-02'))],
    ['localDateTime', packed(Temporal.PlainDateTime.from('2020-01-02T23:11:12.345'))],
  ] as const)('%s', (kind, expected) => expect(bytes(date, kind)).toBe(expected.toString('hex')))

  test('before 1970 too', () => {
    expect(bytes(new Date(-1), 'date')).toBe(packed(Temporal.PlainDate.from('1969-12-31')).toString('hex'))
    expect(bytes(new Date(-1), 'localDateTime')).toBe(
      packed(Temporal.PlainDateTime.from('1969-12-31T23:59:59.999')).toString('hex'),
    )
  })

  test('one that is no moment is left to be refused', () => {
    const invalid = new Date(Number.NaN)
    expect(encode(invalid, 'date')).toBe(invalid)
    expect(encode(invalid, 'localDateTime')).toBe(invalid)
  })
})

describe('inside lists and maps', () => {
  const list = (of: ValueType): ValueType => ({ kind: 'list', of, nullable: false })
  const rows = list({ kind: 'map', entries: { x: typeOf('float'), day: typeOf('date') }, nullable: false })

  test('what has to change is changed in a copy, the rest shared', () => {
    const [first, second] = [
      { x: 1.5, day: null, other: [1] },
      { x: 1, day: date },
    ]
    const given = [first, second]
    const encoded = encode(given, rows) as typeof given
    expect(encoded[0]).toBe(first)
    expect(encoded[1]).not.toBe(second)
    expect(encoded[1]?.x).toEqual(float(1))
    expect(given).toEqual([first, second])
    expect(second).toEqual({ x: 1, day: date })
  })

  test('what is no list or no map, or lacks a key, is left alone', () => {
    for (const value of [null, 7, { x: 1 }, [null, 7, {}, new Map()]]) expect(encode(value, rows)).toBe(value)
  })

  test('a key or a parameter is found by its own name alone', () => {
    const entries = JSON.parse('{"__proto__": {"kind": "float", "nullable": false}}') as Record<string, ValueType>
    const map: ValueType = { kind: 'map', entries, nullable: false }
    const given = JSON.parse('{"__proto__": 1, "a": 2}') as object
    const encoded = encode(given, map) as object
    expect(Object.entries(encoded)).toEqual([
      ['__proto__', float(1)],
      ['a', 2],
    ])
    expect(encode({ a: 2 }, map)).toEqual({ a: 2 })
  })
})

test('the types of a query are looked at once', () => {
  let looks = 0
  const type: ValueType = {
    get kind() {
      looks++
      return 'float' as const
    },
    nullable: false,
  }
  const types = [{ name: 'p', type }]
  for (let times = 0; times < 10; times++) expect(encodeParams({ p: 1 }, types)).toEqual({ p: float(1) })
  expect(looks).toBe(1)
})
