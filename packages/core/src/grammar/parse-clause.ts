import type { Clause } from '../ast/clause.ts'
import { readClause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { startsClause } from './keyword.ts'
import { parsed } from './parse-cache.ts'
import { readText } from './read-text.ts'
import { words } from '../value/words.ts'

/** The clauses whose text may be given without its keyword. */
export type ClauseText =
  | 'match'
  | 'optional match'
  | 'where'
  | 'with'
  | 'return'
  | 'order by'
  | 'skip'
  | 'limit'
  | 'unwind'
  | 'create'
  | 'insert'
  | 'merge'
  | 'on create set'
  | 'on match set'
  | 'set'
  | 'remove'
  | 'delete'
  | 'detach delete'
  | 'call'
  | 'optional call'
  | 'foreach'
  | 'load csv'
  | 'load csv with headers'
  | 'use'
  | 'using'
  | 'let'
  | 'filter'

const BELONG_TO_WITH: ReadonlySet<string> = words('WHERE ORDER SKIP OFFSET LIMIT')
const WITH_PATTERN: ReadonlySet<ClauseText> = new Set(['match', 'optional match', 'create', 'insert', 'merge'])

const readAlone = (cursor: Cursor, kind: ClauseText, keyword: string): readonly Clause[] => {
  const clauses = [readClause(cursor)]
  while (kind === 'with' && BELONG_TO_WITH.has(cursor.key)) {
    cursor.clause = cursor.at
    clauses.push(readClause(cursor))
  }
  if (clauses[0]?.kind === 'schema-command') {
    cursor.at = 1
    cursor.fail('a schema command is a statement of its own')
  }
  if (startsClause(cursor.tokens, cursor.at))
    cursor.fail(`one clause a call: ${cursor.key} does not belong to ${keyword}`)
  if (cursor.key === ',') cursor.fail(`${keyword} takes no list: expected the end`)
  return clauses
}

/**
 * The clause that a keyword and its text make, frozen; the same text gives the identical object. `with` may bring its
 * own WHERE, ORDER BY, SKIP and LIMIT, each a clause. Throws SYNTAX.
 *
 * @example
 * parseClause('where', 'u.age > $min') // [{ kind: 'where', condition: …, source: 'WHERE u.age > $min' }]
 */
export const parseClause = (kind: ClauseText, body: string): readonly Clause[] =>
  parsed.get(kind, body, () => {
    const keyword = kind.toUpperCase()
    const expected = WITH_PATTERN.has(kind) ? "expected -[:TYPE]->, ',' or the end" : "expected ',' or the end"
    return readText(`${keyword} ${body.trim()}`, (cursor) => readAlone(cursor, kind, keyword), expected)
  })
