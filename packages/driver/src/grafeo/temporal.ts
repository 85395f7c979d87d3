import { OffsetTime } from '@motif/core/offset-time'
import { temporalLibrary } from '../temporal-library.ts'

const date = /^(-?\d+)-(\d\d)-(\d\d)$/
const time = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?$/
const dateTime = /^(-?\d+-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?$/

const dateParts = (text: string): [number, number, number] | undefined => {
  const found = date.exec(text)
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3])]
}

const timeParts = (text: string): number[] | undefined => {
  const found = time.exec(text)
  if (found === null) return undefined
  const fraction = (found[4] ?? '').padEnd(9, '0')
  return [found[1], found[2], found[3], fraction.slice(0, 3), fraction.slice(3, 6), fraction.slice(6)].map(Number)
}

/** Each reads one of the engine's texts; any other text, and a value out of range, stays as it is. */
export const readDate = (text: string): unknown => {
  const parts = dateParts(text)
  return parts === undefined ? text : orText(text, () => new (temporalLibrary().PlainDate)(...parts))
}

export const readLocalTime = (text: string): unknown => {
  const parts = timeParts(text)
  return parts === undefined ? text : orText(text, () => new (temporalLibrary().PlainTime)(...parts))
}

export const readTime = (text: string): unknown => orText(text, () => OffsetTime.from(text))

export const readLocalDateTime = (text: string): unknown => {
  const [, day, clock, zone] = dateTime.exec(text) ?? []
  const date = dateParts(day ?? '')
  const time = timeParts(clock ?? '')
  if (date === undefined || time === undefined || zone !== undefined) return text
  return orText(text, () => new (temporalLibrary().PlainDateTime)(...date, ...time))
}

export const readDateTime = (text: string): unknown => {
  const [, day, clock, zone] = dateTime.exec(text) ?? []
  const date = dateParts(day ?? '')
  const time = timeParts(clock ?? '')
  if (date === undefined || time === undefined || zone === undefined) return text
  return orText(
    text,
    () => new (temporalLibrary().ZonedDateTime)(epochNanoseconds(date, time, zone), zone === 'Z' ? 'UTC' : zone),
  )
}

export const readDuration = (text: string): unknown => orText(text, () => temporalLibrary().Duration.from(text))

/** The engine hands a localdatetime out as a Date, cut to milliseconds, its fields in UTC. */
export const readTimestamp = (value: Date): unknown =>
  new (temporalLibrary().PlainDateTime)(
    value.getUTCFullYear(),
    value.getUTCMonth() + 1,
    value.getUTCDate(),
    value.getUTCHours(),
    value.getUTCMinutes(),
    value.getUTCSeconds(),
    value.getUTCMilliseconds(),
  )

const epochNanoseconds = ([year, month, day]: readonly number[], time: readonly number[], zone: string): bigint => {
  const [hour = 0, minute = 0, second = 0, milli = 0, micro = 0, nano = 0] = time
  // setUTCFullYear, since Date.UTC takes the years 0 to 99 for those of the twentieth century.
  const whole = new Date(Date.UTC(2000, 0, 1, hour, minute, second)).setUTCFullYear(year ?? 0, (month ?? 1) - 1, day)
  const sign = zone.startsWith('-') ? -1 : 1
  const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)))
  return BigInt(whole - offset * 60_000) * 1_000_000n + BigInt(milli * 1_000_000 + micro * 1000 + nano)
}

const orText = (text: string, make: () => unknown): unknown => {
  try {
    return make()
  } catch {
    return text
  }
}
