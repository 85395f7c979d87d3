import type { Expression } from '../ast/expression.ts'

const WHOLE = /^(?:\d[\d_]*|0[xX][\da-fA-F_]+|0[oO][0-7_]+)$/
const FRACTION = /^(?:\d[\d_]*)?(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?$/

/**
 * What a number token stands for: a number, or a bigint past 2^53; `undefined` for a form that Cypher has not.
 *
 * @example
 * readNumber('0xff') // { kind: 'literal', value: 255, source: '0xff' }
 */
export const readNumber = (source: string): Expression | undefined => {
  const digits = source.replaceAll('_', '')
  if (WHOLE.test(source)) {
    const exact = BigInt(digits)
    const value = exact <= Number.MAX_SAFE_INTEGER ? Number(exact) : exact
    return { kind: 'literal', value, source }
  }
  if (!FRACTION.test(source)) return undefined
  return { kind: 'literal', value: Number(digits), float: true, source }
}
