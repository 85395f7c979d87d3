import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Figure } from '../figure.ts'
import { newStatements } from './new-statements.ts'

const cold = async (): Promise<Figure> => {
  const file = await bundleWorker(join(import.meta.dirname, 'cold.ts'), 'compile-cold')
  const taken: number[] = []
  for (let process = 0; process < 12; process++) taken.push(Number(await runWorker(file)))
  return {
    name: 'parse and compile a first statement, cold, best of 12',
    of: 'neo4j',
    value: Math.min(...taken),
    unit: 'ms',
    bound: { most: 5 },
  }
}

/** Building and compiling the medium query, beside our peers in one process; parsing it warm and cold. */
export const measureCompile = async (): Promise<Figure[]> => {
  const file = await bundleWorker(join(import.meta.dirname, 'worker.ts'), 'compile')
  const statements = join(dirname(file), 'new-statements.mjs')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(statements, newStatements(800))
  const figures: Figure[] = []
  for (const dialect of ['neo4j', 'grafeo'])
    figures.push(...(JSON.parse(await runWorker(file, [dialect, statements])) as Figure[]))
  return [...figures, await cold()]
}
