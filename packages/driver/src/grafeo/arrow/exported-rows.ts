import type { Column } from '@motif/core'
import type { NativeResult } from '../native.ts'
import { type ColumnReader, columnReader } from './column-reader.ts'
import { type ArrowType, readArrow } from './read-arrow.ts'

type Row = Record<string, unknown>

/** Reads some rows of a result, from one to before another. */
export type ReadRows = (from: number, to: number) => Row[]

/**
 * What a column may be exported as, by what it is promised to be. A column of whole numbers and fractions is exported as
 * fractions, which cannot keep the large ones among the whole: it is read so only where fractions are promised.
 */
const forms: Readonly<Record<string, readonly ArrowType[]>> = {
  integer: ['integer'],
  bigint: ['integer'],
  number: ['integer'],
  float: ['integer', 'float'],
  boolean: ['boolean'],
  string: ['text'],
}

/** Fewer rows are converted one by one as quickly. */
const fewest = 64
/** An export holds the event loop, for some 30 ns a value and 1 ns a letter: so no more is exported than a slice may take. */
const mostValues = 500_000
const mostLetters = 4_000_000
const sampled = 8

/** How many letters stand in a result, by a few of its rows. */
const lettersIn = (result: NativeResult, length: number): number => {
  let letters = 0
  for (let i = 0; i < sampled; i++) {
    for (const value of Object.values(result.get(Math.floor((i * length) / sampled))))
      if (typeof value === 'string') letters += value.length
  }
  return (letters * length) / sampled
}

const isExported = (result: NativeResult, columns: readonly Column[]): boolean => {
  const { length } = result
  return (
    length >= fewest &&
    columns.length > 0 &&
    length * columns.length <= mostValues &&
    columns.every(({ name, type }) => Object.hasOwn(forms, type.kind) && name !== '__proto__') &&
    (columns.every(({ type }) => type.kind !== 'string') || lettersIn(result, length) <= mostLetters)
  )
}

/**
 * The rows of a result whose columns are promised as scalars, as the engine exports them: five times quicker than one by
 * one. `undefined` where they are not what was promised, and for results too short or too large to be exported.
 */
export const exportedRows = (result: NativeResult, columns: readonly Column[]): ReadRows | undefined => {
  if (!isExported(result, columns)) return undefined
  const bytes = result.toArrowIPC()
  const exported = readArrow(bytes)
  if (exported?.length !== columns.length) return undefined
  const empty: Row = {}
  const readers: ColumnReader[] = []
  for (const [i, { name, type }] of columns.entries()) {
    const column = exported[i]
    if (column?.name !== name) return undefined
    empty[name] = null
    if (column.type === 'null') continue
    if (forms[type.kind]?.includes(column.type) !== true) return undefined
    readers.push(columnReader(column, bytes))
  }
  return (from, to) => {
    const rows: Row[] = []
    // A copy has room for all columns, which is faster than adding each.
    for (let at = from; at < to; at++) rows.push({ ...empty })
    for (const read of readers) read(rows, from)
    return rows
  }
}
