import type { Expression } from '../ast/expression.ts'
import { readMap, readMapProjection } from './brace.ts'
import { callAhead, readCall } from './call.ts'
import { readCase } from './case.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import { opensClause } from './keyword.ts'
import { readNumber } from './literal.ts'
import { readBracket } from './list.ts'
import { patternAhead, readPattern, searchAhead } from './pattern.ts'
import { readSubquery, subqueryAhead } from './subquery.ts'

const freeze = Object.freeze

/** Words that are never a variable. */
const RESERVED: ReadonlySet<string> = new Set([
  'AND',
  'OR',
  'XOR',
  'IN',
  'IS',
  'AS',
  'WHEN',
  'THEN',
  'ELSE',
  'STARTS',
  'ENDS',
  'CONTAINS',
  'DISTINCT',
])

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['TRUE', true],
  ['FALSE', false],
  ['NULL', null],
])

const readPatternPredicate = (cursor: Cursor): Expression => {
  const start = cursor.at
  return freeze({ kind: 'pattern-predicate', pattern: readPattern(cursor), source: cursor.source(start) })
}

const readParenthesised = (cursor: Cursor): Expression => {
  const start = cursor.at
  cursor.at += 1
  const inner = cursor.rules.expression(cursor, NO_STOPS)
  cursor.expect(')')
  return freeze({ kind: 'parenthesised', inner, source: cursor.source(start) })
}

const readVariable = (cursor: Cursor): Expression => {
  const { kind, key } = cursor.peek()
  if (kind === 'word' && (RESERVED.has(key) || opensClause(cursor.tokens, cursor.at)))
    cursor.failMissing('expected an expression')
  const name = cursor.name('an expression')
  return freeze({ kind: 'variable', name, source: cursor.source(cursor.at - 1) })
}

const readWord = (cursor: Cursor): Expression => {
  const { key } = cursor
  const constant = CONSTANTS.get(key)
  if (constant !== undefined) {
    cursor.at += 1
    return freeze({ kind: 'literal', value: constant, source: cursor.source(cursor.at - 1) })
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

/** An operand without what may follow it: a literal, a parameter, a variable, a call, or something in brackets. */
export const readPrimary = (cursor: Cursor): Expression => {
  const { kind, value } = cursor.peek()
  if (kind === 'word' || kind === 'name') return readWord(cursor)
  if (kind === 'sign' || kind === 'end') return readSign(cursor)
  if (kind === 'number') {
    const number = readNumber(value)
    if (number === undefined) return cursor.fail('expected a number')
    cursor.at += 1
    return number
  }
  cursor.at += 1
  const source = cursor.source(cursor.at - 1)
  return kind === 'text'
    ? freeze({ kind: 'literal', value, source })
    : freeze({ kind: 'parameter', name: value, source })
}
