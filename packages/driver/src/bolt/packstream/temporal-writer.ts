import type { Duration, PlainDate, PlainDateTime, PlainTime, ZonedDateTime } from '@motif/core'
import { daysOf } from './civil-day.ts'
import { Structure } from './structure.ts'

/** A day may be told by another calendar than Cypher's. */
interface Dated extends Pick<PlainDate, 'year' | 'month' | 'day'> {
  readonly calendarId: string
  withCalendar(calendar: string): Dated
}
type Clock = Pick<PlainTime, 'hour' | 'minute' | 'second' | 'millisecond' | 'microsecond' | 'nanosecond'>
type Zoned = Pick<ZonedDateTime, 'epochNanoseconds' | 'timeZoneId'> & { readonly offsetNanoseconds: number }

/**
 * A TC39 Temporal object, the runtime's own or a polyfill's; `undefined` for any other object. Until Bolt 4.4, where
 * UTC was not agreed on, a moment is told by the clock on the wall.
 */
export const temporalOf = (value: object, utc: boolean): Structure | undefined => {
  switch ((value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]) {
    case 'Temporal.PlainDate':
      return new Structure(0x44, [dayIn(value as Dated & PlainDate)])
    case 'Temporal.PlainTime':
      return new Structure(0x74, [secondIn(value as PlainTime) * 1_000_000_000 + nanosecondIn(value as PlainTime)])
    case 'Temporal.PlainDateTime':
      return localOf(value as Dated & PlainDateTime)
    case 'Temporal.ZonedDateTime':
      return zonedOf(value as Zoned & ZonedDateTime, utc)
    case 'Temporal.Instant':
      return momentOf((value as Zoned & object).epochNanoseconds, 0, utc)
    case 'Temporal.Duration':
      return durationOf(value as Duration)
    default:
      return undefined
  }
}

const dayIn = (value: Dated): number => {
  const { year, month, day } = value.calendarId === 'iso8601' ? value : value.withCalendar('iso8601')
  return daysOf(year, month, day)
}

const secondIn = ({ hour, minute, second }: Clock): number => hour * 3600 + minute * 60 + second

const nanosecondIn = ({ millisecond, microsecond, nanosecond }: Clock): number =>
  millisecond * 1_000_000 + microsecond * 1000 + nanosecond

const localOf = (value: Dated & Clock): Structure =>
  new Structure(0x64, [dayIn(value) * 86_400 + secondIn(value), nanosecondIn(value)])

/** A zone with a name keeps it: Cypher tells a datetime in UTC from one at +00:00. */
const zonedOf = ({ epochNanoseconds, timeZoneId, offsetNanoseconds }: Zoned, utc: boolean): Structure => {
  const offset = Math.floor(offsetNanoseconds / 1_000_000_000)
  if (/^[+-]/.test(timeZoneId)) return momentOf(epochNanoseconds, offset, utc)
  const [seconds, nanoseconds] = secondsOf(epochNanoseconds)
  return utc
    ? new Structure(0x69, [seconds, nanoseconds, timeZoneId])
    : new Structure(0x66, [seconds + offset, nanoseconds, timeZoneId])
}

const momentOf = (epochNanoseconds: bigint, offset: number, utc: boolean): Structure => {
  const [seconds, nanoseconds] = secondsOf(epochNanoseconds)
  return utc
    ? new Structure(0x49, [seconds, nanoseconds, offset])
    : new Structure(0x46, [seconds + offset, nanoseconds, offset])
}

const durationOf = (value: Duration): Structure => {
  const hours = big(value.hours) * 3600n + big(value.minutes) * 60n + big(value.seconds)
  const below = big(value.milliseconds) * 1_000_000n + big(value.microseconds) * 1000n + big(value.nanoseconds)
  const total = hours * 1_000_000_000n + below
  const nanoseconds = floorMod(total)
  const months = big(value.years) * 12n + big(value.months)
  const days = big(value.weeks) * 7n + big(value.days)
  return new Structure(0x45, [months, days, (total - nanoseconds) / 1_000_000_000n, nanoseconds])
}

const secondsOf = (epochNanoseconds: bigint): [seconds: number, nanoseconds: number] => {
  const nanoseconds = floorMod(epochNanoseconds)
  return [Number((epochNanoseconds - nanoseconds) / 1_000_000_000n), Number(nanoseconds)]
}

/** Never below zero: a moment before 1970 is so many nanoseconds after a whole second. */
const floorMod = (nanoseconds: bigint): bigint => ((nanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n

const big = (part: number): bigint => BigInt(part)
