import type { Expression } from '../ast/expression.ts'
import { type Cursor, NO_STOPS, type Stops } from './cursor.ts'
import { readLabels } from './label.ts'
import { readPrimary } from './primary.ts'

const freeze = Object.freeze
const RANGE: Stops = new Set(['..'])

/** `[at]`, `[from..to]`, `[..to]`, `[from..]` */
const readIndex = (cursor: Cursor, of: Expression, start: number): Expression => {
  cursor.at += 1
  const from = cursor.key === '..' ? undefined : cursor.rules.expression(cursor, RANGE)
  if (!cursor.take('..')) {
    cursor.expect(']', "'..' or ']'")
    // without a range there was an expression
    return freeze({ kind: 'index', of, at: from as Expression, source: cursor.source(start) })
  }
  const to = cursor.key === ']' ? undefined : cursor.rules.expression(cursor, NO_STOPS)
  cursor.expect(']')
  return freeze({ kind: 'slice', of, from, to, source: cursor.source(start) })
}

const readStep = (cursor: Cursor, of: Expression, start: number): Expression | undefined => {
  switch (cursor.key) {
    case '.':
      cursor.at += 1
      return freeze({ kind: 'property', of, key: cursor.name('a key after the dot'), source: cursor.source(start) })
    case '[':
      return readIndex(cursor, of, start)
    case ':':
      cursor.at += 1
      return freeze({ kind: 'label-test', of, labels: readLabels(cursor), source: cursor.source(start) })
    default:
      return undefined
  }
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
  for (let next = readStep(cursor, operand, start); next !== undefined; next = readStep(cursor, operand, start)) {
    cursor.grow()
    operand = next
  }
  return operand
}
