import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Figure } from '../figure.ts'
import type { Measured } from './worker.ts'

const folder = join(import.meta.dirname, '../.tmp/transfer')

/** A heap that is full kills the worker: what it needs is not left to when V8 cares to collect. */
const flags = ['--expose-gc', '--max-old-space-size=128']

const measured = async (worker: string, count: number): Promise<Measured> =>
  JSON.parse(await runWorker(worker, [String(count), join(folder, 'graph.dump')], flags)) as Measured

/** What a dump of a million nodes of five properties, and its load, cost: time, and memory that must not grow with it. */
export const measureTransfer = async (): Promise<Figure[]> => {
  mkdirSync(folder, { recursive: true })
  const worker = await bundleWorker(join(import.meta.dirname, 'worker.ts'), 'transfer')
  const [small, large] = [await measured(worker, 100_000), await measured(worker, 1_000_000)]
  const of = '1,000,000 nodes, 250,000 relationships'
  const figures = (['dump', 'load'] as const).flatMap((name): Figure[] => [
    { name: `${name}: rows a second`, of, value: large.rows / large[name].seconds, unit: '/s' },
    { name: `${name}: memory beyond the graph`, of, value: large[name].resident, unit: 'MB', bound: { most: 256 } },
    { name: `${name}: held by JavaScript at most`, of, value: large[name].held, unit: 'MB', bound: { most: 160 } },
    {
      name: `${name}: held, against 100,000 nodes`,
      of,
      value: large[name].held / small[name].held,
      unit: '×',
      bound: { most: 1.5 },
    },
  ])
  return [...figures, { name: 'the file', of, value: large.file, unit: 'MB' }]
}
