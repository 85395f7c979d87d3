import { put } from './put.ts'
import type { PackReader } from './reader.ts'

/** Reads so many entries into a map, and their keys into a list where one is given. Of a key that comes twice the last counts. */
export const readEntries = (
  reader: PackReader,
  map: Record<string, unknown>,
  size: number,
  keys?: string[],
): Record<string, unknown> => {
  for (let left = size; left > 0; left--) {
    const key = reader.key()
    keys?.push(key)
    put(map, key, reader.value())
  }
  return map
}
