import { float, Point } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import { Temporal } from 'temporal-polyfill'
import { StoredDuration } from './duration-parts.ts'

type Decode = (payload: unknown) => unknown

/** A text, a number or a list of such where the format has one; anything else is damage, which throws. */
const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return value
}
const numbers = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError('not a list')
  return value
}
const whole = (value: unknown): bigint => {
  if (typeof value !== 'number' && typeof value !== 'bigint') throw new TypeError('not a number')
  return BigInt(value)
}
const bytes = (value: unknown): Uint8Array => {
  if (!(value instanceof Uint8Array)) throw new TypeError('not bytes')
  return value
}

/** A copy with a buffer of its own: what is read lies in that of the whole chunk. */
const copied = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(bytes(value))

const fromBits = (value: unknown): number => new DataView(copied(value).buffer).getFloat64(0, true)

const decodeMoment: Decode = (payload) => {
  const [seconds, below, zone] = numbers(payload)
  return new Temporal.ZonedDateTime(whole(seconds) * 1_000_000_000n + whole(below), text(zone))
}

const decodeDuration: Decode = (payload) => {
  const [months, days, hours, below] = numbers(payload)
  const nanoseconds = whole(hours) * 3_600_000_000_000n + whole(below)
  return new StoredDuration({ months: whole(months), days: whole(days), nanoseconds })
}

const decodePoint: Decode = (payload) => {
  const [srid, x, y, z] = numbers(payload)
  return new Point(Number(srid), fromBits(x), fromBits(y), z === undefined ? undefined : fromBits(z))
}

const vectors = { Int8Array, Int16Array, Int32Array, BigInt64Array, Float32Array, Float64Array } as const

const decodeVector: Decode = (payload) => {
  const [name, data] = numbers(payload)
  const make = vectors[text(name) as keyof typeof vectors]
  return new make(copied(data).buffer) // a name that is none throws
}

const decodeMap: Decode = (payload) =>
  Object.fromEntries(
    numbers(payload).map((entry) => {
      const [key, value] = numbers(entry)
      return [text(key), decodeValue(value)]
    }),
  )

const decoders: Readonly<Record<string, Decode>> = {
  f: (payload) => float(payload === '-0' ? -0 : Number(whole(payload))),
  v: decodeVector,
  m: decodeMap,
  p: decodePoint,
  d: (payload) => Temporal.PlainDate.from(text(payload)),
  t: (payload) => OffsetTime.from(text(payload)),
  lt: (payload) => Temporal.PlainTime.from(text(payload)),
  ldt: (payload) => Temporal.PlainDateTime.from(text(payload)),
  dt: decodeMoment,
  du: decodeDuration,
}

/** A neutral value from what `encodeValue` made of it. Throws for what it never makes. */
export const decodeValue: Decode = (value) => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(decodeValue)
  if (value instanceof Uint8Array) return copied(value)
  const [entry, ...others] = Object.entries(value)
  const decode = entry === undefined || others.length > 0 ? undefined : decoders[entry[0]]
  if (decode === undefined || entry === undefined) throw new TypeError('a value of no known kind')
  return decode(entry[1])
}
