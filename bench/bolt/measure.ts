import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { startNeo4j } from '../../tools/servers/neo4j/start-neo4j.ts'
import { bundleWorker, runWorker } from '../bundle.ts'
import type { Bound, Figure } from '../figure.ts'
import { quantile } from '../quantile.ts'
import { bundleSize, importTime } from '../size/published.ts'
import { recorder } from './recorder.ts'
import { type Workload, seed, texts } from './workloads.ts'
import type { Cost } from './worker.ts'

const folder = join(import.meta.dirname, '../.tmp/bolt')
const drivers = ['official', 'motif'] as const

/** One statement on the wire, as the server answered it to the official driver. */
const record = async (serverPort: number, workload: Workload): Promise<string> => {
  const between = await recorder(serverPort)
  const driver = neo4j.driver(`bolt://127.0.0.1:${between.port}`, undefined, { fetchSize: -1, telemetryDisabled: true })
  const session = driver.session()
  await session.run(texts[workload], { id: neo4j.int(4242) })
  const recorded = between.recorded()
  await session.close()
  await driver.close()
  await between.close()
  const file = join(folder, `${workload}.bin`)
  writeFileSync(file, recorded)
  return file
}

const withReplay = async <T>(file: string, work: (port: number) => Promise<T>): Promise<T> => {
  const script = await bundleWorker(join(import.meta.dirname, 'replay.ts'), 'bolt-replay')
  const server = fork(script, [file])
  try {
    const [port] = (await once(server, 'message')) as [number]
    return await work(port)
  } finally {
    server.kill()
    await once(server, 'exit')
  }
}

interface Task {
  readonly name: string
  readonly port: number
  readonly runs: number
  readonly width?: number
  readonly poolSize?: number
}

type Measured = Readonly<Record<(typeof drivers)[number], { readonly cpu: number; readonly wall: number }>>

/** The median of each driver's runs, in processes of their own that take turns. */
const measured = async (worker: string, { name, port, runs, width = 1, poolSize = 100 }: Task): Promise<Measured> => {
  const costs: Record<string, Cost[]> = { official: [], motif: [] }
  for (let round = 0; round < 2; round++) {
    for (const driver of drivers) {
      const args = [driver, name, String(port), String(runs), String(width), String(poolSize)]
      costs[driver]?.push(...(JSON.parse(await runWorker(worker, args, ['--expose-gc'])) as Cost[]))
    }
  }
  const median = (of: keyof Measured, what: 'cpu' | 'wall'): number =>
    quantile(
      (costs[of] ?? []).map((cost) => cost[what]),
      0.5,
    )
  const both = (of: keyof Measured) => ({ cpu: median(of, 'cpu'), wall: median(of, 'wall') })
  return { official: both('official'), motif: both('motif') }
}

interface Compared {
  readonly what: 'cpu' | 'wall'
  readonly bound: Bound
  /** What one figure is divided by, and its unit then: microseconds a query, for instance. */
  readonly per?: { readonly count: number; readonly unit: string }
}

const compared = (name: string, found: Measured, { what, bound, per }: Compared): Figure[] => {
  const shown = (value: number): { value: number; unit: string } =>
    per === undefined ? { value, unit: 'ms' } : { value: (value * 1000) / per.count, unit: per.unit }
  return [
    { name: `${name}, neo4j-driver`, ...shown(found.official[what]) },
    { name: `${name}, Motif`, ...shown(found.motif[what]) },
    { name: `${name}, neo4j-driver / Motif`, value: found.official[what] / found.motif[what], unit: '×', bound },
  ]
}

const streams = async (worker: string, serverPort: number): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const [workload, name] of [
    ['ints', '1,000,000 integers'],
    ['nodes', '200,000 nodes of 5 properties'],
    ['scalars', '200,000 rows of 5 values'],
  ] as const) {
    const file = await record(serverPort, workload)
    await withReplay(file, async (port) => {
      const collected = await measured(worker, { name: `collect:${workload}`, port, runs: 5 })
      figures.push(...compared(`CPU, ${name} collected`, collected, { what: 'cpu', bound: { least: 4 } }))
      const streamed = await measured(worker, { name: `stream:${workload}`, port, runs: 5 })
      figures.push(...compared(`CPU, ${name} streamed`, streamed, { what: 'cpu', bound: { least: 6 } }))
    })
  }
  return figures
}

const queries = 2_000
const perQuery = { count: queries, unit: 'µs a query' }

const points = async (worker: string, serverPort: number): Promise<Figure[]> => {
  const figures: Figure[] = []
  await withReplay(await record(serverPort, 'point'), async (port) => {
    const plain = await measured(worker, { name: `point:${queries}`, port, runs: 5 })
    figures.push(
      ...compared('CPU, point query, beside session.run', plain, { what: 'cpu', bound: { least: 3 }, per: perQuery }),
    )
    const managed = await measured(worker, { name: `managed:${queries}`, port, runs: 5 })
    const mixed = { official: managed.official, motif: plain.motif }
    figures.push(
      ...compared('CPU, point query, beside executeQuery', mixed, { what: 'cpu', bound: { least: 6 }, per: perQuery }),
    )
  })
  for (const width of [1, 32, 256]) {
    const found = await measured(worker, { name: `point:${queries}`, port: serverPort, runs: 3, width })
    const bound = { least: width === 1 ? 2 : 1 }
    figures.push(
      ...compared(`wall, point query on a real server, ${width} at a time`, found, {
        what: 'wall',
        bound,
        per: perQuery,
      }),
    )
  }
  return figures
}

/** What the driver adds to a program: core and Temporal are there or not whatever the driver does. */
const entry = async (): Promise<Figure[]> => {
  const name = '@motif/driver/bolt'
  return [
    { name: `import ${name}, best of 12`, value: await importTime(name), unit: 'ms', bound: { most: 60 } },
    {
      name: `all of ${name} without core and Temporal, minified and gzipped`,
      value: await bundleSize(name, ['@motif/core', '@motif/core/*', 'temporal-polyfill']),
      unit: 'kB',
      bound: { most: 45 },
    },
  ]
}

const memory = async (serverPort: number): Promise<Figure[]> => {
  const worker = await bundleWorker(join(import.meta.dirname, 'memory.ts'), 'bolt-memory')
  const grown = Number(await runWorker(worker, [String(serverPort)]))
  return [
    {
      name: 'memory gained between row 500,000 and row 5,000,000 of a stream',
      value: grown,
      unit: 'MB',
      bound: { most: 64 },
    },
  ]
}

/** What our Bolt driver costs beside the official one: on recorded answers, and on a real server. */
export const measureBolt = async (): Promise<Figure[]> => {
  mkdirSync(folder, { recursive: true })
  const worker = await bundleWorker(join(import.meta.dirname, 'worker.ts'), 'bolt')
  const server = await startNeo4j({ version: '5.26', heap: '2g' })
  try {
    const driver = neo4j.driver(server.url)
    const session = driver.session()
    for (const text of seed) await session.run(text)
    await session.close()
    await driver.close()
    const bulk = await measured(worker, { name: 'bulk:rows', port: server.port, runs: 3 })
    return [
      ...(await streams(worker, server.port)),
      ...(await points(worker, server.port)),
      ...compared('CPU, 100,000 rows written by UNWIND', bulk, { what: 'cpu', bound: { least: 5 } }),
      ...(await memory(server.port)),
      ...(await entry()),
    ]
  } finally {
    await server.stop()
  }
}
