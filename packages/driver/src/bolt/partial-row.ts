import { GraphError } from '@motif/core'
import type { PackReader } from './packstream/reader.ts'

/**
 * A row with a value that this runtime cannot hold, such as a datetime in a zone it does not know: everything else in it
 * can be read, and whoever asks for that value is told.
 */
export const partialRow = (reader: PackReader, columns: readonly string[]): Record<string, unknown> => {
  reader.listHead()
  const row: Record<string, unknown> = {}
  for (const column of columns) {
    const property = propertyOf(reader)
    Object.defineProperty(row, column, { ...property, enumerable: true, configurable: true })
  }
  return row
}

const propertyOf = (reader: PackReader): PropertyDescriptor => {
  const { at } = reader
  try {
    return { value: reader.value(), writable: true }
  } catch (error) {
    if (!(error instanceof GraphError) || error.code === 'PROTOCOL') throw error
    reader.reset(reader.bytes, at, reader.end)
    reader.skip()
    return {
      get: () => {
        throw error
      },
    }
  }
}
