import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { ReadBranches } from './call-clause.ts'
import type { FailedAt, State } from './clause.ts'
import type { Cursor } from './cursor.ts'
import type { Typed } from './expression.ts'
import { type ClauseWords, startsClause } from './keyword.ts'
import { readMatchMode } from './match-mode.ts'
import { prefixAhead } from './passed-through.ts'
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
  const match: Clause = { kind: 'match', optional: false, ...readMatchMode(cursor), patterns: readPatterns(cursor) }
  const start = cursor.at
  if (!cursor.take('WHERE')) return [match]
  return [match, cursor.made(start, { kind: 'where', condition: cursor.expression() })]
}

/** True where clauses begin, or a brace around them, and no pattern alone. */
const statementAhead = (cursor: Cursor): boolean =>
  cursor.key === '{' || prefixAhead(cursor) || startsClause(cursor.tokens, cursor.at)

/**
 * `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`: clauses, or a pattern with an optional WHERE.
 *
 * @example
 * readSubquery(cursor) // 'COUNT { (u)-[:WROTE]->() }' → { kind: 'subquery', name: 'COUNT', clauses: [match] }
 */
export const readSubquery = (cursor: Cursor): Expression => {
  const name = cursor.key as Name // subqueryAhead has looked
  cursor.at += 2
  const clauses = statementAhead(cursor) ? cursor.rules.clauses(cursor) : readBareMatch(cursor)
  cursor.expect('}')
  return { kind: 'subquery', name, clauses }
}

// The same for the compiler.

/** What stands between the braces: clauses that see the names around them, or patterns with an optional WHERE. */
export type ReadSubquery<S extends SchemaShape, Scope, W extends string, Q extends string> =
  ReadBranches<
    S,
    Scope,
    {},
    Q extends `${keyof ClauseWords} ${string}` ? `${Q} ` : `MATCH ${Q} `,
    never
  > extends infer Z
    ? Z extends State<unknown, infer P, infer R, unknown>
      ? Typed<
          W extends 'exists' ? boolean : W extends 'count' ? number : [R] extends [never] ? unknown[] : Column<R>[],
          P
        >
      : Z extends FailedAt<string, string, infer E>
        ? E
        : Z
    : never
type Column<R> = R extends unknown ? R[keyof R] : never
