// Dumps a graph of so many nodes, loads it into another, and prints what that took.
import { rmSync, statSync } from 'node:fs'
import { dump, load } from '@motif/codegen'
import type { SchemaShape } from '@motif/core'
import { connect, type Database } from '@motif/driver'

/** What dumping, or loading, took. */
export interface Taken {
  readonly seconds: number
  /** The megabytes that the process had at most beyond those it had with the graph alone. */
  readonly resident: number
  /** The most that JavaScript held meanwhile, in megabytes. */
  readonly held: number
}

/** What one worker prints. */
export interface Measured {
  readonly rows: number
  readonly dump: Taken
  readonly load: Taken
  /** Megabytes of the file. */
  readonly file: number
}

const [, , size = '100000', path = ''] = process.argv
const count = Number(size)
const megabyte = 2 ** 20

const collect = (): void => (globalThis as { gc?: () => void }).gc?.()
const resident = (): number => process.memoryUsage.rss() / megabyte

/** Every so many milliseconds. */
const interval = 20

/** `settled` is when the process has the graph alone: before it is read, after it is written. */
const taken = async (settled: 'before' | 'after', work: () => Promise<unknown>): Promise<Taken> => {
  collect()
  const before = resident()
  let [peak, held] = [before, 0]
  const watch = setInterval(() => {
    const { rss, heapUsed, external } = process.memoryUsage()
    peak = Math.max(peak, rss / megabyte)
    held = Math.max(held, (heapUsed + external) / megabyte)
  }, interval)
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1_000
  clearInterval(watch)
  collect()
  return { seconds, resident: peak - (settled === 'before' ? before : resident()), held }
}

const graph = (): Database<SchemaShape> => connect('grafeo::memory:')

const fill = async (db: Database<SchemaShape>): Promise<void> => {
  const step = 10_000
  for (let from = 0; from < count; from += step) {
    const text =
      `UNWIND range(${from + 1}, ${from + step}) AS i CREATE (n:Person {id: i, name: 'person ' + toString(i), ` +
      "share: i / 3.0, joined: date('2020-01-02'), active: i % 2 = 0})"
    await db.cypher.as<never, {}>(text).execute()
    const joins =
      `UNWIND range(${from}, ${from + step - 4}, 4) AS i MATCH (a) WHERE id(a) = i MATCH (b) WHERE id(b) = i + 1 ` +
      'CREATE (a)-[:KNOWS {since: i}]->(b)'
    await db.cypher.as<never, {}>(joins).execute()
  }
}

const source = graph()
await fill(source)
const dumping = await taken('before', () => dump(source, { to: path }))
await source.close()
const target = graph()
await target.open()
const loading = await taken('after', async () => {
  const { nodes, relationships } = await load(target, { from: path })
  if (nodes !== count || relationships !== count / 4)
    throw new Error(`${nodes} nodes and ${relationships} relationships came`)
})
await target.close()
const measured: Measured = {
  rows: count + count / 4,
  dump: dumping,
  load: loading,
  file: statSync(path).size / megabyte,
}
rmSync(path)
process.stdout.write(JSON.stringify(measured))
