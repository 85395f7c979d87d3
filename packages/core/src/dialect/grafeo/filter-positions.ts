import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import { walkClauses } from '../../ast/walk.ts'

/** The expressions of a statement that stand where null and false lead to the same. */
export const filterPositions = (clauses: readonly Clause[]): WeakSet<Expression> => {
  const found = new WeakSet<Expression>()
  const mark = (node: Expression | undefined): void => {
    if (node === undefined) return
    found.add(node)
    if (node.kind === 'parenthesised') mark(node.inner)
    if (node.kind !== 'binary' || (node.operator !== 'AND' && node.operator !== 'OR')) return
    mark(node.left)
    mark(node.right)
  }
  walkClauses(clauses, {
    clause: (each) => {
      if (each.kind === 'where') mark(each.condition)
    },
    expression: (each) => {
      if (each.kind === 'list-comprehension' || each.kind === 'pattern-comprehension') mark(each.where)
      if (each.kind === 'case' && each.operand === undefined) for (const { when } of each.branches) mark(when)
    },
  })
  return found
}
