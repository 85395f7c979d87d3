import { float, Point } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import { Temporal } from 'temporal-polyfill'
import type { CypherMap, CypherValue, Data } from './protocol.ts'

/** A parameter of TestKit's as a user of the driver would write it. */
export const fromCypher = ({ name, data }: CypherValue): unknown => {
  const read = readers[name]
  if (read === undefined) throw new Error(`a parameter of an unknown kind: ${name}`)
  return read(data)
}

export const fromCypherMap = (map: CypherMap | null | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map ?? {}).map(([key, value]) => [key, fromCypher(value)]))

const numbers: Readonly<Record<string, number>> = { NaN: NaN, '+Infinity': Infinity, '-Infinity': -Infinity }

const readers: Readonly<Record<string, (data: Data) => unknown>> = {
  CypherNull: () => null,
  CypherBool: ({ value }) => value,
  CypherInt: ({ value }) => (Number.isSafeInteger(value) ? value : BigInt(value as number)),
  CypherFloat: ({ value }) => float(typeof value === 'string' ? (numbers[value] as number) : (value as number)),
  CypherString: ({ value }) => value,
  CypherBytes: ({ value }) => Uint8Array.from(Buffer.from((value as string).replaceAll(' ', ''), 'hex')),
  CypherList: ({ value }) => (value as readonly CypherValue[]).map(fromCypher),
  CypherMap: ({ value }) => fromCypherMap(value as CypherMap),
  CypherPoint: ({ system, x, y, z }) =>
    new Point(
      sridOf(system === 'wgs84', typeof z === 'number'),
      x as number,
      y as number,
      (z as number | null) ?? undefined,
    ),
  CypherDate: (data) => Temporal.PlainDate.from(data as unknown as Day),
  CypherTime: (data) => {
    const { hour, minute, second, nanosecond, utc_offset_s } = data as unknown as Time
    if (utc_offset_s === null) return Temporal.PlainTime.from({ hour, minute, second, ...fraction(nanosecond) })
    const nanoseconds = BigInt(hour * 3600 + minute * 60 + second) * 1_000_000_000n + BigInt(nanosecond)
    return new OffsetTime(nanoseconds, utc_offset_s)
  },
  CypherDateTime: (data) => {
    const { nanosecond, utc_offset_s, timezone_id, ...rest } = data as unknown as DateTime
    const local = Temporal.PlainDateTime.from({ ...rest, ...fraction(nanosecond) })
    if (utc_offset_s === null) return local
    const utc = local.toZonedDateTime('UTC').epochNanoseconds - BigInt(utc_offset_s) * 1_000_000_000n
    return new Temporal.ZonedDateTime(utc, timezone_id ?? offsetText(utc_offset_s))
  },
  CypherDuration: (data) => {
    const { months, days, seconds, nanoseconds } = data as unknown as Duration
    return Temporal.Duration.from(`P${months}M${days}DT${seconds}S`).add(fraction(nanoseconds, 's'))
  },
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

interface Time {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nanosecond: number
  readonly utc_offset_s: number | null
}

interface DateTime extends Day, Time {
  readonly timezone_id: string | null
}

interface Duration {
  readonly months: number
  readonly days: number
  readonly seconds: number
  readonly nanoseconds: number
}

const sridOf = (geographic: boolean, space: boolean): number =>
  geographic ? (space ? 4979 : 4326) : space ? 9157 : 7203

/** Fields of at most three digits each, as Temporal has them; with a plural s in durations. */
const fraction = (nanoseconds: number, plural = ''): Record<string, number> => ({
  [`millisecond${plural}`]: Math.trunc(nanoseconds / 1_000_000),
  [`microsecond${plural}`]: Math.trunc(nanoseconds / 1000) % 1000,
  [`nanosecond${plural}`]: nanoseconds % 1000,
})

const offsetText = (seconds: number): string => {
  const minutes = Math.abs(seconds) / 60
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
