import type { Clause, ProjectionItem, SortItem } from '../ast/clause.ts'
import type { Cursor, Stops } from './cursor.ts'

const freeze = Object.freeze
const ALIAS: Stops = new Set(['AS'])
const DIRECTIONS: ReadonlyMap<string, boolean> = new Map([
  ['ASC', false],
  ['ASCENDING', false],
  ['DESC', true],
  ['DESCENDING', true],
])
const SORT: Stops = new Set([...DIRECTIONS.keys(), 'NULLS'])

const readItem = (cursor: Cursor): ProjectionItem => {
  const start = cursor.at
  const expression = cursor.rules.expression(cursor, ALIAS)
  const alias = cursor.take('AS') ? cursor.name('a name after AS') : undefined
  return freeze({ expression, alias, source: cursor.source(start) })
}

/** `DISTINCT *, a.b, c AS d` of WITH or RETURN. */
export const readProjection = (cursor: Cursor, kind: 'with' | 'return'): Clause => {
  const start = cursor.at
  cursor.at += 1
  const distinct = cursor.take('DISTINCT')
  const star = cursor.take('*')
  const items: ProjectionItem[] = []
  if (!star || cursor.take(',')) {
    do items.push(readItem(cursor))
    while (cursor.take(','))
  }
  return freeze({ kind, distinct, star, items: freeze(items), source: cursor.source(start) })
}

const readNulls = (cursor: Cursor): SortItem['nulls'] => {
  if (cursor.takeAll('NULLS', 'FIRST')) return 'first'
  if (cursor.takeAll('NULLS', 'LAST')) return 'last'
  return undefined
}

const readSortItem = (cursor: Cursor): SortItem => {
  const start = cursor.at
  const expression = cursor.rules.expression(cursor, SORT)
  const descending = DIRECTIONS.get(cursor.key)
  if (descending !== undefined) cursor.at += 1
  const nulls = readNulls(cursor)
  return freeze({ expression, descending: descending ?? false, nulls, source: cursor.source(start) })
}

/** `ORDER BY a.b DESC, c` */
export const readOrderBy = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 2
  const items: SortItem[] = []
  do items.push(readSortItem(cursor))
  while (cursor.take(','))
  return freeze({ kind: 'order-by', items: freeze(items), source: cursor.source(start) })
}
