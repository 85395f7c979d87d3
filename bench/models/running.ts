import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { startNeo4j } from '../../tools/servers/neo4j/start-neo4j.ts'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Figure } from '../figure.ts'
import { quantile } from '../quantile.ts'
import type { Cost } from './cost.ts'
import { seed } from './network.ts'

interface Task {
  readonly name: 'find' | 'bulk' | 'gets'
  readonly clients: readonly string[]
  readonly runs: number
  readonly rounds: number
}

/** The median of each client's runs, in processes of their own that take turns. */
const measured = async (worker: string, port: number, task: Task): Promise<Readonly<Record<string, Cost>>> => {
  const costs: Record<string, Cost[]> = {}
  for (let round = 0; round < task.rounds; round++) {
    for (const client of task.clients) {
      const found = await runWorker(worker, [client, task.name, String(port), String(task.runs)], ['--expose-gc'])
      costs[client] = [...(costs[client] ?? []), ...(JSON.parse(found) as Cost[])]
    }
  }
  const median = (all: readonly Cost[], what: keyof Cost): number =>
    quantile(
      all.map((cost) => cost[what]),
      0.5,
    )
  return Object.fromEntries(
    Object.entries(costs).map(([client, all]) => [client, { cpu: median(all, 'cpu'), wall: median(all, 'wall') }]),
  )
}

const none: Cost = { cpu: Number.NaN, wall: Number.NaN }

const finds = async (worker: string, port: number): Promise<Figure[]> => {
  const clients = ['motif', 'by hand', 'neogma', 'ogm']
  const found = await measured(worker, port, { name: 'find', clients, runs: 60, rounds: 2 })
  const { motif = none, 'by hand': byHand = none, neogma = none, ogm = none } = found
  const peers: readonly (readonly [string, Cost])[] = [
    ['neogma', neogma],
    ['Neo4j GraphQL OGM', ogm],
  ]
  const name = 'find, three levels below 20 nodes'
  return [
    { name: `${name}, wall, Motif's models`, value: motif.wall, unit: 'ms' },
    { name: `${name}, wall, Cypher by hand`, value: byHand.wall, unit: 'ms' },
    { name: `${name}, wall, models / by hand`, value: motif.wall / byHand.wall, unit: '×', bound: { most: 1.15 } },
    { name: `${name}, CPU, Motif's models`, value: motif.cpu, unit: 'ms' },
    ...peers.flatMap(([peer, cost]): Figure[] => [
      { name: `${name}, wall, ${peer}`, value: cost.wall, unit: 'ms' },
      { name: `${name}, wall, ${peer} / Motif`, value: cost.wall / motif.wall, unit: '×', bound: { least: 1 } },
      { name: `${name}, CPU, ${peer}`, value: cost.cpu, unit: 'ms' },
      { name: `${name}, CPU, ${peer} / Motif`, value: cost.cpu / motif.cpu, unit: '×', bound: { least: 3 } },
    ]),
  ]
}

const others = async (worker: string, port: number): Promise<Figure[]> => {
  const clients = ['motif', 'by hand']
  const bulk = await measured(worker, port, { name: 'bulk', clients, runs: 3, rounds: 3 })
  const gets = await measured(worker, port, { name: 'gets', clients, runs: 5, rounds: 2 })
  const [created, raw] = [bulk['motif'] ?? none, bulk['by hand'] ?? none]
  const [batched, single] = [gets['motif'] ?? none, gets['by hand'] ?? none]
  return [
    { name: '100,000 rows, createMany', value: created.wall, unit: 'ms' },
    { name: '100,000 rows, UNWIND by hand', value: raw.wall, unit: 'ms' },
    { name: '100,000 rows, createMany / by hand', value: created.wall / raw.wall, unit: '×', bound: { most: 1.25 } },
    { name: '10,000 gets of one tick', value: batched.wall, unit: 'ms' },
    { name: '10,000 gets, one by one', value: single.wall, unit: 'ms' },
    {
      name: '10,000 gets, one by one / of one tick',
      value: single.wall / batched.wall,
      unit: '×',
      bound: { least: 20 },
    },
  ]
}

/** What models cost on a real server, beside Cypher by hand and beside peers. */
export const measureRunning = async (): Promise<Figure[]> => {
  const worker = await bundleWorker(join(import.meta.dirname, 'worker.ts'), 'models')
  const server = await startNeo4j({ version: '5.26', heap: '2g' })
  try {
    const driver = neo4j.driver(server.url)
    const session = driver.session()
    for (const text of seed) await session.run(text)
    await session.close()
    await driver.close()
    return [...(await finds(worker, server.port)), ...(await others(worker, server.port))]
  } finally {
    await server.stop()
  }
}
