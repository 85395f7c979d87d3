import type { Clause } from '../ast/clause.ts'
import type { Cursor } from './cursor.ts'

const freeze = Object.freeze

/** What follows CREATE in a command that changes the schema or the server, not the graph. */
const CREATED: ReadonlySet<string> = new Set([
  'ALIAS',
  'BTREE',
  'COMPOSITE',
  'CONSTRAINT',
  'DATABASE',
  'EDGE',
  'FULLTEXT',
  'HASH',
  'INDEX',
  'LOOKUP',
  'NODE',
  'OR',
  'POINT',
  'RANGE',
  'ROLE',
  'TEXT',
  'UNIQUE',
  'USER',
  'VECTOR',
])

const COMMANDS: ReadonlySet<string> = new Set([
  'DROP',
  'SHOW',
  'ALTER',
  'GRANT',
  'DENY',
  'REVOKE',
  'RENAME',
  'TERMINATE',
])

/** The names of the parameters between a token and the place reading stands at. */
const parametersFrom = (cursor: Cursor, start: number): readonly string[] => {
  const read = cursor.tokens.slice(start, cursor.at)
  return freeze([...new Set(read.filter(({ kind }) => kind === 'parameter').map(({ value }) => value))])
}

export const schemaCommandAhead = (cursor: Cursor): boolean => {
  const next = cursor.peek(1)
  if (next.kind !== 'word') return false
  return COMMANDS.has(cursor.key) || (cursor.key === 'CREATE' && CREATED.has(next.key) && cursor.peek(2).key !== '=')
}

/** `CREATE INDEX …`, `DROP …`, `SHOW …`: all of the text, as written. */
export const readSchemaCommand = (cursor: Cursor): Clause => {
  const start = cursor.at
  while (cursor.key !== ';' && cursor.peek().kind !== 'end') cursor.at += 1
  return freeze({ kind: 'schema-command', source: cursor.source(start), parameters: parametersFrom(cursor, start) })
}

/** What stands between a prefix word and the first clause after it. */
const skipToClause = (cursor: Cursor): void => {
  while (!cursor.ended()) cursor.at = Math.max(cursor.at, cursor.mates[cursor.at] ?? 0) + 1
}

/** `LOAD CSV WITH HEADERS FROM $url AS line`: its WITH begins no clause. */
const skipLoad = (cursor: Cursor): void => {
  cursor.at += 2
  if (cursor.takeAll('WITH', 'HEADERS')) cursor.expect('FROM')
  skipToClause(cursor)
}

/** The name that LOAD CSV gives each line. */
const loadedVariable = (cursor: Cursor, start: number): string | undefined => {
  const read = cursor.tokens.slice(start, cursor.at)
  return read[read.findLastIndex(({ key }) => key === 'AS') + 1]?.value
}

const ALONE: ReadonlySet<string> = new Set(['EXPLAIN', 'PROFILE'])
const OPENING: ReadonlySet<string> = new Set(['EXPLAIN', 'PROFILE', 'USE', 'CYPHER'])

/** Words before the first clause that say how to run a statement. */
export const prefixAhead = (cursor: Cursor): boolean => OPENING.has(cursor.key) && cursor.peek().kind === 'word'

/**
 * `EXPLAIN`, `PROFILE`, `USE graph`, `CYPHER runtime=slotted`, `USING INDEX …`, `LOAD CSV …`: sent as written.
 *
 * @example
 * readPrefix(cursor) // 'EXPLAIN MATCH (u) RETURN u' → { kind: 'prefix', name: 'EXPLAIN', source: 'EXPLAIN' }
 */
export const readPrefix = (cursor: Cursor): Clause => {
  const start = cursor.at
  const load = cursor.key === 'LOAD'
  const name = load ? 'LOAD CSV' : cursor.key
  if (load) skipLoad(cursor)
  else {
    cursor.at += 1
    if (!ALONE.has(name)) skipToClause(cursor)
  }
  const parameters = parametersFrom(cursor, start)
  const variable = load ? loadedVariable(cursor, start) : undefined
  return freeze({ kind: 'prefix', name, source: cursor.source(start), parameters, variable })
}
