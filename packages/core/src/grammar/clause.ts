import type { Clause } from '../ast/clause.ts'
import { readRemove, readSet } from './assignment.ts'
import { readCallClause } from './call-clause.ts'
import { type Cursor, NO_STOPS, type Stops } from './cursor.ts'
import { startsClause } from './keyword.ts'
import { prefixAhead, readPrefix, readSchemaCommand, schemaCommandAhead } from './passed-through.ts'
import { readPattern, readPatterns } from './pattern.ts'
import { readOrderBy, readProjection } from './projection.ts'

const freeze = Object.freeze
const ALIAS: Stops = new Set(['AS'])
const BAR: Stops = new Set(['|'])

const readMatch = (cursor: Cursor): Clause => {
  const start = cursor.at
  const optional = cursor.take('OPTIONAL')
  cursor.expect('MATCH')
  return freeze({ kind: 'match', optional, patterns: readPatterns(cursor), source: cursor.source(start) })
}

const readWhere = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  return freeze({ kind: 'where', condition: cursor.rules.expression(cursor, NO_STOPS), source: cursor.source(start) })
}

const readCount = (cursor: Cursor, kind: 'skip' | 'limit'): Clause => {
  const start = cursor.at
  cursor.at += 1
  return freeze({ kind, count: cursor.rules.expression(cursor, NO_STOPS), source: cursor.source(start) })
}

const readUnwind = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  const list = cursor.rules.expression(cursor, ALIAS)
  cursor.expect('AS', 'AS and a name')
  return freeze({ kind: 'unwind', list, variable: cursor.name('a name after AS'), source: cursor.source(start) })
}

const readCreate = (cursor: Cursor): Clause => {
  if (schemaCommandAhead(cursor)) return readSchemaCommand(cursor)
  const start = cursor.at
  cursor.at += 1
  return freeze({ kind: 'create', patterns: readPatterns(cursor), source: cursor.source(start) })
}

const readMerge = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  const pattern = readPattern(cursor)
  if (cursor.key === ',') cursor.fail('MERGE takes one path')
  return freeze({ kind: 'merge', pattern, source: cursor.source(start) })
}

const readDelete = (cursor: Cursor): Clause => {
  const start = cursor.at
  const detach = cursor.take('DETACH')
  cursor.take('NODETACH')
  cursor.expect('DELETE')
  const items = [cursor.rules.expression(cursor, NO_STOPS)]
  while (cursor.take(',')) items.push(cursor.rules.expression(cursor, NO_STOPS))
  return freeze({ kind: 'delete', detach, items: freeze(items), source: cursor.source(start) })
}

const readUnion = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  const all = cursor.take('ALL')
  if (!all) cursor.take('DISTINCT')
  return freeze({ kind: 'union', all, source: cursor.source(start) })
}

const readForeach = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  cursor.expect('(')
  const variable = cursor.name('a variable')
  cursor.expect('IN')
  const list = cursor.rules.expression(cursor, BAR)
  cursor.expect('|')
  const clauses = cursor.rules.clauses(cursor)
  cursor.expect(')')
  return freeze({ kind: 'foreach', variable, list, clauses, source: cursor.source(start) })
}

/** A reader for each word that begins a clause. */
const READERS: ReadonlyMap<string, (cursor: Cursor) => Clause> = new Map([
  ['MATCH', readMatch],
  ['OPTIONAL', (cursor: Cursor) => (cursor.peek(1).key === 'CALL' ? readCallClause(cursor) : readMatch(cursor))],
  ['WHERE', readWhere],
  ['WITH', (cursor: Cursor) => readProjection(cursor, 'with')],
  ['RETURN', (cursor: Cursor) => readProjection(cursor, 'return')],
  ['ORDER', readOrderBy],
  ['SKIP', (cursor: Cursor) => readCount(cursor, 'skip')],
  ['OFFSET', (cursor: Cursor) => readCount(cursor, 'skip')],
  ['LIMIT', (cursor: Cursor) => readCount(cursor, 'limit')],
  ['UNWIND', readUnwind],
  ['CREATE', readCreate],
  ['MERGE', readMerge],
  ['ON', (cursor: Cursor) => readSet(cursor, cursor.peek(1).key === 'CREATE' ? 'create' : 'match')],
  ['SET', (cursor: Cursor) => readSet(cursor, undefined)],
  ['REMOVE', readRemove],
  ['DELETE', readDelete],
  ['DETACH', readDelete],
  ['NODETACH', readDelete],
  ['UNION', readUnion],
  ['CALL', readCallClause],
  ['FOREACH', readForeach],
  ['USING', readPrefix],
  ['LOAD', readPrefix],
])

/**
 * The clause that begins here, keyword included.
 *
 * @example
 * readClause(cursor) // 'SET u.name = $name' → { kind: 'set', on: undefined, items: [{ kind: 'property', … }] }
 */
export const readClause = (cursor: Cursor, wanted = 'expected a clause'): Clause => {
  if (prefixAhead(cursor)) return readPrefix(cursor)
  if (schemaCommandAhead(cursor)) return readSchemaCommand(cursor)
  const reader = startsClause(cursor.tokens, cursor.at) ? READERS.get(cursor.key) : undefined
  return reader === undefined ? cursor.fail(wanted) : reader(cursor)
}
