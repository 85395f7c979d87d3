import type { Expression } from '../ast/expression.ts'
import type { NodePattern } from '../ast/pattern.ts'

type Binary = Extract<Expression, { kind: 'binary' }>

/** `u.name` */
export const property = (of: string, key: string): Expression => ({
  kind: 'property',
  of: { kind: 'variable', name: of },
  key,
})

export const binary = (operator: Binary['operator'], left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
})

/** A node that must also meet a condition. */
export const narrowed = (node: NodePattern, condition: Expression): NodePattern => ({
  ...node,
  where: node.where === undefined ? condition : binary('AND', node.where, condition),
})
