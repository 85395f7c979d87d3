import type { Clause } from './clause.ts'
import type { Expression } from './expression.ts'
import type { Pattern } from './pattern.ts'
import { type Below, belowElement, belowExpression, belowTheClause } from './below.ts'

/** What is called for each node of a walk, parents first. Returning `false` leaves out what lies below it. */
export interface Visitor {
  expression?(node: Expression): boolean | void
  pattern?(node: Pattern): boolean | void
  clause?(node: Clause): boolean | void
}

const descent = (visitor: Visitor): Below => {
  const below: Below = {
    expression(node) {
      if (visitor.expression?.(node) !== false) belowExpression(node, below)
    },
    pattern(node) {
      if (visitor.pattern?.(node) !== false) node.elements.forEach((element) => belowElement(element, below))
    },
    clauses: (nodes) =>
      nodes.forEach((node) => {
        if (visitor.clause?.(node) !== false) belowTheClause(node, below)
      }),
  }
  return below
}

/**
 * Visits a list of clauses and everything below it, at every depth, in the order it is written.
 *
 * @example
 * const names = new Set<string>()
 * walkClauses(clauses, { expression: node => void (node.kind === 'parameter' && names.add(node.name)) })
 */
export const walkClauses = (clauses: readonly Clause[], visitor: Visitor): void =>
  descent(visitor).clauses(clauses, false)

/** Visits an expression and everything below it, as `walkClauses` does. */
export const walkExpression = (expression: Expression, visitor: Visitor): void =>
  descent(visitor).expression(expression, false)
