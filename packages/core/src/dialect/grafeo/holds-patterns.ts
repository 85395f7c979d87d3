import type { Expression } from '../../ast/expression.ts'
import { walkExpression } from '../../ast/walk.ts'

/** Whether a list of patterns, `[(a)-->(b) | …]`, stands in an expression. */
export const holdsPatterns = (node: Expression): boolean => {
  let found = false
  walkExpression(node, {
    expression: (each) => {
      found ||= each.kind === 'pattern-comprehension'
      return !found
    },
  })
  return found
}
