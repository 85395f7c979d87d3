// Reads from Grafeo through Motif and through the engine's own library, in one process; prints figures.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import grafeo from '@grafeo-db/js'
import { defineSchema } from '@motif/core'
import { connect, type Database } from '@motif/driver'
import type { Figure } from '../figure.ts'
import { quantile } from '../quantile.ts'

interface Schema {
  nodes: { P: { properties: { i: number; s: string; f: number; b: boolean; d: number }; in: {}; out: {} } }
  relationships: {}
}

const properties = { i: 'integer', s: 'string', f: 'float', b: 'boolean', d: 'integer' }
const schema = defineSchema<Schema>({ nodes: { P: { properties } }, relationships: {} })

/** Made anew each time, so that none of it is left when reading is timed. */
const rows = (): readonly object[] =>
  Array.from({ length: 100_000 }, (_, i) => ({ i, s: `name ${i}`, f: i + 0.5, b: i % 2 === 0, d: i * 7 }))
const load = 'UNWIND $rows AS r CREATE (:P {i: r.i, s: r.s, f: r.f, b: r.b, d: r.d})'
const index = 'CREATE INDEX p_i FOR (n:P) ON (n.i)'
const scan = 'MATCH (p:P) RETURN p.i AS i, p.s AS s, p.f AS f, p.b AS b, p.d AS d'
const point = 'MATCH (p:P {i: $i}) RETURN p.s AS s, p.f AS f'

const raw = grafeo.GrafeoDB.create()
await raw.executeCypher(load, { rows: rows() })
await raw.executeCypher(index)
const db: Database<Schema> = connect('grafeo::memory:', { schema })
await db.cypher.as<{}, { rows: readonly object[] }>(load).execute({ rows: rows() })
await db.cypher.as<{}, {}>(index).execute()

const all = db.match('(p:P)').return('p.i AS i, p.s AS s, p.f AS f, p.b AS b, p.d AS d')
const one = db.match('(p:P {i: $i})').return('p.s AS s, p.f AS f')

/** So many queries, a few at a time in flight. */
const inFlight = async (queries: number, width: number, query: (i: number) => Promise<unknown>): Promise<void> => {
  let next = 0
  const run = async (): Promise<void> => {
    while (next < queries) await query(next++)
  }
  await Promise.all(Array.from({ length: width }, run))
}

type Work = () => Promise<unknown>

/** Milliseconds at the calm end of rounds in which the works take turns, so that a busy machine slows both. */
const inTurn = async <K extends string>(
  works: Readonly<Record<K, Work>>,
  rounds: number,
): Promise<Record<K, number>> => {
  const names = Object.keys(works) as K[]
  const taken = new Map<K, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds + 2; round++) {
    for (const name of names) {
      const start = performance.now()
      await works[name]()
      if (round >= 2) taken.get(name)?.push(performance.now() - start)
    }
  }
  return Object.fromEntries(names.map((name) => [name, quantile(taken.get(name) ?? [], 0.25)])) as Record<K, number>
}

const compared = (name: string, { engine, motif }: { engine: number; motif: number }, most: number): Figure[] => [
  { name: `${name}, the engine itself`, value: engine, unit: 'ms' },
  { name: `${name}, Motif`, value: motif, unit: 'ms' },
  { name: `${name}, Motif / the engine itself`, value: motif / engine, unit: '×', bound: { most } },
]

/** The longest time for which nothing else could run, while a million rows went by. */
const stall = async (): Promise<number> => {
  const million = db.cypher.as<{ i: number }, {}>(
    "UNWIND range(1, 1000000) AS i RETURN i AS i, 'name' AS s, i * 0.5 AS f, true AS b",
  )
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.reset()
  let seen = 0
  for await (const { i } of million.stream()) seen += i
  await new Promise((resolve) => setTimeout(resolve, 5))
  delay.disable()
  if (seen !== 500_000_500_000) throw new Error(`the rows add up to ${seen}`)
  return delay.max / 1e6
}

const scans = await inTurn(
  {
    engine: async () => (await raw.executeCypher(scan)).toArray(),
    motif: () => all.run(),
  },
  20,
)
const points = await inTurn(
  {
    engine: () => inFlight(10_000, 16, async (i) => (await raw.executeCypher(point, { i })).toArray()),
    motif: () => inFlight(10_000, 16, (i) => one.run({ i })),
  },
  10,
)
const stalls = [await stall(), await stall(), await stall()]
const figures: Figure[] = [
  ...compared('read 100,000 rows of 5 columns', scans, 1.3),
  ...compared('10,000 point queries, 16 in flight', points, 1.5),
  {
    name: 'longest stall while 1,000,000 rows are streamed',
    value: Math.min(...stalls),
    unit: 'ms',
    bound: { most: 50 },
  },
]
await db.close()
raw.close()
process.stdout.write(JSON.stringify(figures))
