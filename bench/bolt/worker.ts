// Runs one workload through one driver: `node --expose-gc worker.mjs DRIVER TASK PORT RUNS`; prints, for each run after
// the first two, the milliseconds of CPU this process spent and how long it took.
import type { Client } from './client.ts'
import { motif } from './motif.ts'
import { official } from './official.ts'
import { bulkRows, type Workload } from './workloads.ts'

/** What one run cost. */
export interface Cost {
  readonly cpu: number
  readonly wall: number
  readonly done: number
}

const [driver = '', task = '', port = '', runs = '', width = '1', poolSize = '100'] = process.argv.slice(2)
const [kind = '', what = ''] = task.split(':')
const client: Client = (driver === 'motif' ? motif : official)(Number(port), Number(poolSize))

const points = async (count: number, one: (id: number) => Promise<unknown>): Promise<number> => {
  let next = 0
  const run = async (): Promise<void> => {
    while (next < count) await one(1 + (next++ % 100_000))
  }
  await Promise.all(Array.from({ length: Number(width) }, run))
  return count
}

const works: Readonly<Record<string, () => Promise<number>>> = {
  collect: () => client.collect(what as Workload),
  stream: () => client.stream(what as Workload),
  point: () => points(Number(what), (id) => client.point(id)),
  managed: () => points(Number(what), (id) => client.managedPoint(id)),
  bulk: async () => {
    const rows = bulkRows()
    globalThis.gc?.()
    const before = process.cpuUsage()
    await client.bulk(rows)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  },
}

const costs: Cost[] = []
for (let run = 0; run < Number(runs) + 2; run++) {
  globalThis.gc?.()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const done = (await works[kind]?.()) ?? 0
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  if (run >= 2) costs.push({ cpu: kind === 'bulk' ? done : (user + system) / 1000, wall, done })
}
await client.close()
process.stdout.write(JSON.stringify(costs))
