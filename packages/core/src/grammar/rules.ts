import type { Rules } from './cursor.ts'
import { readBareExpression, readExpression } from './expression.ts'
import { readCompared } from './operator.ts'
import { readClauses } from './statement.ts'

/** The rules that refer to one another in a circle, joined here. */
export const rules: Rules = {
  expression: readExpression,
  operators: readBareExpression,
  compared: readCompared,
  clauses: readClauses,
}
