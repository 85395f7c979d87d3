import type { Clause } from '../ast/clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from '../value/words.ts'

/** What follows CREATE in a command that changes the schema or the server, not the graph. */
const CREATED = words(
  'ALIAS AUTH BTREE COMPOSITE CONSTRAINT DATABASE EDGE FULLTEXT HASH INDEX LOOKUP NODE OR POINT RANGE REPLICA ROLE TEXT UNIQUE USER VECTOR',
)
const COMMANDS = words(
  'DROP SHOW ALTER GRANT DENY REVOKE RENAME TERMINATE START STOP ENABLE DRYRUN DEALLOCATE REALLOCATE',
)

export const schemaCommandAhead = (cursor: Cursor): boolean => {
  const next = cursor.peek(1)
  if (next.kind !== 'word') return false
  return COMMANDS.has(cursor.key) || (cursor.key === 'CREATE' && CREATED.has(next.key) && cursor.peek(2).key !== '=')
}

/** Everything read from a token on, sent as it is written. */
const passed = (
  cursor: Cursor,
  start: number,
): { readonly source: string; readonly parameters: readonly string[] } => ({
  source: cursor.source(start),
  parameters: cursor.parameters(start),
})

/** `CREATE INDEX …`, `DROP …`, `SHOW …`: all of the text, as written. */
export const readSchemaCommand = (cursor: Cursor, start: number): Clause => {
  while (cursor.key !== ';' && cursor.peek().kind !== 'end') cursor.at += 1
  return { kind: 'schema-command', ...passed(cursor, start) }
}

/** Words before the first clause that say how to run a statement. */
export const OPENING: ReadonlySet<string> = words('EXPLAIN PROFILE USE CYPHER DEFINE')

export const prefixAhead = (cursor: Cursor): boolean => OPENING.has(cursor.key)

/** `DEFINE FUNCTION f(x) = …`, `DEFINE PROCEDURE p(x) { … }`: sent as written, what it defines is not known. */
export const readDefinition = (cursor: Cursor, start: number): Clause => {
  while (cursor.key !== '=' && cursor.key !== '{' && cursor.peek().kind !== 'end') cursor.skip()
  if (cursor.take('=')) cursor.expression()
  else if (cursor.key === '{') cursor.skip()
  else cursor.fail("expected '=' or '{'")
  return { kind: 'prefix', name: 'DEFINE', ...passed(cursor, start) }
}

/**
 * `EXPLAIN`, `PROFILE`, `USE graph`, `CYPHER runtime=slotted`, `USING INDEX …`: sent as written.
 *
 * @example
 * readPrefix(cursor, 0) // 'EXPLAIN MATCH (u) RETURN u' → { kind: 'prefix', name: 'EXPLAIN', source: 'EXPLAIN' }
 */
export const readPrefix = (cursor: Cursor, start: number): Clause => {
  const name = cursor.tokens[start]?.key ?? ''
  if (name !== 'EXPLAIN' && name !== 'PROFILE')
    while (!cursor.ended() && cursor.key !== '{' && !OPENING.has(cursor.key)) cursor.skip()
  return { kind: 'prefix', name, ...passed(cursor, start) }
}
