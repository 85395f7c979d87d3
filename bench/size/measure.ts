import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { bundleSize, importTime, processes } from './published.ts'

const ours = '@motif/core'
const peers = ['@douglasgabr/cypher-builder', '@neo4j/cypher-builder', 'cypher-query-builder', 'neogma', 'kysely']

const dependencies = (): number => {
  const path = join(import.meta.dirname, '../node_modules', ours, 'package.json')
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, object>
  return Object.keys({ ...dependencies, ...peerDependencies }).length
}

/** How soon core is there, how much it adds to a program and what it brings along, as it is published. */
export const measureSize = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const name of [ours, ...peers]) {
    const [time, size] = [await importTime(name), await bundleSize(name)]
    const bound = (most: number): Pick<Figure, 'bound'> => (name === ours ? { bound: { most } } : {})
    figures.push({ name: `import ${name}, best of ${processes}`, value: time, unit: 'ms', ...bound(20) })
    figures.push({ name: `all of ${name}, minified and gzipped`, value: size, unit: 'kB', ...bound(40) })
  }
  return [...figures, { name: `dependencies of ${ours}`, value: dependencies(), unit: '', bound: { most: 0 } }]
}
