import type { Bound, Figure } from '../figure.ts'
import { completionFigures } from './completions.ts'
import type { Design } from './design.ts'
import { drizzle } from './drizzle.ts'
import { gqlTada } from './gql-tada.ts'
import { compilers, instantiationsPerQuery } from './instantiations.ts'
import { kysely } from './kysely.ts'
import { motif } from './motif.ts'

const sizes = [5, 100, 1_000] as const

/** The most instantiations each of our queries may cost. */
const bounds: Readonly<Record<string, number>> = { callbacks: 3_300, statement: 4_800, chain: 7_000 }
/** Kysely's query that asks for the same. */
const counterparts: Readonly<Record<string, string>> = {
  callbacks: 'joins',
  statement: 'aggregated',
  chain: 'aggregated',
}
/** From 100 labels to 1,000 a query may cost so much more: it is flat. */
const flat = 1.1

const peers: readonly Design[] = [kysely, drizzle, gqlTada]

/** More than ten of Kysely's queries over a thousand tables do not end on 5.9. */
const queriesOf = (design: Design, labels: number): number => (design === kysely && labels === 1_000 ? 10 : 100)

type Measured = Map<string, Figure>

const nameOf = (design: Design, kind: string): string => `${design.name}, ${kind}`
const ofOf = (labels: number, compiler: string): string => `${labels} labels, ${compiler}`
const keyOf = (design: Design, kind: string, labels: number, compiler: string): string =>
  `${nameOf(design, kind)}, ${ofOf(labels, compiler)}`

const measureKind = async (found: Measured, design: Design, kind: string, bound?: Bound): Promise<void> => {
  for (const compiler of compilers) {
    for (const labels of sizes) {
      const value = await instantiationsPerQuery(compiler, { design, labels, kind, queries: queriesOf(design, labels) })
      const figure = { name: nameOf(design, kind), of: ofOf(labels, compiler.name), value, unit: 'instantiations' }
      found.set(keyOf(design, kind, labels, compiler.name), bound === undefined ? figure : { ...figure, bound })
    }
  }
}

const ratio = (found: Measured, above: string, below: string): number => {
  const [a, b] = [found.get(above), found.get(below)]
  if (a === undefined || b === undefined) throw new Error(`not measured: ${a === undefined ? above : below}`)
  return a.value / b.value
}

const ratios = (found: Measured): Figure[] =>
  compilers.flatMap(({ name: compiler }) =>
    Object.entries(counterparts).flatMap(([kind, theirs]) => {
      const ours = (labels: number): string => keyOf(motif, kind, labels, compiler)
      const ofKyselys = ratio(found, ours(100), keyOf(kysely, theirs, 100, compiler))
      const ofOwn = ratio(found, ours(1_000), ours(100))
      const name = nameOf(motif, kind)
      return [
        {
          name: `${name} / Kysely, ${theirs}`,
          of: ofOf(100, compiler),
          value: ofKyselys,
          unit: '×',
          bound: { most: 0.5 },
        },
        {
          name: `${name} / itself at 100 labels`,
          of: ofOf(1_000, compiler),
          value: ofOwn,
          unit: '×',
          bound: { most: flat },
        },
      ]
    }),
  )

/** Instantiations a query costs, ours and our peers', at three sizes of schema; and a completion. */
export const measureTypes = async (): Promise<Figure[]> => {
  const found: Measured = new Map()
  for (const [kind, most] of Object.entries(bounds)) await measureKind(found, motif, kind, { most })
  for (const design of peers) for (const kind of Object.keys(design.queries)) await measureKind(found, design, kind)
  return [...found.values(), ...ratios(found), ...completionFigures(100, 5_000), ...completionFigures(1_000, 9_000)]
}
