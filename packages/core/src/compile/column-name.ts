import type { ProjectionItem } from '../ast/clause.ts'
import { scratch } from './writer.ts'

/** The name an engine gives to a column: its alias, the name of a variable, or the text as it stands. */
export const columnName = ({ alias, expression, source }: ProjectionItem): string => {
  if (alias !== undefined) return alias
  if (expression.kind === 'variable') return expression.name
  if (expression.kind === 'entity') return columnName({ alias, expression: expression.of })
  return expression.source ?? source ?? scratch().expression(expression)
}
