import { GraphError } from '../../error/graph-error.ts'
import type { Definition } from '../definition.ts'
import type { ModelContext } from '../model-context.ts'
import { refusal } from '../refuse.ts'
import { kept } from '../unit/kept.ts'
import { cursorOf, valuesIn } from './cursor.ts'
import { optionsIn } from './find.ts'
import { type SortKey, sortKeys } from './order.ts'
import type { Plain } from './plain.ts'
import { type Read, reading } from './query.ts'
import { cursorColumn, readRows } from './statement.ts'
import { wholeNumber } from './whole-number.ts'

type Row = Record<string, unknown>

/** Some rows of an order, and the places to go on from, where there are more. */
export interface Page {
  readonly rows: readonly Row[]
  readonly after: string | null
  readonly before: string | null
}

const ofPage = ['where', 'select', 'include', 'orderBy', 'size', 'after', 'before']

/** What the call asked for, understood. */
interface Asked {
  readonly keys: readonly SortKey[]
  readonly size: number
  readonly backwards: boolean
  /** Whether it starts at a row instead of an end. */
  readonly from: boolean
  readonly given: Plain
}

/** What rows are sorted by, and the key, which no two rows share. */
const orderOf = (orderBy: unknown, definition: Definition): readonly unknown[] => {
  const { key, name } = definition
  if (key.length === 0)
    throw refusal(`page() sorts by the key in the end, and ${name} has none: declare { ${name}: { key } }`)
  const said = orderBy === undefined ? [] : Array.isArray(orderBy) ? (orderBy as readonly unknown[]) : [orderBy]
  const named = new Set(sortKeys(said, definition).map(({ field }) => field.name))
  return [...said, ...key.filter((field) => !named.has(field.name)).map((field) => field.name)]
}

const understood = (context: ModelContext, call: unknown): Asked => {
  const { definition } = context
  const { size, after, before, orderBy, ...rest } = optionsIn(call, ofPage, 'page()')
  const rows = wholeNumber(size, ['size'])
  if (rows === 0) throw refusal('page(): size is 1 or more')
  if ((after ?? null) !== null && (before ?? null) !== null) throw refusal('page() takes after or before, not both')
  const order = orderOf(orderBy, definition)
  const keys = sortKeys(order, definition)
  const backwards = (before ?? null) !== null
  const cursor = before ?? after ?? undefined
  const given = { ...rest, orderBy: order, limit: rows + 1, paged: true, backwards }
  const from = cursor === undefined ? {} : { cursor: valuesIn(cursor, definition, keys) }
  return { keys, size: rows, backwards, from: cursor !== undefined, given: { ...given, ...from } }
}

/** The place of a row; what it was read by does not stay in the row. */
const placeOf = (row: Row, { keys }: Asked, definition: Definition): string => {
  const values = keys.map((_, at) => row[cursorColumn(at)])
  if (values.some((value) => Number.isNaN(value)))
    throw new GraphError(
      'RESULT_SHAPE',
      'page() cannot keep its place at NaN, which is neither before nor after a number',
    )
  return cursorOf(definition, keys, values)
}

const bare = (row: Row, { keys }: Asked): Row => {
  for (let at = keys.length - 1; at >= 0; at--) delete row[cursorColumn(at)]
  return row
}

const pageOf = (found: readonly Row[], asked: Asked, definition: Definition): Page => {
  const { size, backwards, from } = asked
  const more = found.length > size
  const rows = found.slice(0, size)
  if (backwards) rows.reverse()
  const [first] = rows
  const last = rows.at(-1)
  const place = (row: Row | undefined): string | null => (row === undefined ? null : placeOf(row, asked, definition))
  const after = (backwards ? from : more) ? place(last) : null
  const before = (backwards ? more : from) ? place(first) : null
  return { rows: rows.map((row) => bare(row, asked)), after, before }
}

/**
 * Some rows of an order, by the place of the row before them: rows that come and go meanwhile move no others from one page
 * to the next.
 */
export const page = (context: ModelContext, call: unknown): Promise<Page> => {
  let asked: Asked | undefined
  const read = (): Read => {
    asked = understood(context, call)
    return { name: 'rows', build: readRows, given: asked.given }
  }
  // Rows come after what was asked.
  return reading(context, read, (found) => {
    const { given } = asked as Asked
    const made = pageOf(found, asked as Asked, context.definition)
    return { ...made, rows: kept(context, given, made.rows) }
  })
}
