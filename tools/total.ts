// The last line of `.ci/run`: every test and check of every suite that ran.
import { addTallies } from './tally.ts'

const { passed, failed } = addTallies()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
