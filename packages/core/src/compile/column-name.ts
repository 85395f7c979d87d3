import type { ProjectionItem } from '../ast/clause.ts'
import { walkExpression } from '../ast/walk.ts'
import type { Expression } from '../ast/expression.ts'
import { quoteName } from './quote.ts'
import { Writer } from './writer.ts'

/** Whether an inline value stands in an expression: its text then depends on the parameters before it. */
export const holdsValue = (node: Expression): boolean => {
  let found = false
  walkExpression(node, { expression: (each) => ((found ||= each.kind === 'value'), !found) })
  return found
}

/** The name an engine gives to a column: its alias, the name of a variable, or the text as it stands. */
export const columnName = ({ alias, expression, source }: ProjectionItem): string => {
  if (alias !== undefined) return alias
  if (expression.kind === 'variable') return expression.name
  return expression.source ?? source ?? new Writer(quoteName).expression(expression)
}
