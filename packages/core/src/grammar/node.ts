import type { Expression } from '../ast/expression.ts'
import type { NodePattern } from '../ast/pattern.ts'
import { readMap } from './brace.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import { readLabels } from './label.ts'

const AFTER_WHERE: ReadonlySet<string> = new Set([')', ']', ':', '{', '*', 'WHERE'])

/** A name before labels; `WHERE` is one only if nothing could be its condition. */
export const readVariable = (cursor: Cursor): string | undefined => {
  if (!cursor.isName() || (cursor.key === 'WHERE' && !AFTER_WHERE.has(cursor.peek(1).key))) return undefined
  return cursor.name('a name')
}

/** A map, or a parameter in its place. */
export const readProperties = (cursor: Cursor): Expression | undefined => {
  if (cursor.key === '{') return readMap(cursor)
  const { kind, value } = cursor.peek()
  if (kind !== 'parameter') return undefined
  cursor.at += 1
  return Object.freeze({ kind: 'parameter', name: value, source: cursor.source(cursor.at - 1) })
}

/** `WHERE …` inside a node or a relationship. */
export const readInlineWhere = (cursor: Cursor): Expression | undefined =>
  cursor.take('WHERE') ? cursor.rules.expression(cursor, NO_STOPS) : undefined

/**
 * `(u:User {id: $id} WHERE u.age > 18)`, every part of it optional.
 *
 * @example
 * readNode(cursor) // '(u:User)' → { kind: 'node', variable: 'u', labels: { kind: 'label', name: 'User' }, … }
 */
export const readNode = (cursor: Cursor): NodePattern => {
  cursor.expect('(', "a node: '(…)'")
  if (cursor.key === '(') cursor.fail('quantified paths are not understood yet')
  const variable = readVariable(cursor)
  const labels = cursor.take(':') ? readLabels(cursor) : undefined
  const properties = readProperties(cursor)
  const where = readInlineWhere(cursor)
  cursor.expect(')', `${variable === undefined ? 'a name, ' : ''}':Label', '{key: value}', WHERE or ')'`)
  return Object.freeze({ kind: 'node', variable, labels, properties, where })
}
