import type { Bound, Figure } from './figure.ts'

/** A number as people read it: three digits that say something, thousands apart. */
export const readable = (value: number): string =>
  value.toLocaleString('en', Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 })

/** `≤ 3,300`, `≥ 2`, or nothing. */
export const readableBound = (bound: Bound | undefined): string =>
  bound === undefined ? '' : 'most' in bound ? `≤ ${readable(bound.most)}` : `≥ ${readable(bound.least)}`

/** The whole name of a figure. */
export const nameOf = ({ name, of }: Figure): string => (of === undefined ? name : `${name}, ${of}`)
