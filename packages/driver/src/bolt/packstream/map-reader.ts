import { readEntries } from './entries-reader.ts'
import type { PackReader } from './reader.ts'
import { shapeReader, type ShapeReader } from './shape-reader.ts'

/** Of maps whose size and first key stand in the same place one shape is remembered. */
const places = 1024

/** Maps after which it pays to make a function for those of one shape. */
const worthwhile = 16

/** Maps of other shapes after which a place is given to the shape of the last of them. */
const patience = 256

/** Functions made in the life of a program, at most. */
let left = 500

/** The most entries, and the longest key, of maps that have functions. */
const largest = 64
const longest = 64

interface Place {
  size: number
  read: ShapeReader | undefined
  /** Maps that were read by the loop since. */
  others: number
}

const remembered: (Place | undefined)[] = Array.from({ length: places }, () => undefined)

/** Reads the entries of a map. Most maps are like many before: the same keys in the same order. */
export const readMap = (reader: PackReader, size: number): Record<string, unknown> => {
  if (size === 0 || size > largest) return readEntries(reader, {}, size)
  const { bytes, at } = reader
  const index = (size * 131 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 31 + (bytes[at + 2] ?? 0) * 7) % places
  const place = (remembered[index] ??= { size, read: undefined, others: 0 })
  if (place.read !== undefined && place.size === size) return place.read(reader)
  return readOther(reader, size, place)
}

const readOther = (reader: PackReader, size: number, place: Place): Record<string, unknown> => {
  const enough = place.read === undefined ? worthwhile : patience
  if (++place.others < enough || left === 0) return readEntries(reader, {}, size)
  const keys: string[] = []
  const map = readEntries(reader, {}, size, keys)
  place.others = 0
  place.size = size
  place.read = undefined
  if (keys.every((key) => Buffer.byteLength(key) <= longest)) {
    left--
    place.read = shapeReader(keys, () => missed(place))
  }
  return map
}

/** A map that turned out to be of another shape when some of it was read. */
const missed = (place: Place): void => {
  if (++place.others < patience) return
  place.others = worthwhile - 1
  place.read = undefined
}
