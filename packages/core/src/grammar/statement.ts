import type { Clause } from '../ast/clause.ts'
import { readClause } from './clause.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import { startsClause } from './keyword.ts'
import { misplaced } from './placement.ts'

const WITH_PATTERN: ReadonlySet<Clause['kind']> = new Set(['match', 'create', 'merge'])

const closes = (cursor: Cursor): boolean => {
  const { kind, key } = cursor.peek()
  return kind === 'end' || (kind === 'sign' && (key === '}' || key === ')' || key === ';'))
}

/** What could stand where a clause ended and no other begins. */
const expected = (cursor: Cursor, previous: Clause | undefined): string => {
  if (previous === undefined) {
    return cursor.at === 0
      ? 'a statement begins with MATCH, CREATE, MERGE, UNWIND, CALL, WITH or RETURN'
      : 'expected a clause'
  }
  if (WITH_PATTERN.has(previous.kind)) return "expected -[:TYPE]->, ',' or the next clause"
  return cursor.key === ',' ? 'expected the next clause' : "expected ',' or the next clause"
}

/**
 * Clauses one after the other, up to the end or a closing bracket.
 *
 * @example
 * readClauses(cursor) // 'MATCH (u:User) RETURN u.name AS name' → [match, return]
 */
export const readClauses = (cursor: Cursor): readonly Clause[] => {
  const { clause: outer, stops } = cursor
  cursor.stops = NO_STOPS // what ends the expression around a subquery ends nothing in it
  const clauses: Clause[] = []
  let returned = false
  do {
    const start = cursor.at
    const previous = clauses.at(-1)
    if (previous !== undefined && cursor.peek().kind !== 'word') cursor.fail(expected(cursor, previous))
    if (startsClause(cursor.tokens, start)) cursor.clause = start
    const clause = readClause(cursor, expected(cursor, previous))
    const problem = misplaced(clause, previous, returned)
    if (problem !== undefined) {
      cursor.at = start
      cursor.fail(problem)
    }
    returned = clause.kind === 'return' || (returned && clause.kind !== 'union')
    clauses.push(clause)
  } while (!closes(cursor))
  cursor.clause = outer
  cursor.stops = stops
  return Object.freeze(clauses)
}
