import type { Plain } from '../read/plain.ts'

/**
 * A text that two options have in common only when they ask for the same: names, and values of the same kind.
 *
 * @example
 * sameOptions({ include: { WROTE: { limit: 3 } } }) === sameOptions({ include: { WROTE: { limit: 3 } } })
 */
export const sameOptions = (given: Plain): string =>
  JSON.stringify(given, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    const own = this[key] // as it is, before toJSON made something else of it
    if (typeof own !== 'object' || own === null) return `${typeof own}:${String(own)}`
    return 'toJSON' in own ? `${own.constructor.name}:${JSON.stringify(value)}` : value
  })
