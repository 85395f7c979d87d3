import type { Clause } from '../ast/clause.ts'
import { readClause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { startsClause } from './keyword.ts'

type Kind = Clause['kind']

const FILTERED: ReadonlySet<Kind> = new Set(['match', 'with', 'call-procedure', 'prefix'])
const AFTER_RETURN: ReadonlySet<Kind> = new Set(['order-by', 'skip', 'limit', 'union'])
const NEVER_FIRST: ReadonlySet<Kind> = new Set(['where', 'order-by', 'skip', 'limit', 'union'])
const WITH_PATTERN: ReadonlySet<Kind> = new Set(['match', 'create', 'merge'])

/** Why a clause may not stand after another, or first; the engine knows more, this is what a slip of the pen makes. */
const misplaced = (
  clause: Clause,
  previous: Clause | undefined,
  returned: boolean,
  word: string,
): string | undefined => {
  if (clause.kind === 'set' && clause.on !== undefined) {
    const fits = previous?.kind === 'merge' || (previous?.kind === 'set' && previous.on !== undefined)
    return fits ? undefined : 'ON CREATE SET and ON MATCH SET follow MERGE:'
  }
  if (previous === undefined)
    return NEVER_FIRST.has(clause.kind) ? `a statement does not begin with ${word}:` : undefined
  if (clause.kind === 'schema-command') return 'a schema command stands alone:'
  if (clause.kind === 'where' && previous.kind === 'where') return 'a second WHERE: join the two conditions by AND'
  if (clause.kind === 'where' && !FILTERED.has(previous.kind))
    return 'WHERE follows MATCH, OPTIONAL MATCH, WITH or CALL … YIELD:'
  return returned && !AFTER_RETURN.has(clause.kind)
    ? 'nothing but ORDER BY, SKIP, LIMIT and UNION follows RETURN:'
    : undefined
}

const closes = (cursor: Cursor): boolean => {
  const { kind, key } = cursor.peek()
  return kind === 'end' || (kind === 'sign' && (key === '}' || key === ')' || key === ';'))
}

const expected = (previous: Clause | undefined, first: boolean): string => {
  if (previous === undefined)
    return first ? 'a statement begins with MATCH, CREATE, MERGE, UNWIND, CALL, WITH or RETURN:' : 'expected a clause'
  return WITH_PATTERN.has(previous.kind)
    ? "expected -[:TYPE]->, ',' or the next clause"
    : "expected ',' or the next clause"
}

/**
 * Clauses one after the other, up to the end or a closing bracket.
 *
 * @example
 * readClauses(cursor) // 'MATCH (u:User) RETURN u.name AS name' → [match, return]
 */
export const readClauses = (cursor: Cursor): readonly Clause[] => {
  const outer = cursor.clause
  const first = cursor.at === 0
  const clauses: Clause[] = []
  let returned = false
  do {
    const start = cursor.at
    const previous = clauses.at(-1)
    if (previous !== undefined && cursor.peek().kind !== 'word') cursor.fail(expected(previous, first))
    const { key } = cursor
    if (startsClause(cursor.tokens, start)) cursor.clause = start
    const clause = readClause(cursor, expected(previous, first))
    const problem = misplaced(clause, previous, returned, key)
    if (problem !== undefined) {
      cursor.at = start
      cursor.fail(problem)
    }
    returned = clause.kind === 'return' || (returned && clause.kind !== 'union')
    clauses.push(clause)
  } while (!closes(cursor))
  cursor.clause = outer
  return Object.freeze(clauses)
}
