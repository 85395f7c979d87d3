import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../tools/run.ts'
import { newestCompiler } from '../../tools/types/compilers.ts'
import type { Figure } from '../figure.ts'
import { makeGraph } from './graph.ts'

const labels = 1_000
const properties = 20
const rounds = 5

/** Inside the workspace, so that what is generated finds what it imports; git does not see it. */
const folder = join(import.meta.dirname, '../.tmp/generate')
const command = join(import.meta.dirname, '../node_modules/@motif/codegen/dist/cli/main.js')

const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: [],
}

/** Seconds that a command takes from its start to its end, in the best of some rounds. */
const secondsOf = async (...words: [string, ...string[]]): Promise<number> => {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const { code, output } = await run([process.execPath, ...words], { cwd: folder, capture: true })
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${output}`)
    taken.push((performance.now() - start) / 1_000)
  }
  return Math.min(...taken)
}

/** How long `motif generate` takes for a large schema, and how long a compiler takes for what it wrote. */
export const measureGenerate = async (): Promise<Figure[]> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await makeGraph(join(folder, 'graph.db'), labels, properties)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['graph.schema.ts'] }))
  const schema = `${labels.toLocaleString('en')} labels of ${properties} properties`
  const generated = await secondsOf(command, 'generate', '--url', 'grafeo:./graph.db', '--json')
  const checked = await secondsOf(newestCompiler.script, '-p', 'tsconfig.json')
  const compiler = `TypeScript ${newestCompiler.name}`
  return [
    { name: 'motif generate', of: schema, value: generated, unit: 's', bound: { most: 5 } },
    { name: `what it wrote, checked by ${compiler}`, of: schema, value: checked, unit: 's', bound: { most: 1 } },
    { name: 'graph.schema.ts', of: schema, value: statSync(join(folder, 'graph.schema.ts')).size / 1e6, unit: 'MB' },
  ]
}
