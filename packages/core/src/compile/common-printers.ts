import { allClauses } from './print-all-clauses.ts'
import { allExpressions } from './print-all-expressions.ts'
import { printAnyPattern } from './print-any-pattern.ts'
import type { Printers } from './printers.ts'

/** Printers of what callbacks can make, which is all that a text can hold. */
export const commonPrinters: Printers = {
  expressions: allExpressions,
  clauses: allClauses,
  pattern: printAnyPattern,
}
