import type { BinaryOperator, Expression } from '../ast/expression.ts'
import type { Cursor } from './cursor.ts'
import { readPostfix } from './postfix.ts'

const freeze = Object.freeze

const NOT = 4
const COMPARISON = 5
const PREDICATE = 6

/** How tightly an operator binds; those of one level are read from left to right. */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ['OR', 1],
  ['XOR', 2],
  ['AND', 3],
  ['=', COMPARISON],
  ['<>', COMPARISON],
  ['<', COMPARISON],
  ['<=', COMPARISON],
  ['>', COMPARISON],
  ['>=', COMPARISON],
  ['=~', PREDICATE],
  ['IN', PREDICATE],
  ['STARTS', PREDICATE],
  ['ENDS', PREDICATE],
  ['CONTAINS', PREDICATE],
  ['IS', PREDICATE],
  ['+', 7],
  ['-', 7],
  ['||', 7],
  ['*', 8],
  ['/', 8],
  ['%', 8],
  ['^', 9],
])

const levelOf = (cursor: Cursor): number => LEVELS.get(cursor.key) ?? 0

type Binary = Extract<Expression, { kind: 'binary' }>

const binary = (cursor: Cursor, start: number, parts: Pick<Binary, 'operator' | 'left' | 'right'>): Expression => {
  cursor.grow()
  const { operator, left, right } = parts
  return freeze({ kind: 'binary', operator, left, right, source: cursor.source(start) })
}

/** `a < b`, and `a <= b < c`, which means `a <= b AND b < c`. */
const readComparison = (cursor: Cursor, first: Expression, start: number): Expression => {
  let left = first
  let leftFrom = start
  let whole: Expression | undefined
  while (levelOf(cursor) === COMPARISON) {
    const operator = cursor.key as BinaryOperator // levelOf says so
    cursor.at += 1
    const rightFrom = cursor.at
    const right = readOperators(cursor, COMPARISON + 1)
    const part = binary(cursor, leftFrom, { operator, left, right })
    whole = whole === undefined ? part : binary(cursor, start, { operator: 'AND', left: whole, right: part })
    left = right
    leftFrom = rightFrom
  }
  return whole ?? first
}

/** `IS NULL`, `IS NOT NULL` */
const readNullTest = (cursor: Cursor, operand: Expression, start: number): Expression => {
  const negated = cursor.takeAll('IS', 'NOT', 'NULL')
  if (!negated && !cursor.takeAll('IS', 'NULL')) cursor.fail('expected NULL or NOT NULL after IS')
  cursor.grow()
  return freeze({ kind: 'null-test', negated, operand, source: cursor.source(start) })
}

/** `=~`, `IN`, `STARTS WITH`, `ENDS WITH`, `CONTAINS`, null tests. */
const readPredicate = (cursor: Cursor, left: Expression, start: number): Expression => {
  const { key } = cursor
  if (key === 'IS') return readNullTest(cursor, left, start)
  cursor.at += 1
  const twoWords = key === 'STARTS' || key === 'ENDS'
  if (twoWords) cursor.expect('WITH', `WITH after ${key}`)
  const operator = (twoWords ? `${key} WITH` : key) as BinaryOperator // the keys of this level, in Cypher's spelling
  return binary(cursor, start, { operator, left, right: readOperators(cursor, PREDICATE + 1) })
}

const readBinary = (cursor: Cursor, left: Expression, level: number, start: number): Expression => {
  if (level === COMPARISON) return readComparison(cursor, left, start)
  if (level === PREDICATE) return readPredicate(cursor, left, start)
  const operator = cursor.key as BinaryOperator // the remaining keys of LEVELS are operators as they stand
  cursor.at += 1
  return binary(cursor, start, { operator, left, right: readOperators(cursor, level + 1) })
}

/** `NOT a`, `-a`, `+a`, or an operand with what follows it. */
const readPrefix = (cursor: Cursor): Expression => {
  const start = cursor.at
  const operator = cursor.key
  if (operator !== 'NOT' && operator !== '-' && operator !== '+') return readPostfix(cursor)
  cursor.at += 1
  cursor.enter()
  const operand = operator === 'NOT' ? readOperators(cursor, NOT + 1) : readPrefix(cursor)
  cursor.depth -= 1
  cursor.grow()
  return freeze({ kind: 'unary', operator, operand, source: cursor.source(start) })
}

/**
 * An expression of operators that bind at least as tightly as `minimum`.
 *
 * @example
 * readOperators(cursor, 0) // 'a + b * c' → binary + of a and (binary * of b and c)
 */
export const readOperators = (cursor: Cursor, minimum: number): Expression => {
  const start = cursor.at
  const outer = cursor.tallest
  cursor.tallest = 0
  let left = readPrefix(cursor)
  for (let level = levelOf(cursor); level > 0 && level >= minimum; level = levelOf(cursor)) {
    left = readBinary(cursor, left, level, start)
  }
  cursor.tallest = Math.max(outer, cursor.tallest)
  return left
}
