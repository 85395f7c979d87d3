import type { Expression } from '../ast/expression.ts'

const WHOLE = /^(?:\d+|0[xo].*)$/i

/**
 * What a number token stands for: a number, or a bigint past 2^53; `undefined` for a form that Cypher has not, and for
 * a float past the largest there is.
 *
 * @example
 * readNumber('0xff') // { kind: 'literal', value: 255, source: '0xff' }
 */
export const readNumber = (source: string): Expression | undefined => {
  const digits = source.replaceAll('_', '')
  const value = Number(digits)
  if (Number.isNaN(value)) return undefined
  if (!WHOLE.test(digits)) return value === Infinity ? undefined : { kind: 'literal', value, float: true, source }
  return { kind: 'literal', value: value <= Number.MAX_SAFE_INTEGER ? value : BigInt(digits), source }
}
