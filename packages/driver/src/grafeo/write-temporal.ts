import type { Duration, PlainDateTime, ValueType, ZonedDateTime } from '@motif/core'

/** Ends the encoding of a parameter with the reason. */
export type Refuse = (why: string) => never

type Tagged = Readonly<Record<string, string | bigint>>

/** The engine counts the seconds of a duration in 64 bits of nanoseconds, and wraps round past them. */
const mostNanoseconds = 2n ** 63n - 1n

/** A TC39 Temporal object as the engine takes it; `undefined` for any other object. */
export const writeTemporal = (value: object, refuse: Refuse): Tagged | undefined => {
  switch ((value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]) {
    case 'Temporal.PlainDate':
      return { $date: engineYear(String(value)) }
    case 'Temporal.PlainTime':
      return { $time: String(value) }
    case 'Temporal.PlainDateTime':
      return writeLocalDateTime(value as PlainDateTime, refuse)
    case 'Temporal.ZonedDateTime':
      return writeDateTime(value as ZonedDateTime, refuse)
    case 'Temporal.Duration':
      return writeDuration(value as Duration, refuse)
    default:
      return undefined
  }
}

/** A JS Date is an instant, so a datetime in UTC; where the query wants a date or a localdatetime, the UTC one. */
export const writeDate = (value: Date, kind: ValueType['kind'] | undefined, refuse: Refuse): Tagged => {
  if (Number.isNaN(value.getTime())) return refuse('is an invalid Date')
  const iso = value.toISOString()
  if (kind === 'date') return { $date: engineYear(iso.slice(0, iso.indexOf('T'))) }
  if (kind === 'localDateTime') return { $timestamp_us: BigInt(value.getTime()) * 1000n }
  return { $zoned_datetime: engineYear(iso).replace('Z', '+00:00') }
}

const writeLocalDateTime = (value: PlainDateTime, refuse: Refuse): Tagged => {
  if (value.nanosecond !== 0) return refuse(nanoseconds)
  // setUTCFullYear, since Date.UTC takes the years 0 to 99 for those of the twentieth century.
  const day = new Date(0).setUTCFullYear(value.year, value.month - 1, value.day)
  const seconds = value.hour * 3600 + value.minute * 60 + value.second
  const micros = seconds * 1_000_000 + value.millisecond * 1000 + value.microsecond
  return { $timestamp_us: BigInt(day) * 1000n + BigInt(micros) }
}

const writeDateTime = (value: ZonedDateTime, refuse: Refuse): Tagged => {
  if (value.nanosecond !== 0) return refuse(nanoseconds)
  const zone = value.timeZoneId
  if (zone !== 'UTC' && !/^[+-]\d\d:\d\d$/.test(zone)) {
    return refuse('is in a zone with a name, which this engine would lose: give value.withTimeZone(value.offset)')
  }
  return { $zoned_datetime: `${engineYear(value.toPlainDateTime().toString())}${value.offset}` }
}

const writeDuration = (value: Duration, refuse: Refuse): Tagged => {
  const size = (part: number): bigint => BigInt(Math.abs(part))
  const months = size(value.years) * 12n + size(value.months)
  const days = size(value.weeks) * 7n + size(value.days)
  const seconds = size(value.hours) * 3600n + size(value.minutes) * 60n + size(value.seconds)
  const fraction = size(value.milliseconds) * 1_000_000n + size(value.microseconds) * 1000n + size(value.nanoseconds)
  const total = seconds * 1_000_000_000n + fraction
  if (total > mostNanoseconds)
    return refuse('has more than 292 years in hours, minutes and seconds, which this engine cannot hold')
  const below = String(total % 1_000_000_000n).padStart(9, '0')
  return { $duration: `${value.sign < 0 ? '-' : ''}P${months}M${days}DT${total / 1_000_000_000n}.${below}S` }
}

const nanoseconds = 'has nanoseconds, and this engine keeps microseconds: round it first'

/** ISO 8601 writes years past 9999 with a sign and six digits, the engine without. */
const engineYear = (iso: string): string =>
  iso.replace(/^([+-])0*(\d{4,})-/, (_, sign: string, year: string) => `${sign === '-' ? '-' : ''}${year}-`)
