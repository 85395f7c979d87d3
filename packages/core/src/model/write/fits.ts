import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import { isFloat } from '../../value/float.ts'
import { isPoint } from '../../value/point.ts'
import type { ScalarName, ValueType } from '../../value/value-type.ts'
import { isReadAsText } from '../read-as-text.ts'

/** Whether a value is one of a type, and what it should have been. */
export interface Fit {
  readonly words: string
  fits(value: unknown): boolean
}

const isWhole = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'bigint'
const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint' || isFloat(value)

const plain: { readonly [K in ScalarName]?: Fit } = {
  string: { words: 'a text', fits: (value) => typeof value === 'string' },
  boolean: { words: 'true or false', fits: (value) => typeof value === 'boolean' },
  integer: { words: 'a whole number', fits: isWhole },
  bigint: { words: 'a whole number', fits: isWhole },
  float: { words: 'a number', fits: (value) => typeof value === 'number' || isFloat(value) },
  number: { words: 'a number', fits: isNumber },
  bytes: { words: 'bytes', fits: (value) => value instanceof Uint8Array },
  point: { words: 'a point', fits: isPoint },
}

/** An object of a class: which one it has to be the driver knows. */
const isMade = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null
}

const temporal = (kind: string, policy: TemporalPolicy): Fit => {
  const text = isReadAsText(kind, policy)
  return {
    words: text ? `a ${kind}, or its text` : `a ${kind}, not its text`,
    fits: (value) => isMade(value) || (text && typeof value === 'string'),
  }
}

const anything: Fit = { words: 'anything', fits: () => true }

const withoutNull = (type: ValueType, policy: TemporalPolicy): Fit => {
  if (type.kind === 'list') {
    const each = fitOf(type.of, policy)
    return {
      words: `a list, each ${each.words}`,
      fits: (value) => Array.isArray(value) && value.every((item) => each.fits(item)),
    }
  }
  if (type.kind === 'union') {
    const members = type.of.map((member) => fitOf(member, policy))
    return {
      words: members.map(({ words }) => words).join(' or '),
      fits: (value) => members.some((member) => member.fits(value)),
    }
  }
  // That policy reads all of them as text.
  if (isReadAsText(type.kind, 'string')) return temporal(type.kind, policy)
  return plain[type.kind as ScalarName] ?? anything // of no other kind there is a property
}

const made = (type: ValueType, policy: TemporalPolicy): Fit => {
  const fit = withoutNull(type, policy)
  return type.nullable && fit !== anything
    ? { words: fit.words, fits: (value) => value === null || fit.fits(value) }
    : fit
}

const kept: Readonly<Record<TemporalPolicy, WeakMap<ValueType, Fit>>> = {
  temporal: new WeakMap(),
  date: new WeakMap(),
  string: new WeakMap(),
}

/** How a value of a property's type is known. */
export const fitOf = (type: ValueType, policy: TemporalPolicy): Fit => {
  let found = kept[policy].get(type)
  if (found === undefined) kept[policy].set(type, (found = made(type, policy)))
  return found
}
