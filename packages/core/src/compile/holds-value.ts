import type { Expression } from '../ast/expression.ts'
import { walkExpression } from '../ast/walk.ts'

/** Whether an inline value stands in an expression: its text then depends on the parameters before it. */
export const holdsValue = (node: Expression): boolean => {
  let found = false
  walkExpression(node, { expression: (each) => ((found ||= each.kind === 'value'), !found) })
  return found
}
