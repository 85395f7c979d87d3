import type { Expression } from '../ast/expression.ts'
import type { Cursor, Stops } from './cursor.ts'
import { meantKeyword } from './keyword.ts'
import { Misfit } from './misfit.ts'
import { readOperators } from './operator.ts'

const freeze = Object.freeze

/** Runs one level deeper: an expression in another makes the tree one taller, however many stand side by side. */
const nested = (cursor: Cursor): Expression => {
  const outer = cursor.tallest
  cursor.tallest = 0
  cursor.enter()
  const expression = readOperators(cursor, 0)
  cursor.depth -= 1
  cursor.grow()
  cursor.tallest = Math.max(outer, cursor.tallest)
  return expression
}

/** An expression as far as it goes. */
export const readBareExpression = (cursor: Cursor): Expression => nested(cursor)

/** Steps over one token, or over brackets whole; a name after a dot and the WITH of STARTS WITH end nothing. */
const step = (cursor: Cursor): void => {
  const { key } = cursor
  cursor.at = Math.max(cursor.at, cursor.mates[cursor.at] ?? 0) + 1
  if ((key === '.' || key === ':' || key === 'STARTS' || key === 'ENDS') && cursor.isName()) cursor.at += 1
}

const closed = (cursor: Cursor): boolean => {
  const { kind, key } = cursor.peek()
  return kind === 'end' || key === ')' || key === ']' || key === '}' || key === ';'
}

/** Up to where the expression must end; what stands between CASE and END does not end it. */
const skip = (cursor: Cursor): void => {
  let cases = 0
  do {
    if (cursor.key === 'CASE') cases += 1
    else if (cursor.key === 'END' && cases > 0) cases -= 1
    step(cursor)
  } while (!(cases > 0 ? closed(cursor) : cursor.ended()))
}

/** The text of an expression that is not understood, with the names of its parameters. */
const readOpaque = (cursor: Cursor, start: number): Expression => {
  cursor.at = start
  if (cursor.missing()) cursor.failMissing('expected an expression')
  skip(cursor)
  const names = new Set<string>()
  for (let at = start; at < cursor.at; at += 1) {
    const token = cursor.tokens[at]
    if (token?.kind === 'parameter') names.add(token.value)
  }
  return freeze({ kind: 'opaque', source: cursor.source(start), parameters: freeze([...names]) })
}

/** A word that is all but a clause, after something understood, is a slip and not an unknown operator. */
const refuseSlip = (cursor: Cursor): void => {
  const { kind, key } = cursor.peek()
  if (kind === 'word' && meantKeyword(key) !== undefined) {
    throw cursor.error(cursor.at, `expected an operator, ',' or the next clause (did you mean ${meantKeyword(key)}?)`)
  }
}

/**
 * An expression up to where it must end: a comma, a closing bracket, a clause, or one of `stops`. One that is not
 * understood becomes `opaque`, never an error; only a missing one is.
 *
 * @example
 * readExpression(cursor, NO_STOPS) // 'p.age >= $minAge' → binary >= of a property and a parameter
 */
export const readExpression = (cursor: Cursor, stops: Stops): Expression => {
  const { at, depth, tallest, clause, stops: outer } = cursor
  cursor.stops = stops
  let expression: Expression | undefined
  try {
    const read = nested(cursor)
    if (cursor.ended()) expression = read
    else refuseSlip(cursor)
  } catch (error) {
    if (!(error instanceof Misfit) || error.missing) throw error
    cursor.depth = depth
    cursor.tallest = tallest
    cursor.clause = clause
    cursor.stops = stops
  }
  expression ??= readOpaque(cursor, at)
  cursor.stops = outer
  return expression
}
