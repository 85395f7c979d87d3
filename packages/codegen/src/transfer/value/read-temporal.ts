import { GraphError } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import { Temporal } from 'temporal-polyfill'
import { StoredDuration } from './duration-parts.ts'

/** The kinds of temporal values, as introspection names them. */
export type TemporalWord = 'date' | 'time' | 'localTime' | 'dateTime' | 'localDateTime' | 'duration'

/** ISO 8601 gives years past 9999, and before 0, a sign and six digits; engines do not. */
const isoYear = (text: string): string =>
  text.replace(/^([+-]?)(\d+)-(?=\d\d-\d\d)/, (whole, sign: string, year: string) =>
    sign === '' && year.length === 4
      ? whole
      : `${sign === '-' && Number(year) > 0 ? '-' : '+'}${year.padStart(6, '0')}-`,
  )

const durationForm =
  /^(-?)P(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?)(\d+)(?:\.(\d{1,9}))?S)?)?$/

/** A duration each of whose parts may have a sign of its own, which Temporal's may not. */
const readDuration = (text: string): StoredDuration => {
  const parts = durationForm.exec(text)
  if (parts === null) throw new TypeError('not a duration')
  const [, sign, years, months, weeks, days, hours, minutes, secondSign, seconds = '0', fraction = ''] = parts
  const whole = (part = '0'): bigint => BigInt(part)
  const below = BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'))
  const nanoseconds = (whole(hours) * 3_600n + whole(minutes) * 60n) * 1_000_000_000n
  const all = sign === '-' ? -1n : 1n
  return new StoredDuration({
    months: all * (whole(years) * 12n + whole(months)),
    days: all * (whole(weeks) * 7n + whole(days)),
    nanoseconds: all * (nanoseconds + (secondSign === '-' ? -below : below)),
  })
}

const readDateTime = (text: string): unknown => {
  const [, local = '', zone = ''] = /^(.*T[^Z+-]*)(Z|[+-].*)$/.exec(isoYear(text)) ?? []
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone === 'Z' ? 'UTC' : zone)
}

const readers: Readonly<Record<TemporalWord, (text: string) => unknown>> = {
  date: (text) => Temporal.PlainDate.from(isoYear(text)),
  time: (text) => OffsetTime.from(text),
  localTime: (text) => Temporal.PlainTime.from(text),
  localDateTime: (text) => Temporal.PlainDateTime.from(isoYear(text)),
  dateTime: readDateTime,
  duration: readDuration,
}

/** True for a word that names a temporal kind. */
export const isTemporalWord = (word: string): word is TemporalWord => Object.hasOwn(readers, word)

/** Reads the text that an engine, or a dump, has for a temporal value. Throws RESULT_SHAPE for any other text. */
export const readTemporal = (word: TemporalWord, text: string): unknown => {
  try {
    return readers[word](text)
  } catch (cause) {
    throw new GraphError(
      'RESULT_SHAPE',
      `a ${word} cannot be read: it is written in another form, or past what Temporal can hold`,
      { cause },
    )
  }
}
