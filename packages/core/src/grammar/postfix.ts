import type { Expression } from '../ast/expression.ts'
import type { Cursor, Stops } from './cursor.ts'
import { readLabels } from './label.ts'
import { readPrimary } from './primary.ts'
import { words } from '../value/words.ts'

const RANGE: Stops = words('..')

/** `[at]`, `[from..to]`, `[..to]`, `[from..]` */
const readIndex = (cursor: Cursor, of: Expression): Expression => {
  const from = cursor.key === '..' ? undefined : cursor.expression(RANGE)
  if (!cursor.take('..')) {
    cursor.expect(']', "'..' or ']'")
    // without a range there was an expression
    return { kind: 'index', of, at: from as Expression }
  }
  const to = cursor.key === ']' ? undefined : cursor.expression()
  cursor.expect(']')
  return { kind: 'slice', of, from, to }
}

const readStep = (cursor: Cursor, of: Expression): Expression | undefined => {
  if (cursor.take('.')) return { kind: 'property', of, key: cursor.name('a key after the dot') }
  if (cursor.take('[')) return readIndex(cursor, of)
  return cursor.take(':') ? { kind: 'label-test', of, labels: readLabels(cursor) } : undefined
}

/**
 * An operand and what follows it: `.key`, `[0]`, `[1..3]`, `:Label`.
 *
 * @example
 * readPostfix(cursor) // 'u.tags[0]' → index 0 of the property tags of u
 */
export const readPostfix = (cursor: Cursor): Expression => {
  const start = cursor.at
  let operand = readPrimary(cursor)
  for (let next = readStep(cursor, operand); next !== undefined; next = readStep(cursor, operand)) {
    operand = cursor.made(start, next)
  }
  return operand
}
