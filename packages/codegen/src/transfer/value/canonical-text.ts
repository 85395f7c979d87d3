import type { Duration, Float, Point, ZonedDateTime } from '@motif/core'
import { partsOfDuration } from './duration-parts.ts'
import { kindOf, type ValueKind } from './value-kind.ts'

type Write = (value: unknown) => string

const writeFloat = (value: unknown): string => {
  const number = typeof value === 'number' ? value : (value as Float).value // the only other float
  return `f${Object.is(number, -0) ? '-0' : number}`
}

const writeMoment = (value: unknown): string => {
  const { epochNanoseconds, timeZoneId } = value as ZonedDateTime
  // An engine without names of zones has UTC as an offset of nothing.
  return `dt${epochNanoseconds}@${timeZoneId === 'UTC' ? '+00:00' : timeZoneId}`
}

const writeDuration = (value: unknown): string => {
  const { months, days, nanoseconds } = partsOfDuration(value as Duration)
  return `du${months},${days},${nanoseconds}`
}

const writePoint = (value: unknown): string => {
  const { srid, x, y, z } = value as Point
  return `p${[srid, x, y, z].map((part) => (Object.is(part, -0) ? '-0' : String(part))).join(',')}`
}

const writeMap = (value: unknown): string => {
  const entries = Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`).join(',')}}`
}

const written =
  (prefix: string): Write =>
  (value) =>
    prefix + String(value)

const writers: Readonly<Record<ValueKind, Write>> = {
  null: () => 'n',
  boolean: written(''),
  string: (value) => JSON.stringify(value),
  integer: (value) => String(Object.is(value, -0) ? 0 : value),
  float: writeFloat,
  bytes: (value) => `b${Buffer.from(value as Uint8Array).toString('base64')}`,
  vector: (value) => `v${(value as object).constructor.name}${String(value)}`,
  list: (value) => `[${(value as readonly unknown[]).map(canonicalText).join(',')}]`,
  map: writeMap,
  point: writePoint,
  date: written('d'),
  time: written('t'),
  localTime: written('lt'),
  localDateTime: written('ldt'),
  dateTime: writeMoment,
  duration: writeDuration,
}

/** A neutral value as a text that only equal values have: 1 and 1.0 differ, `PT60S` and `PT1M` do not. */
export const canonicalText: Write = (value) => writers[kindOf(value)](value)
