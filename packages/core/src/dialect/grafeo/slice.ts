import type { Expression } from '../../ast/expression.ts'
import { bare } from './bare.ts'
import type { Change, Place } from './change.ts'
import { make } from './make.ts'
import { mayBeNull } from './may-be-null.ts'

/** The number an expression is, where it stands in the text. */
const literalOf = (node: Expression): number | undefined => {
  const inner = bare(node)
  if (inner.kind === 'literal') return typeof inner.value === 'number' ? inner.value : undefined
  if (inner.kind !== 'unary' || inner.operator === 'NOT') return undefined
  const operand = literalOf(inner.operand)
  return operand === undefined ? undefined : inner.operator === '-' ? -operand : operand
}

const isSize = (node: Expression): boolean => node.kind === 'call' && /^(?:size|count|length)$/i.test(node.name)

/** A bound counted from the end, which the engine does not do: from the start, and not before it. */
const bound = (node: Expression | undefined, of: Expression): Expression | undefined => {
  if (node === undefined || isSize(bare(node))) return node
  const size = make.call('size', of)
  const literal = literalOf(node)
  if (literal !== undefined && literal >= 0) return node
  if (literal !== undefined) {
    const back = make.number(-literal)
    return make.choose([[make.binary(size, '>', back), make.binary(size, '-', back)]], make.number(0))
  }
  const counted = make.binary(size, '+', node)
  const zero = make.number(0)
  return make.choose(
    [
      [make.binary(node, '>=', zero), node],
      [make.binary(counted, '>', zero), counted],
    ],
    zero,
  )
}

const isNullLiteral = (node: Expression | undefined): boolean => {
  const inner = node === undefined ? undefined : bare(node)
  return inner?.kind === 'literal' && inner.value === null
}

const nullBounds = (bounds: readonly (Expression | undefined)[], { scope, context }: Place): readonly Expression[] =>
  bounds.filter((each): each is Expression => each !== undefined && mayBeNull(each, scope, context)).map(make.isNull)

/** Slices with a bound that is negative or may be; a null bound makes the whole slice null. */
export const changeSlice: Change<'slice'> = (node, place) => {
  if (isNullLiteral(node.from) || isNullLiteral(node.to)) return make.nothing
  const from = bound(node.from, node.of)
  const to = bound(node.to, node.of)
  const unknown = nullBounds([node.from, node.to], place)
  const slice: Expression = from === node.from && to === node.to ? node : { kind: 'slice', of: node.of, from, to }
  const isUnknown = unknown.reduce<Expression | undefined>(
    (left, right) => (left === undefined ? right : make.binary(left, 'OR', right)),
    undefined,
  )
  return isUnknown === undefined ? slice : make.choose([[isUnknown, make.nothing]], slice)
}
