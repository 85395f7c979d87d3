import type { Clause } from '../ast/clause.ts'
import { readArguments } from './call.ts'
import type { Cursor } from './cursor.ts'

const freeze = Object.freeze

type Procedure = Extract<Clause, { kind: 'call-procedure' }>
type Subquery = Extract<Clause, { kind: 'call-subquery' }>

const readYields = (cursor: Cursor): Procedure['yields'] => {
  if (!cursor.take('YIELD')) return undefined
  if (cursor.take('*')) return '*'
  const yields: { readonly name: string; readonly alias: string | undefined }[] = []
  do {
    const name = cursor.name('a column')
    yields.push(freeze({ name, alias: cursor.take('AS') ? cursor.name('a name after AS') : undefined }))
  } while (cursor.take(','))
  return freeze(yields)
}

/** `db.labels() YIELD label AS l`; a call without brackets takes its arguments from the parameters. */
const readProcedure = (cursor: Cursor, start: number): Clause => {
  const parts = [cursor.name("a procedure, '{' or '('")]
  while (cursor.take('.')) parts.push(cursor.name('a procedure'))
  const values = cursor.take('(') ? readArguments(cursor) : freeze([])
  const yields = readYields(cursor)
  return freeze({
    kind: 'call-procedure',
    name: parts.join('.'),
    arguments: values,
    yields,
    source: cursor.source(start),
  })
}

/** `(a, b)`, `(*)`, `()`: what a subquery may see. */
const readScope = (cursor: Cursor): Subquery['scope'] => {
  if (!cursor.take('(')) return undefined
  if (cursor.takeAll('*', ')')) return '*'
  const names: string[] = []
  if (cursor.key !== ')') {
    do names.push(cursor.name('a variable'))
    while (cursor.take(','))
  }
  cursor.expect(')', "',' or ')'")
  return freeze(names)
}

/** `IN TRANSACTIONS OF 500 ROWS …`: as written, up to the next clause. */
const readTransactions = (cursor: Cursor): string | undefined => {
  if (cursor.key !== 'IN') return undefined
  const start = cursor.at
  while (!cursor.ended()) {
    // ON ERROR and such hold no clause words; a bracket is stepped over whole
    cursor.at = Math.max(cursor.at, cursor.mates[cursor.at] ?? 0) + 1
  }
  return cursor.source(start)
}

const readSubquery = (cursor: Cursor, start: number, optional: boolean): Clause => {
  const scope = readScope(cursor)
  cursor.expect('{')
  const clauses = cursor.rules.clauses(cursor)
  cursor.expect('}')
  const transactions = readTransactions(cursor)
  return freeze({ kind: 'call-subquery', scope, optional, clauses, transactions, source: cursor.source(start) })
}

/**
 * `CALL { … }`, `CALL (x) { … }`, `OPTIONAL CALL (x) { … }`, `CALL procedure(…) YIELD …`.
 *
 * @example
 * readCallClause(cursor) // 'CALL db.labels() YIELD label' → { kind: 'call-procedure', name: 'db.labels', … }
 */
export const readCallClause = (cursor: Cursor): Clause => {
  const start = cursor.at
  const optional = cursor.take('OPTIONAL')
  cursor.expect('CALL')
  if (cursor.key === '{' || cursor.key === '(') return readSubquery(cursor, start, optional)
  if (optional) cursor.fail("expected '(' or '{' after OPTIONAL CALL")
  return readProcedure(cursor, start)
}
