import { quantile } from '../quantile.ts'

/** Something to be timed; what it returns is looked at, so that no compiler may leave it out. */
export type Work = () => unknown

let seen = 0
const repeat = (work: Work, times: number): number => {
  const start = process.hrtime.bigint()
  for (let at = 0; at < times; at++) if (work() !== undefined) seen++
  return Number(process.hrtime.bigint() - start) / 1_000
}

/** How often a work runs in about so many milliseconds; runs it warm on the way. */
const timesIn = (work: Work, milliseconds: number): number => {
  const end = performance.now() + 300
  let times = 0
  while (performance.now() < end) times += repeat(work, 50) > 0 ? 50 : 0
  return Math.max(20, Math.round((times * milliseconds) / 300))
}

/** What the rounds of interleaved works took. */
export interface Rounds {
  /** Microseconds of one run, at the calm end of all rounds. */
  readonly calm: number
  readonly median: number
}

/**
 * Times works against each other: in every round each runs for a few milliseconds, in turn, so that whatever else the
 * machine does falls on all of them alike.
 */
export const interleave = <K extends string>(works: Readonly<Record<K, Work>>, rounds = 200): Record<K, Rounds> => {
  const names = Object.keys(works) as K[]
  const times = names.map((name) => timesIn(works[name], 3))
  const taken = names.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [at, name] of names.entries()) taken[at]?.push(repeat(works[name], times[at] ?? 1) / (times[at] ?? 1))
  }
  if (seen === 0) throw new Error('the works return nothing')
  const entries = names.map((name, at) => [
    name,
    { calm: quantile(taken[at] ?? [], 0.05), median: quantile(taken[at] ?? [], 0.5) },
  ])
  return Object.fromEntries(entries) as Record<K, Rounds>
}
