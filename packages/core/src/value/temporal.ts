/**
 * The temporal values Motif returns are TC39 Temporal objects: the runtime's own where it has them, a polyfill's
 * otherwise. These interfaces name what can be relied on with either, for compilers whose library has no Temporal yet.
 * Anything more (`until`, `with`, calendars …) is there at run time, and in the types of compilers that know Temporal.
 */

/** An amount of time to add: `{ months: 1, days: 3 }`. */
export interface DurationFields {
  readonly years?: number
  readonly months?: number
  readonly weeks?: number
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly milliseconds?: number
  readonly microseconds?: number
  readonly nanoseconds?: number
}

/** A day of the calendar: Cypher's `date`, `Temporal.PlainDate`. */
export interface PlainDate {
  readonly [Symbol.toStringTag]: 'Temporal.PlainDate'
  readonly year: number
  readonly month: number
  readonly day: number
  readonly dayOfWeek: number
  readonly dayOfYear: number
  add(duration: DurationFields | string): PlainDate
  subtract(duration: DurationFields | string): PlainDate
  equals(other: PlainDate | string): boolean
  toString(): string
  toJSON(): string
}

/** A time of day without offset: Cypher's `localtime`, `Temporal.PlainTime`. */
export interface PlainTime {
  readonly [Symbol.toStringTag]: 'Temporal.PlainTime'
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  readonly microsecond: number
  readonly nanosecond: number
  add(duration: DurationFields | string): PlainTime
  subtract(duration: DurationFields | string): PlainTime
  equals(other: PlainTime | string): boolean
  toString(): string
  toJSON(): string
}

/** A date and time without offset: Cypher's `localdatetime`, `Temporal.PlainDateTime`. */
export interface PlainDateTime {
  readonly [Symbol.toStringTag]: 'Temporal.PlainDateTime'
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  readonly microsecond: number
  readonly nanosecond: number
  add(duration: DurationFields | string): PlainDateTime
  subtract(duration: DurationFields | string): PlainDateTime
  equals(other: PlainDateTime | string): boolean
  toPlainDate(): PlainDate
  toString(): string
  toJSON(): string
}

/** An instant in a zone or at an offset: Cypher's `datetime`, `Temporal.ZonedDateTime`. Compare by `epochNanoseconds`. */
export interface ZonedDateTime {
  readonly [Symbol.toStringTag]: 'Temporal.ZonedDateTime'
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  readonly microsecond: number
  readonly nanosecond: number
  /** The zone's name, or the offset when it has none: `Europe/Berlin`, `+01:00`. */
  readonly timeZoneId: string
  readonly offset: string
  readonly epochMilliseconds: number
  readonly epochNanoseconds: bigint
  add(duration: DurationFields | string): ZonedDateTime
  subtract(duration: DurationFields | string): ZonedDateTime
  toPlainDate(): PlainDate
  toPlainDateTime(): PlainDateTime
  toString(): string
  toJSON(): string
}

/** A length of time: Cypher's `duration`, `Temporal.Duration`. */
export interface Duration {
  readonly [Symbol.toStringTag]: 'Temporal.Duration'
  readonly years: number
  readonly months: number
  readonly weeks: number
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
  readonly milliseconds: number
  readonly microseconds: number
  readonly nanoseconds: number
  readonly sign: number
  toString(): string
  toJSON(): string
}

/** What is taken for a T: a JS Date as well where a T is a day or a moment, which it then stands for. */
export type OrDate<T> = T extends {
  readonly [Symbol.toStringTag]: `Temporal.${'PlainDate' | 'PlainDateTime' | 'ZonedDateTime'}`
}
  ? T | Date
  : T
