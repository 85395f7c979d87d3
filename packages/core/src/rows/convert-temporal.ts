import { kindOf } from '../value/kind-of.ts'

/** How temporal values are read. */
export type TemporalPolicy = 'temporal' | 'date' | 'string'

interface Fields {
  readonly year: number
  readonly month: number
  readonly day: number
}
interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** A Date of what has no zone is that day and time in UTC, whatever the zone of the process. */
const inUtc = ({ year, month, day }: Fields, clock?: Clock): Date => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day) // unlike Date.UTC, it takes years below 100 as they are
  if (clock !== undefined) date.setUTCHours(clock.hour, clock.minute, clock.second, clock.millisecond)
  return date
}

const tagOf = (value: object): unknown => (value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]

const toDate = (value: object, tag: string): Date | string => {
  if (tag === 'Temporal.PlainDate') return inUtc(value as Fields)
  if (tag === 'Temporal.PlainDateTime') return inUtc(value as Fields, value as Clock & Fields)
  if (tag === 'Temporal.ZonedDateTime' || tag === 'Temporal.Instant') {
    return new Date((value as { readonly epochMilliseconds: number }).epochMilliseconds)
  }
  return String(value) // neither a time of day nor a length of time is a moment
}

/** A temporal value by policy; anything else as it is. */
export const convertTemporal = (value: unknown, policy: TemporalPolicy): unknown => {
  if (policy === 'temporal' || typeof value !== 'object' || value === null) return value
  if (kindOf(value) === 'offset-time') return String(value)
  const tag = tagOf(value)
  if (typeof tag !== 'string' || !tag.startsWith('Temporal.')) return value
  return policy === 'string' ? String(value) : toDate(value, tag)
}
