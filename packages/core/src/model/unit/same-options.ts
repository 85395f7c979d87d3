import type { Plain } from '../read/plain.ts'

const kindOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'toJSON' in value ? value.constructor.name : typeof value

/**
 * A text that two options have in common only when they ask for the same: names, and values of the same kind.
 *
 * @example
 * sameOptions({ include: { WROTE: { limit: 3 } } }) === sameOptions({ include: { WROTE: { limit: 3 } } })
 */
export const sameOptions = (given: Plain): string =>
  JSON.stringify(given, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    const own = this[key] // as it is, before toJSON made a text of it
    if (typeof own === 'object' && own !== null && !('toJSON' in own)) return value
    return `${kindOf(own)}:${String(own)}`
  })
