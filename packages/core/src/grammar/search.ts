import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Cursor } from './cursor.ts'

const readAfter = (cursor: Cursor, ...words: readonly string[]): Expression | undefined =>
  cursor.takeAll(...words) ? cursor.expression() : undefined

const readIndex = (cursor: Cursor): string | Expression => {
  const start = cursor.at
  const { kind, value } = cursor.peek()
  if (kind !== 'parameter') return cursor.name('the name of an index')
  cursor.at += 1
  return cursor.made(start, { kind, name: value })
}

/**
 * `u IN (VECTOR INDEX people FOR $like WHERE u.age > 3 LIMIT 5) SCORE AS s`, from after SEARCH on.
 *
 * @example
 * readSearch(cursor) // → { kind: 'search', variable: 'u', type: 'VECTOR', index: 'people', … }
 */
export const readSearch = (cursor: Cursor): Clause => {
  const variable = cursor.name('a variable')
  cursor.expect('IN')
  cursor.expect('(')
  const type = cursor.take('FULLTEXT') ? 'FULLTEXT' : 'VECTOR'
  if (type === 'VECTOR') cursor.expect(type, 'VECTOR INDEX or FULLTEXT INDEX')
  cursor.expect('INDEX')
  const index = readIndex(cursor)
  cursor.expect('FOR')
  const sought = cursor.expression()
  const analyzer = readAfter(cursor, 'WITH', 'ANALYZER')
  const where = readAfter(cursor, 'WHERE')
  const skip = readAfter(cursor, 'SKIP') ?? readAfter(cursor, 'OFFSET')
  cursor.expect('LIMIT')
  const limit = cursor.expression()
  cursor.expect(')')
  const scored = cursor.takeAll('SCORE', 'AS')
  const score = scored ? cursor.name('a name after AS') : undefined
  return { kind: 'search', variable, type, index, for: sought, analyzer, where, skip, limit, score }
}
