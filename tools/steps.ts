import { writeTally } from './tally.ts'

/** One thing to check; it fails by throwing. */
export interface Step {
  readonly name: string
  readonly check: () => Promise<void>
}

/** Runs every step, even after one failed, with its time; leaves the tally and sets the exit code. */
export const runSteps = async (suite: string, steps: readonly Step[]): Promise<void> => {
  const failures: string[] = []
  for (const { name, check } of steps) {
    const start = performance.now()
    try {
      await check()
      console.log(`ok    ${name} (${seconds(start)} s)`)
    } catch (error) {
      failures.push(name)
      console.error(`FAIL  ${name} (${seconds(start)} s)\n${error instanceof Error ? error.message : String(error)}`)
    }
  }
  writeTally(suite, { passed: steps.length - failures.length, failed: failures.length })
  if (failures.length > 0) {
    console.error(`${suite}: ${failures.length} of ${steps.length} failed: ${failures.join(', ')}`)
    process.exitCode = 1
  }
}

const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(1)
