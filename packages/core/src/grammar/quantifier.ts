import type { Quantifier } from '../ast/pattern.ts'
import type { Cursor } from './cursor.ts'

const WHOLE = /^\d+$/

/** A bound of how often something is walked, if one is given. */
export const readBound = (cursor: Cursor): number | undefined => {
  const { kind, value } = cursor.peek()
  if (kind !== 'number') return undefined
  const bound = Number(value)
  if (!WHOLE.test(value) || !Number.isSafeInteger(bound)) cursor.fail('a length is a whole number')
  cursor.at += 1
  return bound
}

/**
 * `+`, `*`, `{2}`, `{1,3}`, `{,3}`, `{1,}`: how often the part of a path before it is walked.
 *
 * @example
 * readQuantifier(cursor) // '{1,3}' → { min: 1, max: 3 }
 */
export const readQuantifier = (cursor: Cursor): Quantifier | undefined => {
  if (cursor.take('+')) return { min: 1, max: undefined }
  if (cursor.take('*')) return { min: 0, max: undefined }
  if (!cursor.take('{')) return undefined
  const min = readBound(cursor)
  const max = cursor.take(',') ? readBound(cursor) : (min ?? cursor.fail('expected {2}, {1,3}, {,3} or {1,}'))
  cursor.expect('}', "',' or '}'")
  return { min, max }
}
