import { GraphError } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import { Temporal } from 'temporal-polyfill'

/** The kinds of temporal values, as introspection names them. */
export type TemporalWord = 'date' | 'time' | 'localTime' | 'dateTime' | 'localDateTime' | 'duration'

/** ISO 8601 gives years past 9999, and before 0, a sign and six digits; engines do not. */
const isoYear = (text: string): string =>
  text.replace(/^([+-]?)(\d{4,})-/, (whole, sign: string, year: string) =>
    sign === '' && year.length === 4
      ? whole
      : `${sign === '-' && Number(year) > 0 ? '-' : '+'}${year.padStart(6, '0')}-`,
  )

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
  duration: (text) => Temporal.Duration.from(text),
}

/** True for a word that names a temporal kind. */
export const isTemporalWord = (word: string): word is TemporalWord => Object.hasOwn(readers, word)

/** Reads the text that an engine, or a dump, has for a temporal value. Throws RESULT_SHAPE for any other text. */
export const readTemporal = (word: TemporalWord, text: string): unknown => {
  try {
    return readers[word](text)
  } catch (cause) {
    throw new GraphError('RESULT_SHAPE', `a ${word} cannot be read: it lies past what Temporal can hold`, { cause })
  }
}
