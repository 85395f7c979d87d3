import type { Scan } from '../catalog/catalog.ts'

/** A part of the nodes of one label, or of the relationships of one type, chosen by id. */
export interface Slice {
  /** A condition in Cypher; absent for all of them. */
  readonly condition?: string | undefined
  readonly params: Readonly<Record<string, number>>
}

/** A prime below which ids are folded, and a multiplier near its golden section, which spreads them evenly there. */
const prime = 1_000_003
const spread = 618_035

/** So many are counted in a second or two: far from an engine's limit of time, and Ctrl-C is soon heard. */
const sliceSize = 50_000

/**
 * What is read of `count` things called `variable`, a statement a slice. A sample is one slice of about the stated
 * size, spread over the whole and the same each time, so that two runs over one graph agree.
 */
export const slicesOf = (variable: string, count: number, scan: Scan): readonly Slice[] => {
  if (count === 0) return []
  if (scan.mode === 'sample' && count > scan.size) {
    const bound = Math.ceil((prime * scan.size) / count)
    return [{ condition: `id(${variable}) % ${prime} * ${spread} % ${prime} < $bound`, params: { bound } }]
  }
  const slices = Math.ceil(count / sliceSize)
  if (slices === 1) return [{ params: {} }]
  return Array.from({ length: slices }, (_, slice) => ({
    condition: `id(${variable}) % $slices = $slice`,
    params: { slices, slice },
  }))
}
