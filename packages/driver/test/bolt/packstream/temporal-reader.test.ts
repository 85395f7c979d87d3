import { OffsetTime } from '@motif/core/offset-time'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { Structure } from '../../../src/bolt/packstream/structure.ts'
import { temporalReady } from '../../../src/temporal-library.ts'
import { bolt, packed, read, thrownBy, told } from './support.ts'

beforeAll(async () => temporalReady())

const structure = (letter: string, ...fields: unknown[]): unknown =>
  read(packed(new Structure(letter.charCodeAt(0), fields)))

const expectSame = (value: unknown, expected: unknown): void => expect(told(value)).toEqual(told(expected))

test('a date', () => {
  expectSame(structure('D', 0), Temporal.PlainDate.from('1970-01-01'))
  expectSame(structure('D', -1), Temporal.PlainDate.from('1969-12-31'))
  expectSame(structure('D', 18_263), Temporal.PlainDate.from('2020-01-02'))
  expectSame(structure('D', 100_000_000), Temporal.PlainDate.from('+275760-09-13'))
  expectSame(structure('D', -100_000_001), Temporal.PlainDate.from('-271821-04-19'))
})

test('times, to the nanosecond', () => {
  expectSame(structure('t', 0), Temporal.PlainTime.from('00:00'))
  expectSame(structure('t', 86_399_999_999_999), Temporal.PlainTime.from('23:59:59.999999999'))
  expectSame(structure('t', 36_672_123_456_789), Temporal.PlainTime.from('10:11:12.123456789'))
  expectSame(structure('T', 36_672_123_456_789, 3600), OffsetTime.from('10:11:12.123456789+01:00'))
  expectSame(structure('T', 0, -64_800), OffsetTime.from('00:00-18:00'))
  expectSame(structure('T', 0, 3601), OffsetTime.from('00:00+01:00:01'))
})

test('a local datetime', () => {
  expectSame(structure('d', 0, 0), Temporal.PlainDateTime.from('1970-01-01'))
  expectSame(structure('d', -1, 999_999_999), Temporal.PlainDateTime.from('1969-12-31T23:59:59.999999999'))
  expectSame(structure('d', 1_577_959_872, 123_456_789), Temporal.PlainDateTime.from('2020-01-02T10:11:12.123456789'))
})

describe('a datetime', () => {
  test('with an offset', () => {
    expectSame(
      structure('I', 4500, 42, 3600),
      Temporal.ZonedDateTime.from('1970-01-01T02:15:00.000000042+01:00[+01:00]'),
    )
    expectSame(structure('I', 0, 0, 0), Temporal.ZonedDateTime.from('1970-01-01T00:00+00:00[+00:00]'))
    expectSame(
      structure('I', -1, 5, -34_200),
      Temporal.ZonedDateTime.from('1969-12-31T14:29:59.000000005-09:30[-09:30]'),
    )
  })

  test('with a zone', () => {
    expectSame(
      structure('i', 4500, 42, 'Europe/Paris'),
      Temporal.ZonedDateTime.from('1970-01-01T02:15:00.000000042[Europe/Paris]'),
    )
    expectSame(structure('i', 0, 0, 'UTC'), Temporal.ZonedDateTime.from('1970-01-01T00:00[UTC]'))
    // Both hours of that night, which the clocks show twice.
    expectSame(
      structure('i', 1_667_088_000, 0, 'Europe/Paris'),
      Temporal.ZonedDateTime.from('2022-10-30T02:00+02:00[Europe/Paris]'),
    )
    expectSame(
      structure('i', 1_667_091_600, 0, 'Europe/Paris'),
      Temporal.ZonedDateTime.from('2022-10-30T02:00+01:00[Europe/Paris]'),
    )
    // Paris was 9 minutes and 21 seconds east of Greenwich until 1911.
    expectSame(
      structure('i', -2_500_000_000, 0, 'Europe/Paris'),
      new Temporal.ZonedDateTime(-2_500_000_000n * 10n ** 9n, 'Europe/Paris'),
    )
  })

  test('of Bolt 4.4, by the clock on the wall', () => {
    expectSame(
      structure('F', 8100, 42, 3600),
      Temporal.ZonedDateTime.from('1970-01-01T02:15:00.000000042+01:00[+01:00]'),
    )
    expectSame(
      structure('f', 8100, 42, 'Europe/Paris'),
      Temporal.ZonedDateTime.from('1970-01-01T02:15:00.000000042[Europe/Paris]'),
    )
    expectSame(structure('f', -86_400, 0, 'Asia/Tokyo'), Temporal.ZonedDateTime.from('1969-12-31T00:00[Asia/Tokyo]'))
    // 02:30 came twice that night.
    expectSame(
      structure('f', 1_667_097_000, 0, 'Europe/Paris'),
      Temporal.ZonedDateTime.from('2022-10-30T02:30+02:00[Europe/Paris]'),
    )
  })
})

