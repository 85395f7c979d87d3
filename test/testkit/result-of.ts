import { describe, type Result } from '../../bench/result.ts'
import type { Count, Tally } from './tally.ts'

/** What is written beside the benchmarks: how many, by folder, and by name what did not pass, with the reason. */
export type TestkitResult = Result & Pick<Tally, 'known' | 'failed'>

export const resultOf = ({ total, folders, known, failed }: Tally, testkit: string): TestkitResult => {
  const rows = [...Object.entries(folders), ['all', total] as const]
  const figures = rows.flatMap(([name, count]) => kinds.map((of) => ({ name, of, value: count[of], unit: 'tests' })))
  return { ...describe('testkit', figures), versions: { node: process.versions.node, testkit }, known, failed }
}

const kinds: readonly (keyof Count)[] = ['passed', 'not claimed', 'known', 'failed']
