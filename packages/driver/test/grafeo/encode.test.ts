import { float, GraphError, type ValueType } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { encodeParams } from '../../src/grafeo/encode.ts'
import { typeOf } from '../support.ts'

const encode = (value: unknown, type?: ValueType['kind'] | ValueType): unknown =>
  encodeParams({ p: value }, type === undefined ? [] : [{ name: 'p', type: typeOf(type) }])['p']

const refusal = (value: unknown, type?: ValueType['kind'] | ValueType): string => {
  try {
    encode(value, type)
  } catch (error) {
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({ code: 'PARAMETER', outcome: 'not sent' })
    return (error as Error).message
  }
  throw new Error('it should have been refused')
}

test('values the engine takes as they are stay the same objects', () => {
  const params = { rows: [{ id: 1, tags: ['a', null], big: 2n ** 62n }], ok: true, bytes: new Uint8Array([1]) }
  expect(encodeParams(params, [])).toBe(params)
})

test("the caller's own values are not changed", () => {
  const inner = { at: Temporal.PlainDate.from('2020-01-02') }
  const params = { rows: [inner, { at: null }] }
  expect(encodeParams(params, [])).toEqual({ rows: [{ at: { $date: '2020-01-02' } }, { at: null }] })
  expect(params.rows[0]).toBe(inner)
  expect(inner.at).toBeInstanceOf(Temporal.PlainDate)
})

describe('temporal values', () => {
  test.each([
    [Temporal.PlainDate.from('2020-01-02'), { $date: '2020-01-02' }],
    [Temporal.PlainDate.from('+012020-01-02'), { $date: '12020-01-02' }],
    [Temporal.PlainDate.from('-000044-03-15'), { $date: '-0044-03-15' }],
    [Temporal.PlainTime.from('10:11:12.123456789'), { $time: '10:11:12.123456789' }],
    [OffsetTime.from('10:11:12.5+01:00'), { $time: '10:11:12.5+01:00' }],
    [Temporal.PlainDateTime.from('1970-01-01T00:00:00.000001'), { $timestamp_us: 1n }],
    [Temporal.PlainDateTime.from('1969-12-31T23:59:59.999999'), { $timestamp_us: -1n }],
    [
      Temporal.ZonedDateTime.from('2020-01-02T10:11:12.5+02:00[+02:00]'),
      { $zoned_datetime: '2020-01-02T10:11:12.5+02:00' },
    ],
    [Temporal.ZonedDateTime.from('2020-01-02T10:11:12Z[UTC]'), { $zoned_datetime: '2020-01-02T10:11:12+00:00' }],
    [Temporal.Duration.from('P1Y2M3W4DT5H6M7.5S'), { $duration: 'P14M25DT18367.500000000S' }],
    [Temporal.Duration.from('-PT0.000000001S'), { $duration: '-P0M0DT0.000000001S' }],
  ])('%s', (value, sent) => expect(encode(value)).toEqual(sent))

  test('a JS Date is an instant, or what the query wants of it', () => {
    const date = new Date('2020-01-02T23:11:12.345Z')
    expect(encode(date)).toEqual({ $zoned_datetime: '2020-01-02T23:11:12.345+00:00' })
    expect(encode(date, 'dateTime')).toEqual({ $zoned_datetime: '2020-01-02T23:11:12.345+00:00' })
    expect(encode(date, 'date')).toEqual({ $date: '2020-01-02' })
    expect(encode(date, 'localDateTime')).toEqual({ $timestamp_us: 1578006672345000n })
    expect(encode([date], { kind: 'list', of: typeOf('date'), nullable: false })).toEqual([{ $date: '2020-01-02' }])
  })

  test('what the engine would lose is refused', () => {
    expect(refusal(Temporal.ZonedDateTime.from('2020-01-02T10:11:12+01:00[Europe/Paris]'))).toContain(
      'zone with a name',
    )
    expect(refusal(Temporal.PlainDateTime.from('2020-01-02T10:11:12.000000001'))).toContain('keeps microseconds')
    expect(refusal(Temporal.Duration.from({ hours: 3_000_000 }))).toContain('292 years')
    expect(refusal(new Date(Number.NaN))).toContain('invalid Date')
  })
})

describe('refused, with the place and without the value', () => {
  test.each([
    [undefined, '$p is undefined: leave it out, or give null'],
    [[1, undefined], '$p[1] is undefined: leave it out, or give null'],
    [{ a: [{ b: () => 1 }] }, '$p.a[0].b is a function, which cannot be sent'],
    [Symbol('x'), '$p is a symbol, which cannot be sent'],
    [new Map(), '$p is a Map, which this engine cannot take: give a plain value'],
    [new Set(), '$p is a Set, which this engine cannot take: give a plain value'],
    [new Float32Array(1), '$p is a Float32Array, which this engine cannot take: give a plain value'],
    [2n ** 63n, '$p is past the 64 bits of an integer'],
    ['a\ud800', '$p holds half of a surrogate pair, which UTF-8 cannot carry'],
    [{ $date: 'x' }, '$p has the key $date, which this engine takes for something else'],
    [JSON.parse('{"__proto__": 1}'), '$p has the key __proto__, which this engine takes for something else'],
    [{ termType: 'Literal', value: 'x' }, '$p looks like an RDF term, which this engine takes for something else'],
  ])('%o', (value, message) => expect(refusal(value)).toBe(message))

  test('a value that contains itself', () => {
    const loop: unknown[] = []
    loop.push(loop)
    expect(refusal(loop)).toMatch(/is nested too deeply, or contains itself$/)
  })
})

test('a whole float is sent only where the query makes a float of it', () => {
  expect(encode(float(1.5))).toBe(1.5)
  expect(encode(float(2), 'float')).toBe(2)
  expect(refusal(float(2))).toContain('toFloat($…)')
})
