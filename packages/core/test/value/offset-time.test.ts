import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isOffsetTime } from '../../src/value/is-offset-time.ts'
import { OffsetTime } from '../../src/value/offset-time.ts'

it.each([
  ['12:30:00.5+01:00', '12:30:00.5+01:00'],
  ['12:30Z', '12:30:00+00:00'],
  ['00:00:00.000000001-05:30', '00:00:00.000000001-05:30'],
  ['23:59:59.999999999+0100', '23:59:59.999999999+01:00'],
  ['10:00+00:00:30', '10:00:00+00:00:30'],
])('reads %s and writes %s', (text, written) => {
  expect(OffsetTime.from(text).toString()).toBe(written)
})

it('has the parts by the names that Temporal gives them', () => {
  const { hour, minute, second, millisecond, microsecond, nanosecond, offsetSeconds } =
    OffsetTime.from('01:02:03.004005006-00:30')
  expect({ hour, minute, second, millisecond, microsecond, nanosecond, offsetSeconds }).toEqual({
    hour: 1,
    minute: 2,
    second: 3,
    millisecond: 4,
    microsecond: 5,
    nanosecond: 6,
    offsetSeconds: -1800,
  })
})

it.each(['12:30', '24:00Z', '12:60Z', '12:00:60Z', 'noon', '12:00+1', '12:00:00.1234567890Z'])('refuses %s', (text) => {
  expect(() => OffsetTime.from(text)).toThrow('a time')
})

it('keeps every nanosecond and offset', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 86_399_999_999_999n }),
      fc.integer({ min: -86_399, max: 86_399 }),
      (nanoseconds, offset) => {
        const time = new OffsetTime(nanoseconds, offset)
        const again = OffsetTime.from(time.toString())
        expect([again.nanosecondsOfDay, again.offsetSeconds]).toEqual([nanoseconds, offset])
        expect(again.equals(time)).toBe(true)
      },
    ),
  )
})

it('refuses what is no time of day', () => {
  expect(() => new OffsetTime(-1n, 0)).toThrow('between 0 and 24 hours')
  expect(() => new OffsetTime(86_400_000_000_000n, 0)).toThrow('between 0 and 24 hours')
  expect(() => new OffsetTime(0n, 86_400)).toThrow('between 0 and 24 hours')
})

it('is known for what it is', () => {
  expect([OffsetTime.from('12:00Z'), '12:00Z', null, {}].map(isOffsetTime)).toEqual([true, false, false, false])
})
