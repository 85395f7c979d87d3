// `pnpm check:slow`: the suites that are too slow for every edit; CI runs them after `pnpm test`.
import { commandStep, runSteps } from './steps.ts'
import { runVitest } from './vitest.ts'

await runSteps('slow', [
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
