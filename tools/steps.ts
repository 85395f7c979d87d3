import { run } from './run.ts'
import { writeTally } from './tally.ts'

/** One thing to check; it fails by throwing. */
export interface Step {
  readonly name: string
  readonly check: () => Promise<void>
  /** It leaves a tally of its own, and is not counted once more. */
  readonly tallied?: boolean
}

/** A step that is a command, its output shown as it comes. */
export const commandStep = (name: string, ...line: [string, ...string[]]): Step => ({
  name,
  check: async () => {
    const { code } = await run(line)
    if (code !== 0) throw new Error(`${line.join(' ')} ended with ${code}`)
  },
})

/** Runs every step, even after one failed, with its time; leaves the tally and sets the exit code. */
export const runSteps = async (suite: string, steps: readonly Step[]): Promise<void> => {
  const failures: string[] = []
  const tally = { passed: 0, failed: 0 }
  for (const { name, check, tallied = false } of steps) {
    const start = performance.now()
    try {
      await check()
      console.log(`ok    ${name} (${seconds(start)} s)`)
      if (!tallied) tally.passed += 1
    } catch (error) {
      console.error(`FAIL  ${name} (${seconds(start)} s)\n${error instanceof Error ? error.message : String(error)}`)
      failures.push(name)
      if (!tallied) tally.failed += 1
    }
  }
  writeTally(suite, tally)
  if (failures.length > 0) {
    console.error(`${suite}: ${failures.length} of ${steps.length} failed: ${failures.join(', ')}`)
    process.exitCode = 1
  }
}

/** Does what every step of a suite needs; when that fails the suite counts as one failure and ends. */
export const prepare = async <T>(suite: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    writeTally(suite, { passed: 0, failed: 1 })
    throw error
  }
}

const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(1)
