import type { Figure } from '../../bench/figure.ts'
import { describe, type Result } from '../../bench/result.ts'
import { type Count, counted } from './tally.ts'

/** What is written beside the benchmarks. */
export interface TckResult extends Result {
  /** Scenarios in which Motif's text is not known to be as good as the original, by engine. */
  readonly different: Readonly<Record<string, readonly string[]>>
  /** Those that Motif's grammar does not know. */
  readonly unread: Readonly<Record<string, readonly string[]>>
}

/** What came of a run on one engine. */
export interface Run {
  readonly engine: string
  readonly version: string
  readonly counts: Readonly<Record<string, Count>>
  readonly different: readonly string[]
  readonly unread: readonly string[]
}

const figuresOf = ({ engine, counts }: Run): Figure[] =>
  Object.entries(counts).flatMap(([area, count]) =>
    counted.map((of) => ({ name: `${engine}, ${area}`, of, value: count[of], unit: 'scenarios' })),
  )

/** The result of these runs; of engines that were not asked again, what was known before. */
export const resultOf = (runs: readonly Run[], kit: string, before: TckResult | undefined): TckResult => ({
  ...describe('tck', [
    ...(before?.figures ?? []).filter(({ name }) => !runs.some(({ engine }) => name.startsWith(`${engine}, `))),
    ...runs.flatMap(figuresOf),
  ]),
  versions: {
    ...before?.versions,
    node: process.versions.node,
    'org.opencypher:tck': kit,
    ...Object.fromEntries(runs.map(({ engine, version }) => [engine, version])),
  },
  different: {
    ...before?.different,
    ...Object.fromEntries(runs.map(({ engine, different }) => [engine, different])),
  },
  unread: { ...before?.unread, ...Object.fromEntries(runs.map(({ engine, unread }) => [engine, unread])) },
})
