/** A part of the nodes or relationships that a pattern matches, chosen by id. */
export interface Slice {
  /** A condition in Cypher; absent for all of them. */
  readonly condition?: string | undefined
  readonly params: Readonly<Record<string, number>>
}

/** So many are counted in a second or two: far from an engine's limit of time, and Ctrl-C is soon heard. */
const sliceSize = 50_000

/** All of `count` things called `variable`, a statement a slice. */
export const slicesOf = (variable: string, count: number): readonly Slice[] => {
  const slices = Math.ceil(count / sliceSize)
  if (slices <= 1) return count === 0 ? [] : [{ params: {} }]
  return Array.from({ length: slices }, (_, slice) => ({
    condition: `id(${variable}) % $slices = $slice`,
    params: { slices, slice },
  }))
}

/** A prime below which ids are folded, and a multiplier near its golden section, which spreads them evenly there. */
const prime = 1_000_003
const spread = 618_035

/**
 * About `size` of `count` things called `variable`, spread over the whole and the same each time, so that two runs over
 * one graph agree; all of them when there are no more.
 */
export const sampleOf = (variable: string, count: number, size: number): Slice => {
  if (count <= size) return { params: {} }
  const bound = Math.ceil((prime * size) / count)
  return { condition: `id(${variable}) % ${prime} * ${spread} % ${prime} < $bound`, params: { bound } }
}
