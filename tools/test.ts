// `pnpm test`: everything a change must pass before it lands, in the order in which people want to hear of it.
import { commandStep, runSteps } from './steps.ts'
import { runVitest } from './vitest.ts'

await runSteps('test', [
  commandStep('build', 'tsx', 'tools/build.ts'),
  commandStep('lint, with the walls', 'oxlint', '--type-aware'),
  commandStep('format', 'biome', 'format'),
  commandStep('types of tests and tools', 'tsc', '-p', 'tsconfig.tests.json'),
  commandStep('types of the airports', 'tsc', '-p', 'examples/airports'),
  commandStep('types of the orders', 'tsc', '-p', 'examples/orders'),
  commandStep('types of the social network', 'tsc', '-p', 'examples/social'),
  { name: 'unit, types, engines, examples', check: () => runVitest('vitest', process.argv.slice(2)), tallied: true },
])
