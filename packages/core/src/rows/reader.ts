import type { Column } from '../compile/compiled-query.ts'
import type { RowBatch } from '../execute/executor.ts'
import type { ValueType } from '../value/value-type.ts'
import type { TemporalPolicy } from './convert-temporal.ts'
import { type Convert, converterFor, type Reading, type ReadOptions } from './converter.ts'

/** A row as the user gets it: a plain object by column name. */
export type Row = Readonly<Record<string, unknown>>

/** Reads one batch after the other. */
export type Reader = (batch: RowBatch) => readonly Row[]

interface Step {
  readonly name: string
  readonly convert: Convert | undefined
}

const put = (row: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') row[name] = value
  else Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Objects by column name: handed on as they are but for what has to be converted, which is changed in place. */
const readRecords = (rows: readonly unknown[], steps: readonly Step[]): readonly Row[] => {
  for (const { name, convert } of steps) {
    if (convert === undefined) continue
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as Record<string, unknown> // the layout says so
      const before = row[name]
      const after = convert(before)
      if (after !== before) put(row, name, after)
    }
  }
  return rows as readonly Row[] // as above
}

/** A row of these columns with nothing in it: a copy of it has room for all of them, which is faster than adding each. */
const emptyRow = (steps: readonly Step[]): Record<string, unknown> => {
  const row: Record<string, unknown> = {}
  for (const { name } of steps) put(row, name, null)
  return row
}

const readLists = (
  rows: readonly unknown[],
  steps: readonly Step[],
  empty: Record<string, unknown>,
): readonly Row[] => {
  const out: Row[] = []
  for (let i = 0; i < rows.length; i++) {
    const values = rows[i] as readonly unknown[] // the layout says so
    const row = { ...empty }
    for (let c = 0; c < steps.length; c++) {
      const { name, convert } = steps[c] as Step // in bounds
      const value = convert === undefined ? values[c] : convert(values[c])
      if (name === '__proto__') put(row, name, value)
      else row[name] = value
    }
    out.push(row)
  }
  return out
}

const unknown: ValueType = { kind: 'any', nullable: true }

/** Rows whose columns are not known: each value is converted by what it is. */
const readUnknown = (
  rows: readonly unknown[],
  stepsFor: (names: readonly string[]) => readonly Step[],
): readonly Row[] => {
  const first = rows[0]
  return typeof first !== 'object' || first === null ? [] : readRecords(rows, stepsFor(Object.keys(first)))
}

interface Kept {
  readonly schema: ReadOptions['schema']
  readonly temporal: TemporalPolicy
  readonly read: Reader
}

/** A reader holds no state, so that of a query's columns is kept with them. */
const kept = new WeakMap<readonly Column[], Kept>()

const make = (columns: readonly Column[] | undefined, shared: Omit<Reading, 'column'>): Reader => {
  const stepOf = (name: string, type: ValueType): Step => ({
    name,
    convert: converterFor(type, { column: name, schema: shared.schema, temporal: shared.temporal }),
  })
  if (columns === undefined) {
    return (batch) => readUnknown(batch.rows, (names) => names.map((name) => stepOf(name, unknown)))
  }
  const steps = columns.map(({ name, type }) => stepOf(name, type))
  const empty = emptyRow(steps)
  return (batch) => (batch.layout === 'records' ? readRecords(batch.rows, steps) : readLists(batch.rows, steps, empty))
}

/**
 * Makes the reader of one shape: rows come out as plain objects whose values are what the types promise. Nodes and
 * relationships become their plain properties (or stay whole where that was asked for), at every depth.
 *
 * `JSON.stringify` works on every row, except that JSON itself knows no bigint.
 *
 * @throws GraphError RESULT_SHAPE, from the reader, for an integer past 2^53 in a column promised as a number.
 */
export const reader = (columns: readonly Column[] | undefined, options: ReadOptions = {}): Reader => {
  const { schema } = options
  const temporal = options.temporal ?? schema?.temporal ?? 'temporal'
  if (columns === undefined) return make(columns, { schema, temporal })
  const before = kept.get(columns)
  if (before !== undefined && before.schema === schema && before.temporal === temporal) return before.read
  const read = make(columns, { schema, temporal })
  kept.set(columns, { schema, temporal, read })
  return read
}
