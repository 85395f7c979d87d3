/** A part of the nodes or relationships that a pattern matches, chosen by id. */
export interface Slice {
  /** A condition in Cypher; absent for all of them. */
  readonly condition?: string | undefined
  readonly params: Readonly<Record<string, number>>
}

/** All of `count` things called `variable`, at most `size` of them a statement. */
export const slicesOf = (variable: string, count: number, size: number): readonly Slice[] => {
  const slices = Math.ceil(count / size)
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
