import { commonClauses } from './print-clauses.ts'
import { commonExpressions } from './print-expression.ts'
import { printPattern } from './print-pattern.ts'
import type { Printers } from './printers.ts'

/** Printers of what callbacks and patterns put together at run time can make. */
export const commonPrinters: Printers = {
  expressions: commonExpressions,
  clauses: commonClauses,
  pattern: printPattern,
}
