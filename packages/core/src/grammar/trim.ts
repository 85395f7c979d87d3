import type { Expression } from '../ast/expression.ts'
import { words } from '../value/words.ts'
import { type Cursor, type Stops } from './cursor.ts'

const FROM: Stops = words('FROM')
/** The function that takes from that side alone. */
const SIDES: Readonly<Record<string, string>> = { BOTH: 'btrim', LEADING: 'ltrim', TRAILING: 'rtrim' }

/** True for `trim(LEADING … FROM …`, `trim('x' FROM …`: what no function's arguments look like. */
export const trimAhead = (cursor: Cursor): boolean => {
  if (cursor.key !== 'TRIM') return false
  const open = cursor.at + 1
  const close = cursor.mates[open] ?? 0
  for (let at = open + 1; at < close; at = Math.max(at, cursor.mates[at] ?? 0) + 1)
    if (cursor.tokens[at]?.key === 'FROM' && cursor.tokens[at - 1]?.key !== '.') return true
  return false
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
