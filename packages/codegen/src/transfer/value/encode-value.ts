import type { Duration, Float, Point, ZonedDateTime } from '@motif/core'
import { partsOfDuration } from './duration-parts.ts'
import { kindOf, type ValueKind } from './value-kind.ts'

type Encode = (value: unknown) => unknown

const same: Encode = (value) => value

const encodeFloat = (value: unknown): unknown => {
  if (typeof value === 'number') return value
  const whole = (value as Float).value // the only other float
  return { f: Object.is(whole, -0) ? '-0' : whole }
}

const encodeMoment = (value: unknown): unknown => {
  const { epochNanoseconds, timeZoneId } = value as ZonedDateTime
  const below = ((epochNanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n
  return { dt: [Number((epochNanoseconds - below) / 1_000_000_000n), Number(below), timeZoneId] }
}

/** Hours for themselves, so that each number is one that JavaScript keeps exactly. */
const nanosecondsOfHour = 3_600_000_000_000n

const encodeDuration = (value: unknown): unknown => {
  const { months, days, nanoseconds } = partsOfDuration(value as Duration)
  return { du: [months, days, nanoseconds / nanosecondsOfHour, nanoseconds % nanosecondsOfHour].map(Number) }
}

const encodePoint = (value: unknown): unknown => {
  const { srid, x, y, z } = value as Point
  return { p: [srid, ...(z === undefined ? [x, y] : [x, y, z])].map((part, at) => (at === 0 ? part : bits(part))) }
}

/** A float by its bits: MessagePack would make a whole one an integer, and lose the sign of zero. */
const bits = (value: number): Uint8Array => new Uint8Array(Float64Array.of(value).buffer)

const encodeVector = (value: unknown): unknown => {
  const vector = value as ArrayBufferView // the kind says so
  return { v: [vector.constructor.name, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)] }
}

const text =
  (key: string): Encode =>
  (value) => ({ [key]: String(value) })

const encoders: Readonly<Record<ValueKind, Encode>> = {
  null: same,
  boolean: same,
  string: same,
  integer: same,
  float: encodeFloat,
  bytes: same,
  vector: encodeVector,
  list: (value) => (value as readonly unknown[]).map(encodeValue),
  map: (value) => ({ m: Object.entries(value as object).map(([key, each]) => [key, encodeValue(each)]) }),
  point: encodePoint,
  date: text('d'),
  time: text('t'),
  localTime: text('lt'),
  localDateTime: text('ldt'),
  dateTime: encodeMoment,
  duration: encodeDuration,
}

/**
 * A neutral value as MessagePack takes it: what that has no kind for is a map with one key, which names the kind.
 *
 * @throws GraphError UNSUPPORTED_FEATURE for a value that no dump can hold.
 */
export const encodeValue: Encode = (value) => {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value
  return encoders[kindOf(value)](value)
}
