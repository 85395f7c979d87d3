import { GraphError } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import { temporalLibrary } from '../../temporal-library.ts'
import { dayOf } from './civil-day.ts'
import { CypherDuration } from './cypher-duration.ts'
import { integerField } from './field.ts'
import { protocolError } from './protocol-error.ts'
import type { PackReader } from './reader.ts'

const secondsOfDay = 86_400
const nanosecondsOfDay = 86_400_000_000_000

/** `D`: days since 1970-01-01. */
export const readDate = (reader: PackReader): unknown => {
  const [year, month, day] = dayOf(Number(integerField(reader)))
  return within('date', () => new (temporalLibrary().PlainDate)(year, month, day))
}

/** `t`: nanoseconds since midnight. */
export const readLocalTime = (reader: PackReader): unknown => new (temporalLibrary().PlainTime)(...clockField(reader))

/** `T`: nanoseconds since midnight and seconds east of UTC. */
export const readTime = (reader: PackReader): unknown => {
  const nanoseconds = BigInt(upTo(nanosecondsOfDay, integerField(reader)))
  return new OffsetTime(nanoseconds, offsetField(reader))
}

/** `d`: seconds since 1970-01-01T00:00 and nanoseconds, by the calendar and the clock on the wall. */
export const readLocalDateTime = (reader: PackReader): unknown => {
  const seconds = integerField(reader)
  const nanoseconds = nanosecondsField(reader)
  return within('localdatetime', () => localDateTime(seconds, nanoseconds))
}

/** `I`: seconds since 1970-01-01T00:00Z, nanoseconds, and seconds east of UTC. */
export const readDateTime = (reader: PackReader): unknown => {
  const seconds = BigInt(integerField(reader))
  const nanoseconds = nanosecondsField(reader)
  return zoned(seconds, nanoseconds, offsetZone(offsetField(reader)))
}

/** `i`: the same with the name of a zone. */
export const readZonedDateTime = (reader: PackReader): unknown => {
  const seconds = BigInt(integerField(reader))
  const nanoseconds = nanosecondsField(reader)
  return zoned(seconds, nanoseconds, reader.text())
}

/** `F`, until Bolt 4.4: as `I`, its seconds by the clock on the wall. */
export const readLegacyDateTime = (reader: PackReader): unknown => {
  const seconds = BigInt(integerField(reader))
  const nanoseconds = nanosecondsField(reader)
  const offset = offsetField(reader)
  return zoned(seconds - BigInt(offset), nanoseconds, offsetZone(offset))
}

/** `f`, until Bolt 4.4: as `i`, its seconds by the clock on the wall; of an hour that comes twice, the first is meant. */
export const readLegacyZonedDateTime = (reader: PackReader): unknown => {
  const seconds = integerField(reader)
  const nanoseconds = nanosecondsField(reader)
  const zone = reader.text()
  const local = within('datetime', () => localDateTime(seconds, nanoseconds))
  return inZone(zone, () => local.toZonedDateTime(zone))
}

/** `E`: months, days, seconds and nanoseconds, of any sign each. */
export const readDuration = (reader: PackReader): unknown => {
  const months = integerField(reader)
  const days = integerField(reader)
  const total = BigInt(integerField(reader)) * 1_000_000_000n + BigInt(integerField(reader))
  const [hours, belowHour] = [total / 3_600_000_000_000n, Number(total % 3_600_000_000_000n)]
  if (![months, days, Number(hours)].every(Number.isSafeInteger)) throw outOfRange('duration')
  const [seconds, below] = split(belowHour, 1_000_000_000)
  const [milliseconds, belowMillisecond] = split(below, 1_000_000)
  const fields = [
    ...split(Number(months), 12),
    0,
    Number(days),
    Number(hours),
    ...split(seconds, 60),
    milliseconds,
    ...split(belowMillisecond, 1000),
  ]
  const mixed = fields.some((field) => field < 0) && fields.some((field) => field > 0)
  if (mixed) return new CypherDuration(fields)
  try {
    return new (temporalLibrary().Duration)(...fields)
  } catch {
    return new CypherDuration(fields) // longer than Temporal's
  }
}

const split = (value: number, by: number): [whole: number, rest: number] => [
  Math.trunc(value / by) || 0,
  value % by || 0,
]

const localDateTime = (seconds: number | bigint, nanoseconds: number): { toZonedDateTime(zone: string): object } => {
  const days = Math.floor(Number(seconds) / secondsOfDay)
  const clock = clockOf((Number(seconds) - days * secondsOfDay) * 1_000_000_000 + nanoseconds)
  return new (temporalLibrary().PlainDateTime)(...dayOf(days), ...clock)
}

const zoned = (seconds: bigint, nanoseconds: number, zone: string): unknown => {
  const at = seconds * 1_000_000_000n + BigInt(nanoseconds)
  if (at > last || at < -last) throw outOfRange('datetime')
  return inZone(zone, () => new (temporalLibrary().ZonedDateTime)(at, zone))
}

/** Nanoseconds from 1970 to the last moment that Temporal knows. */
const last = 8_640_000_000_000_000_000_000n

/** Hour, minute, second, millisecond, microsecond, nanosecond. */
const clockOf = (nanoseconds: number): number[] => {
  const seconds = Math.floor(nanoseconds / 1_000_000_000)
  const below = nanoseconds % 1_000_000_000
  const minutes = Math.floor(seconds / 60)
  const millisecond = Math.floor(below / 1_000_000)
  return [
    Math.floor(minutes / 60),
    minutes % 60,
    seconds % 60,
    millisecond,
    Math.floor(below / 1000) % 1000,
    below % 1000,
  ]
}

const clockField = (reader: PackReader): number[] => clockOf(upTo(nanosecondsOfDay, integerField(reader)))

const nanosecondsField = (reader: PackReader): number => upTo(1_000_000_000, integerField(reader))

const upTo = (limit: number, value: number | bigint): number => {
  if (value < 0 || value >= limit) throw protocolError('a time that no clock shows')
  return Number(value)
}

const offsetField = (reader: PackReader): number => {
  const offset = Number(integerField(reader))
  if (Math.abs(offset) >= secondsOfDay) throw protocolError('an offset of more than a day')
  return offset
}

const offsetZone = (seconds: number): string => {
  if (seconds % 60 !== 0) {
    throw unreadable('a datetime has an offset with seconds, which Temporal cannot hold: return toString(…) of it')
  }
  const minutes = Math.abs(seconds) / 60
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const within = <Made>(what: string, make: () => Made): Made => {
  try {
    return make()
  } catch {
    throw outOfRange(what)
  }
}

/** All but the zone is known to be right. */
const inZone = (zone: string, make: () => object): object => {
  try {
    return make()
  } catch {
    const name = zone.length > 64 ? `${zone.slice(0, 64)}…` : zone
    throw unreadable(
      `a datetime is in the zone '${name}', which this runtime does not know: return toString(…) of it, or convert it in the query`,
    )
  }
}

const outOfRange = (what: string): GraphError =>
  unreadable(`a ${what} lies past what Temporal can hold (the years -271821 to 275760): return toString(…) of it`)

const unreadable = (message: string): GraphError => new GraphError('RESULT_SHAPE', message)
