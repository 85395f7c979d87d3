import { availableParallelism } from 'node:os'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeResult } from '../../bench/result.ts'
import { Namespace } from './namespace.ts'
import { resultOf } from './result-of.ts'
import { tally, type Verdict } from './tally.ts'
import { Testkit } from './testkit.ts'

// TESTKIT=/path npx tsx --conditions=motif-source test/testkit/run.ts [folders or tests]
//   --jobs 2      how many at a time, each in a network namespace of its own: TestKit's ports are fixed
//   --write       leaves the counts in bench/results
//   --verbose     tells what failed in full
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    write: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})

const testkit = new Testkit(process.env['TESTKIT'] ?? '../testkit', process.env['TESTKIT_PYTHON'] ?? 'python3')
const stub = join(testkit.folder, 'tests/stub')
const folders = readdirSync(stub, { withFileTypes: true }).filter(
  (each) => each.isDirectory() && !/^(_|scripts)/.test(each.name),
)
const wanted = positionals.length > 0 ? positionals : folders.map(({ name }) => name)
const tests = [
  ...testkit.list(wanted.filter((name) => !name.startsWith('tests.'))),
  ...wanted.filter((name) => name.startsWith('tests.')),
]

const verdicts: Verdict[] = []
const queue = [...tests]
const tell = (verdict: Verdict): void => {
  verdicts.push(verdict)
  if (verdict.verdict !== 'failed') return
  console.log(`${verdicts.length}/${tests.length} failed ${verdict.id}`)
  if (values.verbose) console.log(verdict.detail.slice(-1500))
}

/** One process of Python starts slowly: it takes several tests, and those that it did not come to are taken up again. */
const batch = 20

const work = async (number: number): Promise<void> => {
  const namespace = await Namespace.open(number, testkit)
  try {
    for (let taken = queue.splice(0, batch); taken.length > 0; taken = queue.splice(0, batch)) {
      const done = await namespace.run(taken, tell)
      const [lost, ...rest] = taken.filter((test) => !done.has(test))
      if (lost !== undefined)
        tell({ id: lost, verdict: 'failed', seconds: 0, detail: 'TestKit ended in the middle of it' })
      queue.unshift(...rest)
    }
  } finally {
    await namespace.close()
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, (_, number) => work(number + 1)))
const counts = tally(verdicts)
console.table(counts.folders)
console.log(counts.total)
if (values.write) writeResult(resultOf(counts, testkit.commit()))
