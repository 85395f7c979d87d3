import type { Column, ValueType } from '@motif/core'
import { generated, literalOf } from './generated.ts'
import { plainValue } from './plain-value.ts'
import { protocolError } from './protocol-error.ts'
import { put } from './put.ts'
import type { PackReader } from './reader.ts'

/** Reads the list of values of one RECORD as an object by column name. */
export type RowReader = (reader: PackReader) => Record<string, unknown>

/** Rows after which it pays to make a function for those of one shape. */
const worthwhile = 32

/** Wider rows are read by a loop. */
const widest = 256

/** Shapes without columns that are remembered. */
const most = 512

interface Kept {
  readonly fields: readonly string[]
  read: RowReader
}

const byColumns = new WeakMap<readonly Column[], Kept>()
const byFields = new Map<string, Kept>()

/**
 * Makes the reader of the rows of one result. `fields` are the names that the server gave with RUN; of two that are the
 * same the last one counts. With `columns`, by which core is going to read the rows, it leaves out what core would throw
 * away: all but the properties of nodes and relationships that are wanted as plain objects.
 */
export const rowReader = (fields: readonly string[], columns?: readonly Column[]): RowReader => {
  const name = fields.join('\n')
  const before = columns === undefined ? byFields.get(name) : byColumns.get(columns)
  if (before !== undefined && sameNames(before.fields, fields)) return before.read
  const kept = make(fields, columns)
  if (columns !== undefined) byColumns.set(columns, kept)
  else {
    if (byFields.size >= most) byFields.clear()
    byFields.set(name, kept)
  }
  return kept.read
}

const make = (fields: readonly string[], columns: readonly Column[] | undefined): Kept => {
  const plain = fields.map((field, index) => {
    const column = columns?.length === fields.length ? columns[index] : undefined
    return column?.name === field ? plainWithin(column.type) : undefined
  })
  let read = rowByLoop(fields, plain)
  let left = fields.length > widest ? 0 : worthwhile
  const kept: Kept = {
    fields,
    read: (reader) => {
      if (left > 0 && --left === 0) kept.read = read = rowByLiteral(fields, plain) ?? read
      return read(reader)
    },
  }
  return kept
}

/**
 * Within how many lists stand values of which core makes plain objects, asking nodes and relationships for no more than
 * their properties; `undefined` for other columns.
 */
const plainWithin = (type: ValueType): number | undefined => {
  switch (type.kind) {
    case 'any':
      return 0
    // Of `A|B` core has to see which it is, to know what properties it may lack.
    case 'node':
      return type.entity || type.labels.includes('|') ? undefined : 0
    case 'relationship':
      return type.entity || type.types.includes('|') ? undefined : 0
    case 'list': {
      const within = plainWithin(type.of)
      return within === undefined ? undefined : within + 1
    }
    default:
      return undefined
  }
}

/** Of each column within how many lists plain objects are wanted. */
type Plain = readonly (number | undefined)[]

/** An object that has room for all names is copied and filled, which is quicker than adding one after the other. */
export const rowByLoop = (fields: readonly string[], plain: Plain): RowReader => {
  const empty: Record<string, unknown> = {}
  for (const field of fields) put(empty, field, null)
  const unsafe = fields.includes('__proto__')
  return (reader) => {
    if (reader.listHead() !== fields.length) throw wrongLength()
    const row = { ...empty }
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as string // in bounds
      const levels = plain[index]
      const value = levels === undefined ? reader.value() : plainValue(reader, levels)
      if (unsafe) put(row, field, value)
      else row[field] = value
    }
    return row
  }
}

/** A function made for these names: the quickest way to an object is a literal. `undefined` where it is forbidden. */
export const rowByLiteral = (fields: readonly string[], plain: Plain): RowReader | undefined => {
  const values = fields.map((_, index) => {
    const levels = plain[index]
    return `const v${index} = ${levels === undefined ? 'reader.value()' : `plainValue(reader, ${levels})`};`
  })
  const source = `(reader) => {
    if (reader.listHead() !== ${fields.length}) throw wrongLength();
    ${values.join('\n')}
    return ${literalOf(fields)};
  }`
  return generated({ wrongLength, plainValue }, source) as RowReader | undefined // what the source is
}

const wrongLength = (): Error => protocolError('a row with too few or too many values')

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, index) => name === b[index])
