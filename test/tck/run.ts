// `pnpm tck`: every scenario of openCypher's kit on Grafeo; exit code 1 where fewer pass than bench/results/tck.json says.
//   --engines grafeo,neo4j   which engines; a server is fetched and started for it
//   --only clauses/match     scenarios whose name holds this; nothing is compared then
//   --show different,unread  tells the scenarios of these verdicts in full
//   --write                  leaves the counts in bench/results
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeResult } from '../../bench/result.ts'
import { root } from '../../tools/manifest.ts'
import { writeTally } from '../../tools/tally.ts'
import { fallen } from './fallen.ts'
import { fetchKit, kitVersion } from './fetch-kit.ts'
import { type EngineName, openGraph } from './graph.ts'
import { readKit } from './read-kit.ts'
import { resultOf, type Run, type TckResult } from './result-of.ts'
import type { Scenario } from './scenario.ts'
import { tally } from './tally.ts'
import { type Report, tryScenario } from './try-scenario.ts'

const { values } = parseArgs({
  options: {
    engines: { type: 'string', default: 'grafeo' },
    only: { type: 'string', default: '' },
    show: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
})
const shown = values.show.split(',')

const named = (reports: readonly Report[], verdict: Report['verdict']): string[] =>
  reports.filter((each) => each.verdict === verdict).map(({ scenario }) => scenario.id)

const runOn = async (engine: EngineName, scenarios: readonly Scenario[]): Promise<Run> => {
  const graph = await openGraph(engine)
  const start = performance.now()
  try {
    const reports: Report[] = []
    for (const scenario of scenarios) {
      const report = await tryScenario(scenario, graph)
      reports.push(report)
      if (shown.includes(report.verdict))
        console.log(`${report.verdict}: ${scenario.id}\n${scenario.query}\n${report.detail}\n`)
    }
    const counts = tally(reports)
    const seconds = Math.round((performance.now() - start) / 1000)
    console.log(`${scenarios.length} scenarios on ${graph.engine} in ${seconds} s`)
    console.log(counts['all'])
    return {
      engine,
      version: graph.engine,
      counts,
      different: named(reports, 'different'),
      unread: named(reports, 'unread'),
    }
  } finally {
    await graph.close()
  }
}

const scenarios = readKit(await fetchKit()).filter(({ id }) => id.includes(values.only))
const runs: Run[] = []
for (const engine of values.engines.split(',')) runs.push(await runOn(engine as EngineName, scenarios))
const file = join(root, 'bench/results/tck.json')
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TckResult) : undefined
if (values.write) writeResult(resultOf(runs, kitVersion, before))
else if (values.only === '') {
  const lines = fallen(runs, before?.figures ?? [])
  for (const line of lines) console.error(`fallen: ${line}`)
  const areas = runs.reduce((total, { counts }) => total + Object.keys(counts).length, 0)
  writeTally('tck', { passed: Math.max(0, areas - lines.length), failed: lines.length })
  if (lines.length > 0) process.exitCode = 1
}
