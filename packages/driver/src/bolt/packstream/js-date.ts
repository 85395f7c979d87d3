import { Refusal } from './refusal.ts'
import { Structure } from './structure.ts'

/** A JS Date is a moment: a datetime in UTC. */
export const jsDateOf = (value: Date, utc: boolean): Structure => {
  const time = value.getTime()
  if (Number.isNaN(time)) throw new Refusal('is an invalid Date')
  return new Structure(utc ? 0x49 : 0x46, [...secondsOf(time), 0])
}

/** As a localdatetime: what the calendar and the clock show in UTC. */
export const localDateTimeOf = (value: Date): Structure => new Structure(0x64, secondsOf(value.getTime()))

/** As a date: what the calendar shows in UTC. */
export const calendarDateOf = (value: Date): Structure =>
  new Structure(0x44, [Math.floor(value.getTime() / 86_400_000)])

const secondsOf = (milliseconds: number): [seconds: number, nanoseconds: number] => {
  const seconds = Math.floor(milliseconds / 1000)
  return [seconds, (milliseconds - seconds * 1000) * 1_000_000]
}
