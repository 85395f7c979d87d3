import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './manifest.ts'

/** How many checks of one kind passed and failed. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Where every suite leaves its tally for `.ci/run` to add up; not committed. */
export const resultsFolder: string = join(root, '.tmp/results')

/** Forgets the tallies of earlier runs. */
export const clearTallies = (): void => rmSync(resultsFolder, { recursive: true, force: true })

/** Leaves a suite's tally. */
export const writeTally = (suite: string, { passed, failed }: Tally): void => {
  mkdirSync(resultsFolder, { recursive: true })
  writeFileSync(join(resultsFolder, `${suite}.json`), JSON.stringify({ passed, failed }))
}

/** All tallies together. */
export const addTallies = (): Tally => {
  const each = readdirSync(resultsFolder).map(
    (name) => JSON.parse(readFileSync(join(resultsFolder, name), 'utf8')) as Tally,
  )
  return {
    passed: each.reduce((sum, { passed }) => sum + passed, 0),
    failed: each.reduce((sum, { failed }) => sum + failed, 0),
  }
}
