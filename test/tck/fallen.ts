import type { Figure } from '../../bench/figure.ts'
import type { Run } from './result-of.ts'
import type { Count } from './tally.ts'

const sum = (count: Readonly<Partial<Count>>, kinds: readonly (keyof Count)[]): number =>
  kinds.reduce((total, kind) => total + (count[kind] ?? 0), 0)

/** What may only rise, each with what it is made of. */
const rising: Readonly<Record<string, readonly (keyof Count)[]>> = {
  'come to the same or are mended': ['same', 'mended'],
  'come to what the kit expects': ['expected of Motif'],
}

const countOf = (figures: readonly Figure[], name: string): Partial<Count> =>
  Object.fromEntries(figures.filter((each) => each.name === name).map(({ of = '', value }) => [of, value]))

/** A line for each area in which fewer scenarios pass than was written down; areas that are new cannot fall. */
export const fallen = (runs: readonly Run[], figures: readonly Figure[]): readonly string[] =>
  runs.flatMap(({ engine, counts }) =>
    Object.entries(counts).flatMap(([area, now]) => {
      const name = `${engine}, ${area}`
      const before = countOf(figures, name)
      return Object.entries(rising)
        .filter(([, kinds]) => sum(now, kinds) < sum(before, kinds))
        .map(([what, kinds]) => `${name}: ${sum(now, kinds)} ${what}, ${sum(before, kinds)} did`)
    }),
  )
