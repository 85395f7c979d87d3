import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import { startsClause } from './keyword.ts'
import { readPatterns } from './pattern.ts'

const freeze = Object.freeze

type Name = Extract<Expression, { kind: 'subquery' }>['name']
const NAMES: ReadonlyMap<string, Name> = new Map([
  ['EXISTS', 'EXISTS'],
  ['COUNT', 'COUNT'],
  ['COLLECT', 'COLLECT'],
])

/** True for `EXISTS {`, `COUNT {`, `COLLECT {`; `count {.*}` is a projection of a variable. */
export const subqueryAhead = (cursor: Cursor): boolean => {
  const inside = cursor.peek(2).key
  return NAMES.has(cursor.key) && inside !== '.' && inside !== '}'
}

/** Patterns alone stand for MATCH; they have no clause text of their own, so the clause has no source. */
const readBareMatch = (cursor: Cursor): readonly Clause[] => {
  const clauses: Clause[] = [freeze({ kind: 'match', optional: false, patterns: readPatterns(cursor) })]
  const start = cursor.at
  if (cursor.take('WHERE')) {
    const condition = cursor.rules.expression(cursor, NO_STOPS)
    clauses.push(freeze({ kind: 'where', condition, source: cursor.source(start) }))
  }
  return freeze(clauses)
}

/**
 * `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`: clauses, or a pattern with an optional WHERE.
 *
 * @example
 * readSubquery(cursor) // 'COUNT { (u)-[:WROTE]->() }' → { kind: 'subquery', name: 'COUNT', clauses: [match] }
 */
export const readSubquery = (cursor: Cursor): Expression => {
  const start = cursor.at
  const name = NAMES.get(cursor.key)
  if (name === undefined) return cursor.fail('expected EXISTS, COUNT or COLLECT')
  cursor.at += 2
  const clauses = startsClause(cursor.tokens, cursor.at) ? cursor.rules.clauses(cursor) : readBareMatch(cursor)
  cursor.expect('}')
  return freeze({ kind: 'subquery', name, clauses, source: cursor.source(start) })
}
