import { allClauses } from './print-all-clauses.ts'
import { allExpressions } from './print-all-expressions.ts'
import { printAnyPattern } from './print-any-pattern.ts'
import type { Printers } from './printers.ts'

/** Printers of all that a text can hold and callbacks can make. */
export const allPrinters: Printers = {
  expressions: allExpressions,
  clauses: allClauses,
  pattern: printAnyPattern,
}
