const units = { Y: 12, M: 1, W: 7, D: 1 } as const

const nanoseconds = (text: string): bigint => {
  const [whole = '0', part = ''] = text.split('.')
  const size = BigInt(whole.replace(/^[+-]/, '') || '0') * 1_000_000_000n + BigInt(part.slice(0, 9).padEnd(9, '0'))
  return whole.startsWith('-') ? -size : size
}

/** Months, days and nanoseconds of a duration, or nothing for what is none. */
const duration = (text: string): string | undefined => {
  const found = /^([+-]?)P(?=.)((?:[+-]?\d+(?:\.\d+)?[YMWD])*)(?:T((?:[+-]?\d+(?:\.\d+)?[HMS])+))?$/.exec(text)
  if (found === null) return undefined
  const [, sign, date = '', time = ''] = found
  const turn = sign === '-' ? -1 : 1
  let [months, days, rest] = [0, 0, 0n]
  for (const [, size = '', unit = ''] of date.matchAll(/([+-]?[\d.]+)([YMWD])/g)) {
    const amount = Number(size) * units[unit as keyof typeof units] // the pattern has no others
    if (unit === 'Y' || unit === 'M') months += amount
    else days += amount
  }
  for (const [, size = '', unit = ''] of time.matchAll(/([+-]?[\d.]+)([HMS])/g))
    rest += nanoseconds(size) * (unit === 'H' ? 3600n : unit === 'M' ? 60n : 1n)
  return `P${months * turn}M${days * turn}DT${rest * BigInt(turn)}`
}

const moment = /^((?:[+-]?\d{4,9}-\d\d-\d\dT)?\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d(?::\d\d)?)?(\[.+\])?$/

/** A time with seconds written out, no zeros at the end of a fraction, and no zone that is but an offset. */
const clock = (text: string): string => {
  const found = moment.exec(text)
  if (found === null) return text
  const [, start = '', seconds = ':00', fraction = '', offset = '', zone = ''] = found
  const place = /^\[(?:[+-]|UTC|Z)/.test(zone) ? '' : zone
  return `${start}${seconds}${fraction.replace(/\.?0+$/, '')}${offset === 'Z' ? '+00:00' : offset}${place}`
}

/** Text that may be a moment or a duration in one spelling, since engines write zeros and units each their own way. */
export const momentText = (text: string): string => duration(text) ?? clock(text)
