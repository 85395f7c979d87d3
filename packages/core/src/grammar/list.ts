import type { Expression } from '../ast/expression.ts'
import { type Cursor, NO_STOPS, type Stops } from './cursor.ts'
import { patternAhead, readPattern } from './pattern.ts'

const freeze = Object.freeze
const BAR: Stops = new Set(['|'])

const readWhere = (cursor: Cursor): Expression | undefined =>
  cursor.take('WHERE') ? cursor.rules.expression(cursor, BAR) : undefined

/** `[x IN list WHERE condition | value]` */
const readListComprehension = (cursor: Cursor, start: number): Expression => {
  const variable = cursor.name('a variable')
  cursor.expect('IN')
  const list = cursor.rules.expression(cursor, BAR)
  const where = readWhere(cursor)
  const value = cursor.take('|') ? cursor.rules.expression(cursor, NO_STOPS) : undefined
  cursor.expect(']')
  return freeze({ kind: 'list-comprehension', variable, in: list, where, yield: value, source: cursor.source(start) })
}

/** `[(u)-[:WROTE]->(p) WHERE condition | value]` */
const readPatternComprehension = (cursor: Cursor, start: number): Expression => {
  const pattern = readPattern(cursor)
  const where = readWhere(cursor)
  cursor.expect('|', "WHERE or '|'")
  const value = cursor.rules.expression(cursor, NO_STOPS)
  cursor.expect(']')
  return freeze({ kind: 'pattern-comprehension', pattern, where, yield: value, source: cursor.source(start) })
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

const readList = (cursor: Cursor, start: number): Expression => {
  const items: Expression[] = []
  if (cursor.key !== ']') {
    do items.push(cursor.rules.expression(cursor, NO_STOPS))
    while (cursor.take(','))
  }
  cursor.expect(']', "',' or ']'")
  return freeze({ kind: 'list', items: freeze(items), source: cursor.source(start) })
}

/**
 * What a square bracket opens where a value is expected: a list or one of the two comprehensions.
 *
 * @example
 * readBracket(cursor) // '[n IN nodes(p) | n.name]' → { kind: 'list-comprehension', variable: 'n', … }
 */
export const readBracket = (cursor: Cursor): Expression => {
  const start = cursor.at
  cursor.at += 1
  if (cursor.isName() && cursor.peek(1).key === 'IN') return readListComprehension(cursor, start)
  return comprehensionAhead(cursor) ? readPatternComprehension(cursor, start) : readList(cursor, start)
}
