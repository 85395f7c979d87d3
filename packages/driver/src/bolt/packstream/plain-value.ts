import { listOfLength } from './list-of-length.ts'
import type { PackReader } from './reader.ts'

/**
 * Reads a value that is promised to stand within so many lists, its nodes and relationships as their plain properties.
 * Where the promise is not kept, core leaves what it finds as it is, and so it is read whole.
 */
export const plainValue = (reader: PackReader, levels: number): unknown => {
  if (levels === 0) return reader.valueAs(true)
  const marker = reader.bytes[reader.at] ?? 0
  if ((marker < 0x90 || marker > 0x9f) && (marker < 0xd4 || marker > 0xd6)) return reader.value()
  const size = reader.listHead()
  const list = listOfLength<unknown>(size)
  for (let index = 0; index < size; index++) list[index] = plainValue(reader, levels - 1)
  return list
}
