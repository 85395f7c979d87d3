import type { Clause } from './clause.ts'
import type { Expression } from './expression.ts'
import type { Pattern } from './pattern.ts'
import { type Change, changeBelow, changeClause, changePattern } from './rewrite.ts'

/** What is called for each node of a walk, parents first. Returning `false` leaves out what lies below it. */
export interface Visitor {
  expression?(node: Expression): boolean | void
  pattern?(node: Pattern): boolean | void
  clause?(node: Clause): boolean | void
}

/** A walk is a rewrite that changes nothing, so that what lies below a node is written down once. */
const descent = (visitor: Visitor): Change => {
  const down: Change = {
    expression: (node) => (visitor.expression?.(node) === false ? node : changeBelow(node, down)),
    pattern: (node) => (visitor.pattern?.(node) === false ? node : changePattern(node, down)),
    clauses(nodes) {
      for (const node of nodes) if (visitor.clause?.(node) !== false) changeClause(node, down)
      return nodes
    },
  }
  return down
}

/**
 * Visits a list of clauses and everything below it, at every depth, in the order it is written.
 *
 * @example
 * const names = new Set<string>()
 * walkClauses(clauses, { expression: node => void (node.kind === 'parameter' && names.add(node.name)) })
 */
export const walkClauses = (clauses: readonly Clause[], visitor: Visitor): void => {
  descent(visitor).clauses(clauses, false)
}

/** Visits an expression and everything below it, as `walkClauses` does. */
export const walkExpression = (expression: Expression, visitor: Visitor): void => {
  descent(visitor).expression(expression, false)
}
