import type { ArrowColumn, Place } from './read-arrow.ts'

type Row = Record<string, unknown>

/** Puts a column's values into rows that hold null, the first of which is the one at `from`. */
export type ColumnReader = (rows: Row[], from: number) => void

/** The value at a place of a column. */
type Read = (at: number) => unknown

const viewOf = (bytes: Buffer, [offset, length]: Place): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset + offset, length)

/** A bit for each value, the lowest first. */
const bits =
  (bytes: Buffer, [offset]: Place): ((at: number) => boolean) =>
  (at) =>
    ((bytes[offset + (at >> 3)] as number) & (1 << (at & 7))) !== 0 // in bounds

const integers = (bytes: Buffer, place: Place): Read => {
  const view = viewOf(bytes, place)
  return (at) => {
    const value = view.getInt32(at * 8 + 4, true) * 2 ** 32 + view.getUint32(at * 8, true)
    return Number.isSafeInteger(value) ? value : view.getBigInt64(at * 8, true)
  }
}

const floats = (bytes: Buffer, place: Place): Read => {
  const view = viewOf(bytes, place)
  return (at) => view.getFloat64(at * 8, true)
}

/** The texts from one to before another. They are decoded all at once, which is far quicker than each by itself. */
const texts = (bytes: Buffer, [starts, [offset]]: readonly [Place, Place]): ((from: number, to: number) => Read) => {
  const view = viewOf(bytes, starts)
  const start = (at: number): number => offset + view.getInt32(at * 4, true)
  return (from, to) => {
    const first = start(from)
    const all = bytes.toString('utf8', first, start(to))
    return all.length === start(to) - first
      ? (at) => all.slice(start(at) - first, start(at + 1) - first)
      : (at) => bytes.toString('utf8', start(at), start(at + 1)) // a letter is not a byte
  }
}

const valuesOf = ({ type, places }: ArrowColumn, bytes: Buffer): ((from: number, to: number) => Read) => {
  const [, second = nowhere, third = nowhere] = places
  if (type === 'text') return texts(bytes, [second, third])
  const read = (type === 'integer' ? integers : type === 'float' ? floats : bits)(bytes, second)
  return () => read
}

const nowhere: Place = [0, 0]

/** Reads a column out of the bytes it stands in. */
export const columnReader = (column: ArrowColumn, bytes: Buffer): ColumnReader => {
  const { name, places } = column
  const [known = nowhere] = places
  // Where no value is null, nothing is said of them.
  const isKnown = known[1] === 0 ? () => true : bits(bytes, known)
  const values = valuesOf(column, bytes)
  return (rows, from) => {
    const read = values(from, from + rows.length)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as Row // in bounds
      if (isKnown(from + i)) row[name] = read(from + i)
    }
  }
}
