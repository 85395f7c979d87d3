import type { Expression, MapEntry, ProjectionEntry } from '../ast/expression.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'

const freeze = Object.freeze

const readPair = (cursor: Cursor): MapEntry => {
  const key = cursor.name("a key, or '}'")
  cursor.expect(':', `':' after the key '${key}'`)
  return freeze({ key, value: cursor.rules.expression(cursor, NO_STOPS) })
}

const readEntry = (cursor: Cursor): ProjectionEntry => {
  if (cursor.take('.')) {
    if (cursor.take('*')) return freeze({ kind: 'all' })
    return freeze({ kind: 'property', key: cursor.name("a key or '*'") })
  }
  if (cursor.peek(1).key !== ':')
    return freeze({ kind: 'variable', name: cursor.name("'.key', '.*', 'key: value' or a variable") })
  return freeze({ kind: 'entry', ...readPair(cursor) })
}

const readEntries = <T>(cursor: Cursor, read: (cursor: Cursor) => T): readonly T[] => {
  cursor.expect('{')
  const entries: T[] = []
  if (cursor.key !== '}') {
    do entries.push(read(cursor))
    while (cursor.take(','))
  }
  cursor.expect('}', "',' or '}'")
  return freeze(entries)
}

/** `{id: $id, name: 'Ada'}`, in an expression or a pattern. */
export const readMap = (cursor: Cursor): Expression => {
  const start = cursor.at
  const entries = readEntries(cursor, readPair)
  return freeze({ kind: 'map', entries, source: cursor.source(start) })
}

/** `p {.name, .*, key: value, variable}` */
export const readMapProjection = (cursor: Cursor): Expression => {
  const start = cursor.at
  const of = cursor.name('a variable')
  const entries = readEntries(cursor, readEntry)
  return freeze({ kind: 'map-projection', of, entries, source: cursor.source(start) })
}
