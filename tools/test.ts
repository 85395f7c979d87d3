// `pnpm test`: everything a change must pass before it lands, in the order in which people want to hear of it.
import { run } from './run.ts'
import { runSteps, type Step } from './steps.ts'
import { runVitest } from './vitest.ts'

const command = (name: string, ...line: [string, ...string[]]): Step => ({
  name,
  check: async () => {
    const { code } = await run(line)
    if (code !== 0) throw new Error(`${line.join(' ')} ended with ${code}`)
  },
})

await runSteps('test', [
  command('build', 'tsx', 'tools/build.ts'),
  command('lint, with the walls', 'oxlint', '--type-aware'),
  command('format', 'biome', 'format'),
  command('types of tests and tools', 'tsc', '-p', 'tsconfig.tests.json'),
  { name: 'unit, types, engines, examples', check: () => runVitest('vitest', process.argv.slice(2)) },
])
