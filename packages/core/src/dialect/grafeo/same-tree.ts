import { bare } from './bare.ts'
import type { Expression } from '../../ast/expression.ts'

const isParenthesised = (value: object): value is Extract<Expression, { kind: 'parenthesised' }> =>
  'kind' in value && value.kind === 'parenthesised'

/**
 * Whether two trees say the same, whatever their source text and parentheses.
 *
 * @example
 * sameTree(parse('(n.age)'), parse('n . age')) // true
 */
export const sameTree = (left: unknown, right: unknown): boolean => {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return Object.is(left, right)
  if (isParenthesised(left)) return sameTree(bare(left), right)
  if (isParenthesised(right)) return sameTree(left, bare(right))
  const a = left as Readonly<Record<string, unknown>> // any node, field by field
  const b = right as Readonly<Record<string, unknown>>
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  keys.delete('source')
  for (const key of keys) if (!sameTree(a[key], b[key])) return false
  return true
}
