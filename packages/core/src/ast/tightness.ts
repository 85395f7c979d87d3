import type { BinaryOperator } from './expression.ts'

/**
 * How tightly a binary operator holds its operands, 1 the loosest; NOT stands at 4, and what is higher than all of them
 * at 10 and more. Parsing, printing and typing go by this one table.
 */
export const tightness: Readonly<Record<BinaryOperator, number>> = {
  OR: 1,
  XOR: 2,
  AND: 3,
  '=': 5,
  '<>': 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '=~': 6,
  IN: 6,
  'STARTS WITH': 6,
  'ENDS WITH': 6,
  CONTAINS: 6,
  '+': 7,
  '-': 7,
  '||': 7,
  '*': 8,
  '/': 8,
  '%': 8,
  '^': 9,
}
