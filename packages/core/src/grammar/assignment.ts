import type { Clause, RemoveItem, SetItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import { readPostfix } from './postfix.ts'

const freeze = Object.freeze

/** `:Admin:Owner`, also `:Admin&Owner`. */
const readLabelNames = (cursor: Cursor): readonly string[] => {
  const labels: string[] = []
  while (cursor.take(':') || (labels.length > 0 && cursor.take('&'))) labels.push(cursor.name('a label'))
  return freeze(labels)
}

/** `u.name`, `u[$key]`: what a value is given to. */
const readTarget = (cursor: Cursor): Expression => {
  const { at, tallest } = cursor
  cursor.tallest = 0
  const target = readPostfix(cursor)
  cursor.tallest = Math.max(tallest, cursor.tallest)
  if (target.kind === 'property' || target.kind === 'index') return target
  cursor.at = at
  return cursor.fail("expected 'variable.property' or 'variable:Label'")
}

const readSetItem = (cursor: Cursor): SetItem => {
  const after = cursor.isName() ? cursor.peek(1).key : ''
  if (after === ':') {
    const variable = cursor.name('a variable')
    return freeze({ kind: 'labels', variable, labels: readLabelNames(cursor) })
  }
  if (after === '=' || after === '+=') {
    const variable = cursor.name('a variable')
    cursor.at += 1
    return freeze({
      kind: after === '=' ? 'replace' : 'merge',
      variable,
      value: cursor.rules.expression(cursor, NO_STOPS),
    })
  }
  const target = readTarget(cursor)
  cursor.expect('=', "'=' and a value")
  return freeze({ kind: 'property', target, value: cursor.rules.expression(cursor, NO_STOPS) })
}

const readRemoveItem = (cursor: Cursor): RemoveItem => {
  if (!cursor.isName() || cursor.peek(1).key !== ':') return freeze({ kind: 'property', target: readTarget(cursor) })
  const variable = cursor.name('a variable')
  return freeze({ kind: 'labels', variable, labels: readLabelNames(cursor) })
}

/** `SET u.name = $name, u += $more, u:Admin`; `on` for the one that belongs to a MERGE, from whose `ON` it is read. */
export const readSet = (cursor: Cursor, on: 'create' | 'match' | undefined): Clause => {
  const start = cursor.at
  if (on !== undefined) cursor.at += 2
  cursor.expect('SET')
  const items: SetItem[] = []
  do items.push(readSetItem(cursor))
  while (cursor.take(','))
  return freeze({ kind: 'set', on, items: freeze(items), source: cursor.source(start) })
}

/** `REMOVE u.name, u:Admin` */
export const readRemove = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  const items: RemoveItem[] = []
  do items.push(readRemoveItem(cursor))
  while (cursor.take(','))
  return freeze({ kind: 'remove', items: freeze(items), source: cursor.source(start) })
}
