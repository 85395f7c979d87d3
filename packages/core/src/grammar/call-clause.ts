import type { Clause } from '../ast/clause.ts'
import { readValues } from './call.ts'
import type { Cursor } from './cursor.ts'

type Procedure = Extract<Clause, { kind: 'call-procedure' }>
type Subquery = Extract<Clause, { kind: 'call-subquery' }>

const readYields = (cursor: Cursor): Procedure['yields'] => {
  if (!cursor.take('YIELD')) return undefined
  if (cursor.take('*')) return '*'
  return cursor.list(() => ({ name: cursor.name('a column'), alias: cursor.alias() }))
}

/** `db.labels() YIELD label AS l`; a call without brackets takes its arguments from the parameters. */
const readProcedure = (cursor: Cursor): Clause => {
  const name = cursor.dotted("a procedure, '{' or '('", 'a procedure')
  const values = cursor.take('(') ? readValues(cursor, ')') : []
  return { kind: 'call-procedure', name, arguments: values, yields: readYields(cursor) }
}

/** `(a, b)`, `(*)`, `()`: what a subquery may see. */
const readScope = (cursor: Cursor): Subquery['scope'] => {
  if (!cursor.take('(')) return undefined
  return cursor.takeAll('*', ')') ? '*' : cursor.listTo(')', () => cursor.name('a variable'))
}

/** `IN TRANSACTIONS OF 500 ROWS …`: as written, up to the next clause. */
const readTransactions = (cursor: Cursor): string | undefined => {
  if (cursor.key !== 'IN') return undefined
  const start = cursor.at
  cursor.skipToClause() // ON ERROR and such hold no clause words
  return cursor.source(start)
}

/**
 * `CALL { … }`, `CALL (x) { … }`, `OPTIONAL CALL (x) { … }`, `CALL procedure(…) YIELD …`, from after CALL on.
 *
 * @example
 * readCallClause(cursor, false) // 'db.labels() YIELD label' → { kind: 'call-procedure', name: 'db.labels', … }
 */
export const readCallClause = (cursor: Cursor, optional: boolean): Clause => {
  if (cursor.key !== '{' && cursor.key !== '(') {
    return optional ? cursor.fail("expected '(' or '{' after OPTIONAL CALL") : readProcedure(cursor)
  }
  const scope = readScope(cursor)
  cursor.expect('{')
  const clauses = cursor.rules.clauses(cursor)
  cursor.expect('}')
  return { kind: 'call-subquery', scope, optional, clauses, transactions: readTransactions(cursor) }
}
