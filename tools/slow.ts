// `pnpm check:slow`: the suites that are too slow for every edit; CI runs them after `pnpm test`.
import { commandStep, runSteps } from './steps.ts'
import { runVitest } from './vitest.ts'

/** The suite of behaviour, or some files of it, on servers that are fetched and started for it. */
const suiteOn = (engines: string, ...files: readonly string[]) => ({
  name: `the suite on ${engines}`,
  check: () => runVitest(`engines-${engines}`, ['--project', 'engines', ...files], { MOTIF_ENGINES: engines }),
  tallied: true,
})

await runSteps('slow', [
  suiteOn('neo4j'),
  suiteOn(
    'neo4j-2026,arcadedb',
    ...['golden', 'running', 'missing-properties', 'capabilities', 'driver', 'codegen'].map(
      (part) => `test/engines/${part}`,
    ),
  ),
  {
    ...commandStep(
      'openCypher’s kit on grafeo and neo4j',
      ...(['tsx', '--conditions=motif-source', 'test/tck/run.ts', '--engines', 'grafeo,neo4j'] as const),
    ),
    tallied: true,
  },
  {
    name: 'types and messages on every compiler',
    check: () => runVitest('types-everywhere', ['--project', 'types'], { MOTIF_COMPILERS: 'all' }),
    tallied: true,
  },
  {
    name: 'generated files on every compiler',
    check: () =>
      runVitest('generated-everywhere', ['packages/codegen/test/emit/compiles.test.ts'], { MOTIF_COMPILERS: 'all' }),
    tallied: true,
  },
  commandStep('what types cost, against the pins', 'tsx', 'bench/run.ts', 'types', '--pin'),
  { ...commandStep('packed and installed', 'tsx', 'tools/packed.ts'), tallied: true },
])
