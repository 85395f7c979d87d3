import { join } from 'node:path'
import { startNeo4j } from '../../tools/servers/neo4j/start-neo4j.ts'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Figure } from '../figure.ts'
import { quantile } from '../quantile.ts'

interface Time {
  readonly wall: number
  readonly cpu: number
}
type Times = Readonly<Record<'raw' | 'models', readonly Time[]>>

const figures = (engine: string, { raw, models }: Times): Figure[] => {
  const calm = (times: readonly Time[], what: keyof Time): number =>
    quantile(
      times.map((time) => time[what]),
      0.05,
    )
  const of = engine
  return [
    { name: 'createMany of 100,000', of, value: calm(models, 'wall'), unit: 'ms' },
    { name: 'the same by UNWIND', of, value: calm(raw, 'wall'), unit: 'ms' },
    {
      name: 'createMany beside UNWIND',
      of,
      value: calm(models, 'wall') / calm(raw, 'wall'),
      unit: '×',
      bound: { most: 1.25 },
    },
    { name: "createMany, the client's CPU", of, value: calm(models, 'cpu'), unit: 'ms' },
    { name: "UNWIND, the client's CPU", of, value: calm(raw, 'cpu'), unit: 'ms' },
  ]
}

const on = async (engine: string, url: string, rounds: number): Promise<Figure[]> => {
  const worker = await bundleWorker(join(import.meta.dirname, 'create-many-worker.ts'), 'create-many')
  return figures(engine, JSON.parse(await runWorker(worker, [url, String(rounds)])) as Times)
}

/** What createMany costs beside the statement that it stands for, on each engine. */
export const createMany = async (): Promise<Figure[]> => {
  const embedded = await on('Grafeo', 'grafeo::memory:', 9)
  const server = await startNeo4j({ version: '5.26', heap: '1g' })
  try {
    return [...embedded, ...(await on('Neo4j', server.url, 9))]
  } finally {
    await server.stop()
  }
}
