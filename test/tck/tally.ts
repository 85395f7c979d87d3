import type { Verdict } from './judge.ts'
import type { Report } from './try-scenario.ts'

/** How many scenarios came to what. */
export type Count = Record<Verdict | 'unasked' | 'expected of Motif' | 'expected of the engine', number>

/** In the order in which they are shown. */
export const counted: readonly (keyof Count)[] = [
  'same',
  'mended',
  'refused',
  'unread',
  'different',
  'unasked',
  'expected of Motif',
  'expected of the engine',
]

const none = (): Count => Object.fromEntries(counted.map((kind) => [kind, 0])) as Count // all of its keys

const add = (count: Count, { verdict, ours, original }: Report): void => {
  count[verdict]++
  if (ours) count['expected of Motif']++
  if (original) count['expected of the engine']++
}

/** Counts by area, with those of all of them under `all`. */
export const tally = (reports: readonly Report[]): Readonly<Record<string, Count>> => {
  const areas: Record<string, Count> = {}
  const all = none()
  for (const report of reports) {
    add((areas[report.scenario.area] ??= none()), report)
    add(all, report)
  }
  return { ...areas, all }
}
