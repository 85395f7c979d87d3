import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Figure } from '../figure.ts'
import { newStatements } from './new-statements.ts'

const cold = async (): Promise<Figure[]> => {
  const file = await bundleWorker(join(import.meta.dirname, 'cold.ts'), 'compile-cold')
  const taken: [parsed: number, compiled: number][] = []
  for (let process = 0; process < 12; process++) taken.push(JSON.parse(await runWorker(file)) as [number, number])
  const best = (name: string, values: readonly number[]): Figure => ({
    name: `${name} a first statement, cold, best of 12`,
    of: 'neo4j',
    value: Math.min(...values),
    unit: 'ms',
  })
  return [
    {
      ...best(
        'parse',
        taken.map(([parsed]) => parsed),
      ),
      bound: { most: 5 },
    },
    best(
      'parse and compile',
      taken.map(([, compiled]) => compiled),
    ),
  ]
}

/** Building and compiling the medium query, beside our peers in one process; parsing it warm and cold. */
export const measureCompile = async (): Promise<Figure[]> => {
  const file = await bundleWorker(join(import.meta.dirname, 'worker.ts'), 'compile')
  const statements = join(dirname(file), 'new-statements.mjs')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(statements, newStatements(2_000))
  const figures: Figure[] = []
  for (const dialect of ['neo4j', 'grafeo'])
    figures.push(...(JSON.parse(await runWorker(file, [dialect, statements])) as Figure[]))
  return [...figures, ...(await cold())]
}
