import type { PackReader } from './reader.ts'

/** Reads the entries of a map. */
export const readMap = (reader: PackReader, size: number): Record<string, unknown> => {
  const map: Record<string, unknown> = {}
  for (let left = size; left > 0; left--) put(map, reader.key(), reader.value())
  return map
}

const put = (map: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true })
  else map[key] = value
}
