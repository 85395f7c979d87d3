import type { Figure } from '../figure.ts'
import type { Design } from '../types/design.ts'
import { compilers, instantiationsPerQuery } from '../types/instantiations.ts'
import { drizzle } from './drizzle.ts'
import { motif } from './motif.ts'
import { prisma } from './prisma.ts'

/** Few enough that they share few labels, whatever the size of the schema. */
const queries = 10
/** Prisma's client of 1,000 models takes minutes to be generated. */
const sizes = new Map<Design, readonly number[]>([
  [motif, [10, 100, 1_000]],
  [drizzle, [10, 100, 1_000]],
  [prisma, [10, 100]],
])

/** The most a find with two includes may cost, and how much more of it at 1,000 labels than at 10. */
const most = 6_000
const flat = 1.2

/** Instantiations of a find with two includes, ours and our peers'. */
export const modelTypes = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const [design, all] of sizes) {
    for (const { name: compiler, ...rest } of compilers) {
      const found: number[] = []
      for (const labels of all) {
        const program = { design, labels, kind: 'find', queries }
        const value = await instantiationsPerQuery({ name: compiler, ...rest }, program)
        const bound = design === motif ? { bound: { most } } : {}
        found.push(value)
        figures.push({
          name: `${design.name}, find`,
          of: `${labels} labels, ${compiler}`,
          value,
          unit: 'instantiations',
          ...bound,
        })
      }
      if (design === motif) {
        const value = (found.at(-1) ?? Number.NaN) / (found[0] ?? Number.NaN)
        const name = `${design.name}, find / itself at 10 labels`
        figures.push({ name, of: `1000 labels, ${compiler}`, value, unit: '×', bound: { most: flat } })
      }
    }
  }
  return figures
}
