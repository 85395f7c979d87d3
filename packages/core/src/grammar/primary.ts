import type { Expression } from '../ast/expression.ts'
import { readMap, readMapProjection } from './brace.ts'
import { callAhead, readCall } from './call.ts'
import { readCase } from './case.ts'
import type { Cursor } from './cursor.ts'
import { opensClause, RESERVED } from './keyword.ts'
import { readNumber } from './literal.ts'
import { readBracket } from './list.ts'
import { patternAhead, readPattern, searchAhead } from './pattern.ts'
import { readSubquery, subqueryAhead } from './subquery.ts'

const CONSTANTS: Readonly<Record<string, boolean | number | null>> = {
  TRUE: true,
  FALSE: false,
  NULL: null,
  INF: Infinity,
  INFINITY: Infinity,
  NAN: NaN,
}

const readPatternPredicate = (cursor: Cursor): Expression => ({
  kind: 'pattern-predicate',
  pattern: readPattern(cursor),
})

const readParenthesised = (cursor: Cursor): Expression => {
  cursor.at += 1
  const inner = cursor.expression()
  cursor.expect(')')
  return { kind: 'parenthesised', inner }
}

const readVariable = (cursor: Cursor): Expression => {
  const { kind, key } = cursor.peek()
  if (kind === 'word' && (RESERVED.has(key) || opensClause(cursor.tokens, cursor.at)))
    cursor.failMissing('expected an expression')
  return { kind: 'variable', name: cursor.name('an expression') }
}

const readWord = (cursor: Cursor): Expression => {
  const { key } = cursor
  const value = CONSTANTS[key]
  if (value !== undefined) {
    cursor.at += 1
    return typeof value === 'number' ? { kind: 'literal', value, float: true } : { kind: 'literal', value }
  }
  if (key === 'CASE') return readCase(cursor)
  const next = cursor.peek(1).key
  if (next === '{') return subqueryAhead(cursor) ? readSubquery(cursor) : readMapProjection(cursor)
  if (next !== '(' && next !== '.') return readVariable(cursor)
  if (searchAhead(cursor) !== undefined) return readPatternPredicate(cursor)
  return callAhead(cursor) ? readCall(cursor) : readVariable(cursor)
}

const readSign = (cursor: Cursor): Expression => {
  switch (cursor.key) {
    case '(':
      return patternAhead(cursor, cursor.at) ? readPatternPredicate(cursor) : readParenthesised(cursor)
    case '[':
      return readBracket(cursor)
    case '{':
      return readMap(cursor)
    default:
      return cursor.failMissing('expected an expression')
  }
}

const readOperand = (cursor: Cursor): Expression => {
  const { kind, value } = cursor.peek()
  if (kind === 'word' || kind === 'name') return readWord(cursor)
  if (kind === 'sign' || kind === 'end') return readSign(cursor)
  const number = kind === 'number' ? (readNumber(value) ?? cursor.fail('expected a number')) : undefined
  cursor.at += 1
  return number ?? (kind === 'text' ? { kind: 'literal', value } : { kind: 'parameter', name: value })
}

/** An operand without what may follow it: a literal, a parameter, a variable, a call, or something in brackets. */
export const readPrimary = (cursor: Cursor): Expression => {
  const start = cursor.at
  return cursor.made(start, readOperand(cursor))
}
