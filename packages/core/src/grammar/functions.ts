import type { OffsetTime } from '../value/offset-time.ts'
import type { Duration, PlainDate, PlainDateTime, PlainTime, ZonedDateTime } from '../value/temporal.ts'
import type { Point } from '../value/point.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { OrNull } from './expression.ts'

/** A number of the kind of those that it is made of. */
type Added<A> = [NonNullable<A>] extends [never] ? number : [NonNullable<A>] extends [bigint] ? bigint : number

/** What a function returns, by the type of its (first) argument; in lower case, as Cypher does not tell them apart. */
export interface Functions<A> {
  // aggregates
  count: number
  sum: Added<A>
  stdev: number
  stdevp: number
  avg: number | null
  percentilecont: number | null
  percentiledisc: A | null
  min: A | null
  max: A | null
  collect: NonNullable<A>[]
  // of entities and paths
  id: number | OrNull<A>
  length: number | OrNull<A>
  elementid: string | OrNull<A>
  type: string | OrNull<A>
  labels: string[] | OrNull<A>
  keys: string[] | OrNull<A>
  properties: A
  nodes: Record<string, unknown>[] | OrNull<A>
  relationships: Record<string, unknown>[] | OrNull<A>
  startnode: Record<string, unknown> | OrNull<A>
  endnode: Record<string, unknown> | OrNull<A>
  // of lists
  size: number | OrNull<A>
  char_length: number | OrNull<A>
  character_length: number | OrNull<A>
  range: number[]
  head: NonNullable<A> extends readonly (infer X)[] ? X | null : unknown
  last: NonNullable<A> extends readonly (infer X)[] ? X | null : unknown
  tail: A
  reverse: A
  tobooleanlist: (boolean | null)[] | OrNull<A>
  tointegerlist: (number | null)[] | OrNull<A>
  tofloatlist: (number | null)[] | OrNull<A>
  tostringlist: (string | null)[] | OrNull<A>
  // of text
  tolower: string | OrNull<A>
  toupper: string | OrNull<A>
  lower: string | OrNull<A>
  upper: string | OrNull<A>
  ltrim: string | OrNull<A>
  rtrim: string | OrNull<A>
  btrim: string | OrNull<A>
  substring: string | OrNull<A>
  replace: string | OrNull<A>
  left: string | OrNull<A>
  right: string | OrNull<A>
  tostring: string | OrNull<A>
  split: string[] | OrNull<A>
  // conversions
  tointeger: number | null
  tofloat: number | null
  tointegerornull: number | null
  tofloatornull: number | null
  toboolean: boolean | null
  tobooleanornull: boolean | null
  tostringornull: string | null
  valuetype: string
  nullif: A | null
  // of numbers
  abs: Added<A> | OrNull<A>
  ceil: number | OrNull<A>
  floor: number | OrNull<A>
  round: number | OrNull<A>
  sign: number | OrNull<A>
  sqrt: number | OrNull<A>
  exp: number | OrNull<A>
  log: number | OrNull<A>
  log10: number | OrNull<A>
  sin: number | OrNull<A>
  cos: number | OrNull<A>
  tan: number | OrNull<A>
  cot: number | OrNull<A>
  asin: number | OrNull<A>
  acos: number | OrNull<A>
  atan: number | OrNull<A>
  atan2: number | OrNull<A>
  sinh: number | OrNull<A>
  cosh: number | OrNull<A>
  tanh: number | OrNull<A>
  coth: number | OrNull<A>
  degrees: number | OrNull<A>
  radians: number | OrNull<A>
  haversin: number | OrNull<A>
  e: number
  pi: number
  rand: number
  timestamp: number
  isnan: boolean | OrNull<A>
  // of points and vectors
  point: Point | OrNull<A>
  'point.distance': number | OrNull<A>
  'vector.similarity.cosine': number | OrNull<A>
  'vector.similarity.euclidean': number | OrNull<A>
  vector_dimension_count: number | OrNull<A>
  'point.withinbbox': boolean | OrNull<A>
  // others
  exists: boolean
  isempty: boolean | OrNull<A>
  randomuuid: string
  linenumber: number | null
  file: string | null
  'graph.names': string[]
}
/** The names alone: looking a name up here costs no instantiation of the results. */
export type FunctionName = keyof Functions<unknown>
/** Those whose result does not depend on whether a further argument is null. */
export type Lenient = 'percentilecont' | 'percentiledisc' | 'nullif'

/** Functions of which an argument is a keyword, such as NFC or COSINE. */
export interface WithKeywords {
  normalize: string
  vector_distance: number
  vector_norm: number
}
export type WithKeyword = keyof WithKeywords

interface Moments {
  date: PlainDate
  datetime: ZonedDateTime
  localdatetime: PlainDateTime
  time: OffsetTime
  localtime: PlainTime
  duration: Duration
}
export type TemporalFunction = keyof Moments | `${keyof Moments}.${string}`
/** What a temporal function gives, as the schema has temporal values read. */
export type TemporalOf<S extends SchemaShape, N extends string> = S extends { temporal: infer Policy }
  ? Policy extends 'date'
    ? N extends 'date' | 'datetime' | 'localdatetime'
      ? Date
      : string
    : Policy extends 'string'
      ? string
      : N extends keyof Moments
        ? Moments[N]
        : unknown
  : N extends keyof Moments
    ? Moments[N]
    : unknown