describe('a duration', () => {
  test.each([
    [[0, 0, 0, 0], 'PT0S'],
    [[14, 3, 14_706, 700_000_000], 'P1Y2M3DT4H5M6.7S'],
    [[-14, -3, -14_707, 300_000_000], '-P1Y2M3DT4H5M6.7S'],
    [[0, 0, -1, 999_999_999], '-PT0.000000001S'],
    [[0, 0, 1, -1], 'PT0.999999999S'],
    [[0, 0, 0, 2_000_000_001], 'PT2.000000001S'],
    [[0, 0, 90_000, 0], 'PT25H'],
    [[13, 40, 0, 0], 'P1Y1M40D'],
  ])('%o is %s', (fields, text) => {
    const value = structure('E', ...fields)
    expectSame(value, Temporal.Duration.from(text))
    expect(value).toBeInstanceOf(Temporal.Duration)
  })

  test.each([
    [[1, -2, 10_800, 0], 'P1M-2DT3H', { months: 1, days: -2, hours: 3, sign: 1 }],
    [[-14, 1, 0, 0], 'P-1Y-2M1D', { years: -1, months: -2, days: 1, sign: -1 }],
    [[0, 1, -1, 500_000_000], 'P1DT-0.5S', { days: 1, seconds: 0, milliseconds: -500, sign: 1 }],
    [[0, 1, -3662, 0], 'P1DT-1H-1M-2S', { hours: -1, minutes: -1, seconds: -2 }],
    [[-1, 0, 0, 1_002_003], 'P-1MT0.001002003S', { milliseconds: 1, microseconds: 2, nanoseconds: 3 }],
    // Longer than Temporal allows.
    [[0, 0, 2n ** 62n, 1], 'PT1281023894007607H45M4.000000001S', { hours: 1_281_023_894_007_607, nanoseconds: 1 }],
    [[12 * 2 ** 40, 0, 0, 0], 'P1099511627776Y', { years: 2 ** 40 }],
  ])('that Temporal refuses, %o, is %s', (fields, text, members) => {
    const value = structure('E', ...fields) as Temporal.Duration
    expect(Object.prototype.toString.call(value)).toBe('[object Temporal.Duration]')
    expect(String(value)).toBe(text)
    expect(JSON.stringify({ value })).toBe(JSON.stringify({ value: text }))
    expect(value).toMatchObject(members)
    // Packed, it is what the server sent.
    expectSame(read(packed(value)), value)
  })
})

describe('what this runtime cannot hold', () => {
  const unreadable = (letter: string, ...fields: unknown[]): string => {
    const error = thrownBy(() => structure(letter, ...fields))
    expect(error).toMatchObject({ code: 'RESULT_SHAPE', retryable: false })
    expect(error.message).toContain('return toString(…) of it')
    return error.message
  }

  test('a zone it does not know', () => {
    for (const letter of ['i', 'f']) {
      expect(unreadable(letter, 0, 0, 'Europe/Neo4j')).toContain(
        "the zone 'Europe/Neo4j', which this runtime does not know",
      )
      expect(unreadable(letter, 0, 0, '')).toContain("the zone ''")
      expect(unreadable(letter, 0, 0, 'x'.repeat(5000)).length).toBeLessThan(300)
    }
  })

  test('an offset with seconds', () => expect(unreadable('I', 0, 0, 3601)).toContain('an offset with seconds'))

  test('years past those of Temporal', () => {
    const range = 'the years -271821 to 275760'
    expect(unreadable('D', 100_000_001)).toContain(range)
    expect(unreadable('D', -100_000_002)).toContain(range)
    expect(unreadable('D', 2n ** 63n - 1n)).toContain(range)
    expect(unreadable('d', 31_556_889_864_403_199n, 0)).toContain(range)
    for (const letter of ['I', 'F']) expect(unreadable(letter, 8_640_000_000_001, 0, 0)).toContain(range)
    expect(unreadable('i', -(2n ** 63n), 0, 'UTC')).toContain(range)
    expect(unreadable('f', 2n ** 60n, 0, 'UTC')).toContain(range)
  })

  test('a duration of more than a number counts', () => {
    expect(unreadable('E', 2n ** 62n, 0, 0, 0)).toContain('a duration')
    expect(unreadable('E', 0, 2n ** 53n, 0, 0)).toContain('a duration')
  })
})

test.each([
  ['t', [-1]],
  ['t', [86_400_000_000_000]],
  ['T', [86_400_000_000_000, 0]],
  ['T', [0, 86_400]],
  ['d', [0, -1]],
  ['d', [0, 1_000_000_000]],
  ['I', [0, 1_000_000_000, 0]],
  ['I', [0, 0, 86_400]],
  ['I', [0, 0, 2n ** 62n]],
  ['I', [0, 0, 'UTC']],
  ['i', [0, 0, 0]],
  ['f', [0, 2n ** 62n, 'UTC']],
  ['D', ['1970-01-01']],
  ['D', [0.5]],
  ['E', [0, 0, 0, null]],
  ['E', [0, 0, 0]],
])('%s of %o breaks the protocol', (letter, fields) => {
  expect(thrownBy(() => structure(letter, ...fields))).toMatchObject({ code: 'PROTOCOL', fault: 'engine' })
})

test('moments of either encoding are told apart by themselves, whatever the version', () => {
  const legacy = packed(new Structure(0x46, [3600, 0, 3600]))
  for (const version of ['4.4', '5.0', '6.1'])
    expectSame(read(legacy, bolt(version)), Temporal.ZonedDateTime.from('1970-01-01T01:00+01:00[+01:00]'))
})
