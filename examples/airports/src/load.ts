// Loads CSV files into the graph, batch by batch. A batch is one transaction: all of it is kept, or nothing.
import { join } from 'node:path'
import type { Database, ManagedTransaction } from '@motif/driver'
import { GraphError } from '@motif/core'
import * as z from 'zod'
import type { Schema } from './graph.schema.ts'
import { progressBar } from './progress.ts'
import { type BadRow, type Row, type Rows, readRows } from './rows.ts'

/** A batch that the graph refused, and was rolled back. */
export interface FailedBatch {
  readonly from: number
  readonly to: number
  readonly error: GraphError
  /** The rows that are to blame, where that can be told. */
  readonly rows: readonly BadRow[]
}

/** What became of a file. */
export interface LoadReport {
  readonly file: string
  readonly kept: number
  readonly bad: readonly BadRow[]
  readonly failed: readonly FailedBatch[]
}

const text = z.string().min(1)
/** The files write NA where they do not know. */
const orNull = text.transform((value) => (value === 'NA' ? null : value))
const degrees = (limit: number): z.ZodType<number> =>
  text
    .refine((value) => Number.isFinite(Number(value)), { message: 'is not a number', abort: true })
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit, `lies beyond ${limit} degrees`)
const wholeNumber = text.regex(/^[0-9]+$/, 'is not a whole number').transform(Number)

const airportRow = z.object({
  iata: text,
  name: text,
  city: orNull,
  state: orNull,
  country: text,
  latitude: degrees(90),
  longitude: degrees(180),
})
const routeRow = z.object({ origin: text, destination: text, count: wholeNumber })

type AirportRow = z.infer<typeof airportRow>
type RouteRow = z.infer<typeof routeRow>

const unique = [
  'CREATE CONSTRAINT airport_iata FOR (a:Airport) REQUIRE a.iata IS UNIQUE',
  'CREATE CONSTRAINT state_code FOR (s:State) REQUIRE s.code IS UNIQUE',
]
const ofGrafeo = [
  // Neo4j keeps such a constraint in its Enterprise edition alone.
  'CREATE CONSTRAINT airport_has_iata FOR (a:Airport) REQUIRE a.iata IS NOT NULL',
  // Grafeo checks a constraint by looking at every node, unless there is an index as well; others make one by themselves.
  'CREATE INDEX airport_by_iata FOR (a:Airport) ON (a.iata)',
  'CREATE INDEX state_by_code FOR (s:State) ON (s.code)',
]

/** Constraints and indexes. The grammar of queries has no words for these, so what such a text returns is stated. */
export const makeConstraints = async (db: Database<Schema>): Promise<void> => {
  const { name } = await db.open()
  const statements = name === 'grafeo' ? [...unique, ...ofGrafeo] : unique
  for (const statement of statements) await db.cypher.as<never>(statement).execute()
}

/** The graph's refusal of a batch. Anything else is not ours to handle. */
const refusal = (error: unknown): GraphError => {
  if (error instanceof GraphError && error.code === 'CONSTRAINT') return error
  throw error
}

interface Batching<T> {
  readonly size: number
  readonly write: (tx: ManagedTransaction<Schema>, rows: readonly T[]) => Promise<void>
  /** The rows of a refused batch that are to blame. */
  readonly blame: (rows: readonly Row<T>[]) => Promise<readonly BadRow[]>
}

/** Writes the rows in batches, each in a transaction of its own. */
const inBatches = async <T>(db: Database<Schema>, rows: Rows<T>, batching: Batching<T>): Promise<LoadReport> => {
  const { file, good, bad } = rows
  const { size, write, blame } = batching
  const bar = progressBar(file, good.length)
  const failed: FailedBatch[] = []
  let kept = 0
  try {
    for (let at = 0; at < good.length; at += size) {
      const batch = good.slice(at, at + size)
      const values = batch.map(({ value }) => value)
      const error = await db.write((tx) => write(tx, values)).then(() => undefined, refusal)
      if (error === undefined) kept += batch.length
      else failed.push({ from: batch[0]?.line ?? 0, to: batch.at(-1)?.line ?? 0, error, rows: await blame(batch) })
      bar.advance(batch.length)
    }
  } finally {
    bar.stop()
  }
  return { file, kept, bad, failed }
}

/** Loads airports, and puts each into its state. */
export const loadAirports = async (
  db: Database<Schema>,
  folder: string,
  file = 'airports.csv',
): Promise<LoadReport> => {
  // The type of $rows is read off what is done with `row`.
  const create = db
    .unwind('$rows AS row')
    .create(
      '(a:Airport {iata: row.iata, name: row.name, country: row.country, latitude: row.latitude, longitude: row.longitude})',
    )
    .set('a.city = row.city')
  const locate = db
    .unwind('$rows AS row')
    .match('(a:Airport {iata: row.iata})')
    .merge('(s:State {code: row.state})')
    .create('(a)-[:LOCATED_IN]->(s)')
  const taken = db.match('(a:Airport)').where('a.iata IN $codes').return('a.iata AS iata')

  return inBatches(db, await readRows<AirportRow>(join(folder, file), airportRow), {
    size: 500,
    write: async (tx, rows) => {
      await tx.execute(create, { rows })
      await tx.execute(locate, { rows: rows.flatMap(({ iata, state }) => (state === null ? [] : [{ iata, state }])) })
    },
    blame: async (rows) => {
      const known = new Set((await taken.run({ codes: rows.map(({ value }) => value.iata) })).map(({ iata }) => iata))
      return rows.flatMap(({ line, value: { iata } }) => {
        if (known.has(iata)) return [{ line, reason: `iata '${iata}' is taken` }]
        known.add(iata)
        return []
      })
    },
  })
}

/** Loads the routes between airports that are in the graph. */
export const loadRoutes = async (db: Database<Schema>, folder: string): Promise<LoadReport> => {
  const known = new Set((await db.match('(a:Airport)').return('a.iata AS iata').run()).map(({ iata }) => iata))
  const fault = ({ origin, destination }: RouteRow): string | undefined =>
    !known.has(origin)
      ? `origin '${origin}' is no airport of ours`
      : !known.has(destination)
        ? `destination '${destination}' is no airport of ours`
        : undefined
  const create = db
    .unwind('$rows AS row')
    .match('(a:Airport {iata: row.origin}), (b:Airport {iata: row.destination})')
    .create('(a)-[:FLIES_TO {flights: row.count}]->(b)')

  return inBatches(db, await readRows<RouteRow>(join(folder, 'flights-airport.csv'), routeRow, fault), {
    size: 1_000,
    write: async (tx, rows) => {
      await tx.execute(create, { rows })
    },
    blame: async () => [],
  })
}
