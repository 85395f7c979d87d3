import { allClauses } from './print-all-clauses.ts'
import { printAnyPattern } from './print-any-pattern.ts'
import { commonExpressions } from './print-expression.ts'
import type { Printers } from './printers.ts'

/** Printers of what callbacks can make. */
export const commonPrinters: Printers = {
  expressions: commonExpressions,
  clauses: allClauses,
  pattern: printAnyPattern,
}
