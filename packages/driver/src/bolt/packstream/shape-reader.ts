import { readEntries } from './entries-reader.ts'
import { generated, literalOf } from './generated.ts'
import { put } from './put.ts'
import type { PackReader } from './reader.ts'

/** Reads the entries of a map that most likely has these keys in this order. */
export type ShapeReader = (reader: PackReader) => Record<string, unknown>

/**
 * A function made for these keys: it compares the bytes of each with those that are expected, and makes the map as one
 * literal. For a map of the same size that turns out to have others it calls `missed` and reads on by the loop.
 * `undefined` where code from text is forbidden.
 */
export const shapeReader = (keys: readonly string[], missed: () => void): ShapeReader | undefined => {
  const rest = (reader: PackReader, values: readonly unknown[]): Record<string, unknown> => {
    missed()
    const map: Record<string, unknown> = {}
    values.forEach((value, index) => put(map, keys[index] as string, value)) // fewer than keys
    return readEntries(reader, map, keys.length - values.length)
  }
  const source = `(reader) => {
    const bytes = reader.bytes;
    let at = reader.at;
    ${keys.map(step).join('\n')}
    return ${literalOf(keys)};
  }`
  return generated({ rest }, source) as ShapeReader | undefined // what the source is
}

const step = (key: string, index: number): string => {
  const text = Buffer.from(key)
  const expected = text.length < 16 ? [0x80 | text.length, ...text] : [0xd0, text.length, ...text]
  const differs = expected.map((byte, offset) => `bytes[at + ${offset}] !== ${byte}`).join(' || ')
  const before = Array.from({ length: index }, (_, each) => `v${each}`).join(', ')
  return `if (${differs}) return rest(reader, [${before}]);
    reader.at = at + ${expected.length};
    const v${index} = reader.value();
    at = reader.at;`
}
