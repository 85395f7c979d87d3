import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Cursor } from './cursor.ts'
import { startsClause } from './keyword.ts'
import { readPatterns } from './pattern.ts'
import { words } from '../value/words.ts'

type Name = Extract<Expression, { kind: 'subquery' }>['name']
const NAMES: ReadonlySet<string> = words('EXISTS COUNT COLLECT')

/** True for `EXISTS {`, `COUNT {`, `COLLECT {`; `count {.*}` is a projection of a variable. */
export const subqueryAhead = (cursor: Cursor): boolean => {
  const inside = cursor.peek(2).key
  return NAMES.has(cursor.key) && inside !== '.' && inside !== '}'
}

/** Patterns alone stand for MATCH; they have no clause text of their own, so the clause has no source. */
const readBareMatch = (cursor: Cursor): readonly Clause[] => {
  const match: Clause = { kind: 'match', optional: false, patterns: readPatterns(cursor) }
  const start = cursor.at
  if (!cursor.take('WHERE')) return [match]
  return [match, cursor.made(start, { kind: 'where', condition: cursor.expression() })]
}

/**
 * `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`: clauses, or a pattern with an optional WHERE.
 *
 * @example
 * readSubquery(cursor) // 'COUNT { (u)-[:WROTE]->() }' → { kind: 'subquery', name: 'COUNT', clauses: [match] }
 */
export const readSubquery = (cursor: Cursor): Expression => {
  const name = cursor.key as Name // subqueryAhead has looked
  cursor.at += 2
  const clauses = startsClause(cursor.tokens, cursor.at) ? cursor.rules.clauses(cursor) : readBareMatch(cursor)
  cursor.expect('}')
  return { kind: 'subquery', name, clauses }
}
