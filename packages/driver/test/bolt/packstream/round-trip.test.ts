import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { temporalReady } from '../../../src/temporal-library.ts'
import { anyValue } from './any-value.ts'
import { bolt, packed, patched, read, readerOf, told } from './support.ts'

beforeAll(async () => temporalReady())

test('any value comes back equal', () =>
  fc.assert(
    fc.property(anyValue, (value) => {
      const bytes = packed(value)
      expect(told(read(bytes))).toEqual(told(value))
      const reader = readerOf(bytes)
      reader.skip()
      expect(reader.atEnd).toBe(true)
    }),
    { numRuns: 300 },
  ))

test('any moment comes back equal by every encoding', () =>
  fc.assert(
    fc.property(
      // An hour that comes twice, or never, is not told apart by the clock on the wall.
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 19n }),
      fc.constantFrom('UTC', '+00:00', '-09:30', '+14:00', 'Asia/Tokyo', 'Asia/Kolkata'),
      fc.constantFrom(bolt('4.4'), patched, bolt('5.0'), bolt('6.1')),
      (at, zone, features) => {
        const value = new Temporal.ZonedDateTime(at, zone)
        expect(told(read(packed(value, features), features))).toEqual(told(value))
      },
    ),
  ))

test('any duration comes back with as many months, days and nanoseconds', () =>
  fc.assert(
    fc.property(
      fc.record({
        years: fc.nat(100_000),
        months: fc.nat(100_000),
        weeks: fc.nat(100_000),
        days: fc.nat(100_000),
        hours: fc.nat(100_000_000),
        minutes: fc.nat(100_000_000),
        seconds: fc.nat(4_000_000_000),
        milliseconds: fc.nat(4_000_000_000),
        microseconds: fc.nat(4_000_000_000),
        nanoseconds: fc.nat(4_000_000_000),
      }),
      fc.boolean(),
      (fields, negative) => {
        const given = negative ? Temporal.Duration.from(fields).negated() : Temporal.Duration.from(fields)
        const back = read(packed(given)) as Temporal.Duration
        const months = ({ years, months: rest }: Temporal.Duration): number => years * 12 + rest
        const days = ({ weeks, days: rest }: Temporal.Duration): number => weeks * 7 + rest
        const below = (value: Temporal.Duration): string =>
          Temporal.Duration.from({
            hours: value.hours,
            minutes: value.minutes,
            seconds: value.seconds,
            milliseconds: value.milliseconds,
            microseconds: value.microseconds,
            nanoseconds: value.nanoseconds,
          })
            .round({ largestUnit: 'hours' })
            .toString()
        expect([months(back), days(back), below(back)]).toEqual([months(given), days(given), below(given)])
      },
    ),
  ))
