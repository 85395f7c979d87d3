// Runs one workload by one client: `node --expose-gc worker.mjs CLIENT TASK PORT RUNS`; prints, for each run after the
// first ones, the milliseconds of CPU this process spent and how long it took.
import type { Cost } from './cost.ts'
import type { Client } from './clients/client.ts'
import { bulkRows } from './network.ts'

const clients: Readonly<Record<string, (port: number) => Promise<Client>>> = {
  motif: async (port) => (await import('./clients/motif.ts')).motif(port),
  'by hand': async (port) => (await import('./clients/motif.ts')).byHand(port),
  neogma: async (port) => (await import('./clients/neogma.ts')).neogma(port),
  ogm: async (port) => (await import('./clients/ogm.ts')).ogm(port),
}

const [name = '', task = '', port = '', runs = ''] = process.argv.slice(2)
const client = await clients[name]?.(Number(port))
if (client === undefined) throw new Error(`there is no client ${name}`)

const ids = Array.from({ length: 10_000 }, (_, at) => at * 10)
const works: Readonly<Record<string, (run: number) => Promise<number | undefined>>> = {
  find: (run) => client.find(run % 20),
  bulk: async () => client.bulk?.(bulkRows()),
  gets: async () => client.gets?.(ids),
}
/** What each must come to, so that nobody is quick by reading less. */
const expected: Readonly<Record<string, number>> = { find: 800, bulk: 100_000, gets: 10_000 }

/** Runs that are not measured. */
const warm = { find: 20, gets: 6 }[task] ?? 2
const costs: Cost[] = []
for (let run = 0; run < Number(runs) + warm; run++) {
  globalThis.gc?.()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const done = await works[task]?.(run)
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  if (done !== expected[task]) throw new Error(`${name} came to ${done} in ${task}, not ${expected[task]}`)
  if (run >= warm) costs.push({ cpu: (user + system) / 1000, wall })
  if (task === 'bulk') await client.clear?.()
}
await client.close()
process.stdout.write(JSON.stringify(costs))
