import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Figure } from '../figure.ts'

const ours = '@motif/core'
const peers = ['@douglasgabr/cypher-builder', '@neo4j/cypher-builder', 'cypher-query-builder', 'neogma', 'kysely']
const processes = 12

/** Milliseconds of the fastest of so many fresh processes. */
const importTime = async (worker: string, name: string): Promise<number> => {
  const taken: number[] = []
  for (let at = 0; at < processes; at++) taken.push(Number(await runWorker(worker, [name])))
  return Math.min(...taken)
}

/** Kilobytes of everything a package exports with all it needs, minified and gzipped: the most it adds to a program. */
const bundleSize = async (name: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${name}'`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    logLevel: 'silent',
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length / 1_000
}

const dependencies = (): number => {
  const path = join(import.meta.dirname, '../node_modules', ours, 'package.json')
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, object>
  return Object.keys({ ...dependencies, ...peerDependencies }).length
}

/** How soon core is there, how much it adds to a program and what it brings along, as it is published. */
export const measureSize = async (): Promise<Figure[]> => {
  const worker = await bundleWorker(join(import.meta.dirname, 'import.ts'), 'size-import')
  const figures: Figure[] = []
  for (const name of [ours, ...peers]) {
    const [time, size] = [await importTime(worker, name), await bundleSize(name)]
    const bound = (most: number): Pick<Figure, 'bound'> => (name === ours ? { bound: { most } } : {})
    figures.push({ name: `import ${name}, best of ${processes}`, value: time, unit: 'ms', ...bound(20) })
    figures.push({ name: `all of ${name}, minified and gzipped`, value: size, unit: 'kB', ...bound(25) })
  }
  return [...figures, { name: `dependencies of ${ours}`, value: dependencies(), unit: '', bound: { most: 0 } }]
}
