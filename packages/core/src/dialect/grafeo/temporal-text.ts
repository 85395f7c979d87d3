import type { Capability } from '../dialect.ts'

/** Why a text is not one the engine reads, and how to write it. */
export interface Misread {
  readonly capability: Capability
  readonly what: string
  readonly instead: string
}

const day = String.raw`[+-]?\d{4,}-(\d{2})-(\d{2})`
const clock = String.raw`([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`
const offset = String.raw`(?:Z|[+-]\d{2}:\d{2})?`
const parts = String.raw`-?P(?:-?\d+Y)?(?:-?\d+M)?(?:-?\d+W)?(?:-?\d+D)?(?:T(?:-?\d+H)?(?:-?\d+M)?(?:-?\d+S|\d+\.\d{1,9}S)?)?`

const forms: Readonly<Record<string, readonly [form: RegExp, example: string]>> = {
  date: [new RegExp(`^${day}$`), '2020-01-31'],
  time: [new RegExp(`^${clock}${offset}$`), '10:30:00+01:00'],
  localtime: [new RegExp(`^${clock}$`), '10:30:00'],
  datetime: [new RegExp(`^${day}T${clock}${offset}$`), '2020-01-31T10:30:00+01:00'],
  localdatetime: [new RegExp(`^${day}(?:T${clock})?$`), '2020-01-31T10:30:00'],
  duration: [new RegExp(`^(?=.*\\d)${parts}$`), 'P1Y2M3DT4H5M6.5S, or -PT6.5S for less than nothing'],
}

const isDay = (text: string): boolean => {
  const found = /^([+-]?\d{4,})-(\d{2})-(\d{2})/.exec(text)
  if (found === null) return true
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, date)
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date
}

/**
 * What is wrong with the text of `date('…')` and its kin: the engine makes null, without a word, of every form but the
 * plain ISO one, and keeps microseconds where there is a date with the time.
 *
 * @example
 * misreadTemporal('date', '2020-W10-3') // { capability: 'temporal-components', … }
 */
export const misreadTemporal = (name: string, text: string): Misread | undefined => {
  const form = forms[name]
  if (form === undefined) return undefined
  if (/\[.*\]$/.test(text)) {
    return {
      capability: 'named-zones',
      what: `such text as in ${name}('${text}')`,
      instead: 'write the offset, as in +01:00',
    }
  }
  if (!form[0].test(text) || !isDay(text)) {
    return {
      capability: 'temporal-components',
      what: `such text as in ${name}('${text}')`,
      instead: `write ${form[1]}`,
    }
  }
  const finer = name.endsWith('datetime') && /\.\d{6}0*[1-9]/.test(text)
  return finer
    ? { capability: 'nanoseconds', what: `such text as in ${name}('${text}')`, instead: 'round it to microseconds' }
    : undefined
}
