import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './manifest.ts'
import { run } from './run.ts'
import { writeTally } from './tally.ts'

/** Runs vitest, shows what it says, and leaves its tally under the suite's name; throws when a test failed. */
export const runVitest = async (
  suite: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const report = join(root, '.tmp', `vitest-${suite}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(['vitest', 'run', ...reporters, ...args], { env })
  const { numPassedTests, numFailedTests } = readReport(report)
  // A file that cannot be loaded, or an error outside any test, fails the run without a failed test.
  writeTally(suite, { passed: numPassedTests, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) })
  if (code !== 0) throw new Error(`vitest ended with ${code}: ${numFailedTests} tests failed`)
}

const readReport = (file: string): { readonly numPassedTests: number; readonly numFailedTests: number } => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 } // vitest died before it wrote anything: its exit code says so
  }
}
