import type { OffsetTime } from '../value/offset-time.ts'
import type { Duration, PlainDate, PlainDateTime, PlainTime, ZonedDateTime } from '../value/temporal.ts'

/**
 * What a program says once about all of its queries. A schema whose descriptor says `temporal: 'date'` or `'string'`
 * reads what functions return in the same way, which the types of functions have to be told:
 *
 * declare module '@motif/core' {
 *   interface Policies { readonly temporal: 'date' }
 * }
 */
// oxlint-disable-next-line typescript/no-empty-interface -- a program fills it
export interface Policies {}

type Policy = Policies extends { readonly temporal: infer X extends 'date' | 'string' } ? X : 'temporal'

interface Read<A, B> {
  readonly temporal: A
  readonly date: B
  readonly string: string
}

/** What each temporal type of Cypher is read as. */
export interface TemporalTypes {
  readonly date: Read<PlainDate, Date>[Policy]
  readonly datetime: Read<ZonedDateTime, Date>[Policy]
  readonly localdatetime: Read<PlainDateTime, Date>[Policy]
  readonly time: Read<OffsetTime, string>[Policy]
  readonly localtime: Read<PlainTime, string>[Policy]
  readonly duration: Read<Duration, string>[Policy]
}

/** Whatever is at some time. */
export type Instant = TemporalTypes['date' | 'datetime' | 'localdatetime' | 'time' | 'localtime']
/** How long something is. */
export type Span = TemporalTypes['duration']
