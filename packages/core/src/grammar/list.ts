import type { Expression } from '../ast/expression.ts'
import { BAR, type Cursor } from './cursor.ts'
import { readEach, readValues } from './call.ts'
import { patternAhead, readPattern } from './pattern.ts'

const readWhere = (cursor: Cursor): Expression | undefined =>
  cursor.take('WHERE') ? cursor.expression(BAR) : undefined

/** `[x IN list WHERE condition | value]` */
const readListComprehension = (cursor: Cursor): Expression => {
  const each = readEach(cursor, BAR)
  const where = readWhere(cursor)
  const value = cursor.take('|') ? cursor.expression() : undefined
  cursor.expect(']')
  return { kind: 'list-comprehension', ...each, where, yield: value }
}

/** `[(u)-[:WROTE]->(p) WHERE condition | value]` */
const readPatternComprehension = (cursor: Cursor): Expression => {
  const pattern = readPattern(cursor)
  const where = readWhere(cursor)
  cursor.expect('|', "WHERE or '|'")
  const value = cursor.expression()
  cursor.expect(']')
  return { kind: 'pattern-comprehension', pattern, where, yield: value }
}

/** A path is a comprehension's only if a bar follows it: `[(u)-->()]` is a list of one predicate. */
const comprehensionAhead = (cursor: Cursor): boolean => {
  if (cursor.isName() && cursor.peek(1).key === '=') return patternAhead(cursor, cursor.at + 2)
  if (!patternAhead(cursor, cursor.at)) return false
  const close = cursor.mates[cursor.at - 1] ?? 0
  for (let at = cursor.at; at < close; at += 1) {
    const { key } = cursor.tokens[at] ?? cursor.peek()
    if (key === '|') return true
    if (key === ',') return false
    at = Math.max(at, cursor.mates[at] ?? 0)
  }
  return false
}

/**
 * What a square bracket opens where a value is expected: a list or one of the two comprehensions.
 *
 * @example
 * readBracket(cursor) // '[n IN nodes(p) | n.name]' → { kind: 'list-comprehension', variable: 'n', … }
 */
export const readBracket = (cursor: Cursor): Expression => {
  cursor.at += 1
  if (cursor.isName() && cursor.peek(1).key === 'IN') return readListComprehension(cursor)
  return comprehensionAhead(cursor)
    ? readPatternComprehension(cursor)
    : { kind: 'list', items: readValues(cursor, ']') }
}
