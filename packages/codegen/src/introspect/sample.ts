import type { Scan } from '../catalog/catalog.ts'

/** A prime above which ids are folded, and a multiplier near its golden section, which spreads ids evenly below it. */
const prime = 1_000_003
const spread = 618_035

/**
 * A condition that is true for about `size` of `count` things, chosen by id: spread over the whole graph, and the same
 * ones each time, so that two runs over one graph agree. Without it everything is read.
 */
export const sampleCondition = (
  variable: string,
  count: number,
  scan: Scan,
): { text: string; bound: number } | undefined => {
  if (scan.mode === 'full' || count <= scan.size) return undefined
  const bound = Math.ceil((prime * scan.size) / count)
  return { text: `id(${variable}) % ${prime} * ${spread} % ${prime} < $bound`, bound }
}
