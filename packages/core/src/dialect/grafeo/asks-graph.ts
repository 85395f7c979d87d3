import type { Expression } from '../../ast/expression.ts'
import { walkExpression } from '../../ast/walk.ts'

const kinds: ReadonlySet<Expression['kind']> = new Set(['subquery', 'pattern-predicate', 'pattern-comprehension'])

/** Whether an expression looks into the graph again: EXISTS { … }, COUNT { … }, (a)-->(b), [(a)-->(b) | …]. */
export const asksGraph = (node: Expression): boolean => {
  let found = false
  walkExpression(node, {
    expression: (each) => {
      found ||= kinds.has(each.kind)
      return !found
    },
  })
  return found
}
