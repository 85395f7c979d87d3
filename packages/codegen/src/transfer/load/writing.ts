import type { Duration, OffsetTime, PlainDateTime, ZonedDateTime } from '@motif/core'
import { type Dialect, GraphError } from '@motif/core'
import { readingOf } from '../read/readings.ts'
import { partsOfDuration } from '../value/duration-parts.ts'
import { kindOf, type ValueKind } from '../value/value-kind.ts'

/** What differs from engine to engine in writing. */
export interface Writing {
  readonly engine: string
  /** A name in back-ticks; `undefined` for one that cannot be written so. */
  readonly quoted: (name: string) => string | undefined
  /** Whether a property cannot have a name, whatever its value. */
  readonly isTaken: (name: string) => boolean
  /** Why a value cannot be stored as it is; `undefined` for one that can. */
  readonly refusal: (value: unknown) => string | undefined
  /** Whether whole floats are taken for integers unless the text says otherwise. */
  readonly takesFloatsForIntegers: boolean
}

type Refusals = Readonly<Partial<Record<ValueKind, (value: unknown) => string | undefined>>>

const refusalBy =
  (refusals: Refusals) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' || typeof value === 'number' ? undefined : refusals[kindOf(value)]?.(value)

const first = (values: readonly unknown[], refusal: (value: unknown) => string | undefined): string | undefined => {
  for (const value of values) {
    const why = refusal(value)
    if (why !== undefined) return why
  }
  return undefined
}

const nanoseconds = 'nanoseconds, where the engine keeps microseconds'

/** So many nanoseconds are 292 years. */
const longest = 2n ** 63n - 1n

const durationRefusal = (value: unknown): string | undefined => {
  const { months, days, nanoseconds } = partsOfDuration(value as Duration)
  const parts = [months, days, nanoseconds]
  if (parts.some((part) => part < 0n) && parts.some((part) => part > 0n)) return 'a duration that goes forth and back'
  return nanoseconds > longest || nanoseconds < -longest ? 'a duration of more than 292 years in hours' : undefined
}

const momentRefusal = (value: unknown): string | undefined => {
  const { nanosecond, timeZoneId } = value as ZonedDateTime
  if (timeZoneId !== 'UTC' && !/^[+-]/.test(timeZoneId)) return 'a datetime in a zone with a name'
  return nanosecond === 0 ? undefined : nanoseconds
}

/** Words that the engine's client takes for values of another kind. */
const isTaken = (key: string): boolean =>
  /^\$(?:date|time|duration|zoned_datetime|timestamp_us|decimal)$|^__proto__$/.test(key)

const grafeoRefusal: (value: unknown) => string | undefined = refusalBy({
  point: () => 'a point',
  vector: () => 'a vector',
  duration: durationRefusal,
  dateTime: momentRefusal,
  localDateTime: (value) => ((value as PlainDateTime).nanosecond === 0 ? undefined : nanoseconds),
  time: (value) => ((value as OffsetTime).offsetSeconds % 60 === 0 ? undefined : 'a time whose offset has seconds'),
  list: (value) => first(value as readonly unknown[], grafeoRefusal),
  map: (value) =>
    Object.keys(value as object).some((key) => isTaken(key) || key === 'termType')
      ? 'a map with a key that the engine takes for something else'
      : first(Object.values(value as object), grafeoRefusal),
})

const neo4jListRefusal = (value: unknown): string | undefined => {
  const kinds = new Set<string>((value as readonly unknown[]).map(kindOf))
  for (const kind of ['null', 'list', 'map', 'bytes', 'vector'])
    if (kinds.has(kind)) return `a list that holds a ${kind}`
  return kinds.size > 1 ? `a list of several kinds (${[...kinds].join(', ')})` : undefined
}

const writings: ReadonlyMap<string, Omit<Writing, 'quoted' | 'engine'>> = new Map([
  ['grafeo', { refusal: grafeoRefusal, isTaken, takesFloatsForIntegers: true }],
  [
    'neo4j',
    {
      refusal: refusalBy({ map: () => 'a map', list: neo4jListRefusal }),
      isTaken: () => false,
      takesFloatsForIntegers: false,
    },
  ],
])

/** How a graph that speaks this dialect is written. Throws UNSUPPORTED_FEATURE for one that cannot be. */
export const writingOf = (dialect: Dialect): Writing => {
  const { engine, quoted } = readingOf(dialect).words
  const writing = writings.get(engine)
  if (writing === undefined) throw new GraphError('UNSUPPORTED_FEATURE', `${engine} cannot be loaded`)
  return { engine, quoted, ...writing }
}
