import type { Expression } from '../ast/expression.ts'
import { words } from '../value/words.ts'
import { type Cursor, type Stops } from './cursor.ts'

const FROM: Stops = words('FROM')
/** The function that takes from that side alone. */
const SIDES: Readonly<Record<string, string>> = { BOTH: 'btrim', LEADING: 'ltrim', TRAILING: 'rtrim' }

/** True for `trim(LEADING …`, `trim('x' FROM …`: what no function's arguments look like. */
export const trimAhead = (cursor: Cursor): boolean => {
  if (cursor.key !== 'TRIM' || cursor.peek(1).key !== '(') return false
  const { key, kind } = cursor.peek(3)
  if (SIDES[cursor.peek(2).key] !== undefined) return kind !== 'sign' || key === '$'
  return cursor.peek(2).key === 'FROM' || key === 'FROM'
}

/**
 * `trim(LEADING 'x' FROM u.name)`, read as the function that does the same.
 *
 * @example
 * readTrim(cursor) // "trim(LEADING 'x' FROM u.name)" → { kind: 'call', name: 'ltrim', arguments: [u.name, 'x'], … }
 */
export const readTrim = (cursor: Cursor): Expression => {
  cursor.at += 2
  const name = SIDES[cursor.key] ?? 'btrim'
  if (SIDES[cursor.key] !== undefined) cursor.at += 1
  const characters = cursor.key === 'FROM' ? [] : [cursor.expression(FROM)]
  cursor.expect('FROM')
  const source = cursor.expression()
  cursor.expect(')')
  return { kind: 'call', name, distinct: false, star: false, arguments: [source, ...characters] }
}
