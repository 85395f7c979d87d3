import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './manifest.ts'

/** How many checks of one kind passed and failed. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Where every suite leaves its tally for `.ci/run` to add up; not committed. */
export const resultsFolder: string = join(root, '.tmp/results')

/** Leaves a suite's tally. */
export const writeTally = (suite: string, { passed, failed }: Tally, folder: string = resultsFolder): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${suite}.json`), JSON.stringify({ passed, failed }))
}

/** All tallies together. */
export const addTallies = (folder: string = resultsFolder): Tally => {
  const each = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Tally)
  return {
    passed: each.reduce((sum, { passed }) => sum + passed, 0),
    failed: each.reduce((sum, { failed }) => sum + failed, 0),
  }
}
