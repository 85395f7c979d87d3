import type { Column } from '../compile/compiled-query.ts'
import type { RowBatch } from '../execute/executor.ts'
import { type Convert, converterFor, type ReadOptions } from './converter.ts'

export type { ReadOptions }

/** A row as the user gets it: a plain object by column name. */
export type Row = Readonly<Record<string, unknown>>

/** Reads one batch after the other; made once per shape. */
export type Reader = (batch: RowBatch) => readonly Row[]

interface Reading { readonly name: string; readonly convert: Convert }

const put = (row: Record<string, unknown>, name: string, value: unknown): void => {
  if (name === '__proto__') Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true })
  else row[name] = value
}

/** Objects by column name: handed on as they are but for what has to be converted, which is changed in place. */
const readRecords = (rows: readonly unknown[], readings: readonly Reading[]): readonly Row[] => {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Record<string, unknown> // the layout says so
    for (let c = 0; c < readings.length; c++) {
      const { name, convert } = readings[c] as Reading // in bounds
      const before = row[name]
      const after = convert(before)
      if (after !== before) put(row, name, after)
    }
  }
  return rows as readonly Row[]
}

const readLists = (rows: readonly unknown[], readings: readonly Reading[]): readonly Row[] => {
  const out: Row[] = new Array<Row>(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const values = rows[i] as readonly unknown[] // the layout says so
    const row: Record<string, unknown> = {}
    for (let c = 0; c < readings.length; c++) {
      const { name, convert } = readings[c] as Reading // in bounds
      put(row, name, convert(values[c]))
    }
    out[i] = row
  }
  return out
}

/** Rows whose columns are not known: each value is converted by what it is. */
const readUnknown = (rows: readonly unknown[], options: ReadOptions): readonly Row[] => {
  const converts = new Map<string, Convert>()
  for (const row of rows as readonly Record<string, unknown>[]) {
    for (const name of Object.keys(row)) {
      let convert = converts.get(name)
      if (convert === undefined) converts.set(name, (convert = converterFor({ kind: 'any', nullable: true }, name, options)))
      const before = row[name]
      const after = convert(before)
      if (after !== before) put(row, name, after)
    }
  }
  return rows as readonly Row[]
}

export const reader = (columns: readonly Column[] | undefined, options: ReadOptions = {}): Reader => {
  if (columns === undefined) return batch => readUnknown(batch.rows, options)
  const readings = columns.map(({ name, type }): Reading => ({ name, convert: converterFor(type, name, options) }))
  return batch => (batch.layout === 'records' ? readRecords(batch.rows, readings) : readLists(batch.rows, readings))
}
