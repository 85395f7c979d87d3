import type { Duration, Graph, PlainDate, PlainDateTime, PlainTime, ZonedDateTime } from '@motif/core'
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

// a Date stands for a day or a moment wherever one is given, and for nothing else
interface Calendar {
  nodes: {
    Event: { properties: { day: PlainDate; at: ZonedDateTime; clock: PlainTime; name: string }; in: {}; out: {} }
  }
  relationships: {}
}
declare const db: Graph<Calendar>
const at = new Date()
export const taken = [
  db.match('(e:Event {day: $day})').where('e.at < $at').run({ day: at, at }),
  db
    .match('(e:Event)')
    .where(({ e }) => e.at.lt(at).and(e.day.eq(at)))
    .set('e', { at }),
  db
    .unwind('$rows AS row')
    .match('(e:Event {name: row.name})')
    .set('e.at = row.at')
    .execute({ rows: [{ name: '', at }] }),
]
// @ts-expect-error a time of day is no Date
export const clock = db.match('(e:Event {clock: $clock})').return('e.name AS name').run({ clock: at })
// @ts-expect-error nor is a text
export const name = db.match('(e:Event {name: $name})').return('e.name AS name').run({ name: at })
