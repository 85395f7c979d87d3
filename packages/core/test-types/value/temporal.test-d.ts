import type { Duration, PlainDate, PlainDateTime, PlainTime, ZonedDateTime } from '@motif/core'
import type { Temporal } from 'temporal-polyfill'
import { type Equal, same } from '../equal.ts'

declare const made: {
  date: Temporal.PlainDate
  time: Temporal.PlainTime
  dateTime: Temporal.PlainDateTime
  zoned: Temporal.ZonedDateTime
  duration: Temporal.Duration
}

// what a Temporal makes is what a row promises
export const date: PlainDate = made.date
export const time: PlainTime = made.time
export const dateTime: PlainDateTime = made.dateTime
export const zoned: ZonedDateTime = made.zoned
export const duration: Duration = made.duration

// a date with a time is no date, although it has all of its fields
same<Equal<PlainDateTime extends PlainDate ? true : false, false>>()
// @ts-expect-error one is not taken for the other
export const wrong: PlainDate = made.dateTime
