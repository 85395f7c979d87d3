import type { Expression } from '../../ast/expression.ts'
import { bare } from './bare.ts'

/** The conditions that AND joins, each on its own. */
export const conjuncts = (node: Expression): readonly Expression[] => {
  const inner = bare(node)
  if (inner.kind !== 'binary' || inner.operator !== 'AND') return [node]
  return [...conjuncts(inner.left), ...conjuncts(inner.right)]
}
