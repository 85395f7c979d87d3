// The whole road in one program: load files, generate types, ask, draw, change. Run it with `pnpm demo`, or on an empty
// graph elsewhere: `pnpm demo --url bolt://localhost:7687`.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { CompiledQuery } from '@motif/core'
import { connect, type Database } from '@motif/driver'
import { type Schema, schema } from './graph.schema.ts'
import { airportSchema } from './graph.zod.ts'
import { type LoadReport, loadAirports, loadRoutes, makeConstraints } from './load.ts'
import { drawMap, type Outlines } from './map.ts'
import { here, motif } from './motif.ts'
import { busiestHubs, nobodyFliesTo, oneFlightAway, routesBetween, traffic, twoFlightsAway } from './queries.ts'
import { type Cell, tableOf } from './table.ts'
import { flightsTo, moveFlights, TooFewFlights } from './transactions.ts'

const { values } = parseArgs({
  options: { work: { type: 'string', default: join(here, '.tmp') }, url: { type: 'string' } },
})
const { work } = values
const file = join(work, 'air.db')
const url = values.url ?? `grafeo:${file}`
/** The types that are committed are of the graph in the file; those of another go where the map goes. */
const types = values.url === undefined ? join(here, 'src') : work
const files = fileURLToPath(new URL('../data', import.meta.resolve('vega-datasets')))

/** Anything that can say its text. */
type Compiled = { compile(): CompiledQuery }

const counted = (count: number): string => count.toLocaleString('en-US')
const say = (...lines: readonly string[]): void => console.log(lines.join('\n'))
const heading = (text: string): void => say('', text, '═'.repeat(text.length))

const report = ({ file, kept, bad, failed }: LoadReport): void => {
  say(
    `  ${file.padEnd(22)}${counted(kept).padStart(5)} rows kept, ${bad.length} bad, ${failed.length} ${failed.length === 1 ? 'batch' : 'batches'} refused`,
  )
  for (const { line, reason } of bad) say(`    line ${line}: ${reason}`)
  for (const { from, to, error, rows } of failed) {
    say(`    lines ${from} to ${to}: nothing of this batch is kept. ${error.code}: ${error.message}`)
    for (const { line, reason } of rows) say(`      line ${line}: ${reason}`)
  }
}

const load = async (): Promise<void> => {
  heading('1. Load files, in batches that are kept whole or not at all')
  await rm(file, { force: true })
  await mkdir(work, { recursive: true })
  const db = connect(values.url ?? `${url}?create=true`, { schema })
  try {
    const { nodes } = await db.match('(n)').return('count(n) AS nodes').one()
    if (nodes > 0) throw new Error(`the graph has ${counted(nodes)} nodes: this program fills an empty one`)
    await makeConstraints(db)
    report(await loadAirports(db, files))
    report(await loadRoutes(db, files))
    say('', '  The same for a file with mistakes:')
    report(await loadAirports(db, join(here, 'data'), 'more-airports.csv'))
  } finally {
    // Where `await using` is not to be had, close() does the same: it waits for what runs and reports what nobody awaited.
    await db.close()
  }
}

/** What was generated under a name, without its comments. */
const interfaceOf = async (name: string): Promise<readonly string[]> => {
  const text = await readFile(join(types, 'graph.schema.ts'), 'utf8')
  const [found = ''] = new RegExp(`^export interface ${name} \\{.*?^\\}`, 'ms').exec(text) ?? []
  return found
    .split('\n')
    .filter((line) => !line.trim().startsWith('/**'))
    .map((line) => `  ${line}`)
}

/** A question: its words, the Cypher it becomes, and its rows. */
const answer = <Row extends { readonly [column in keyof Row]: Cell }>(
  words: string,
  query: Compiled,
  rows: readonly Row[],
): void => say('', words, '', query.compile().text.trim().replaceAll(/^ */gm, '    '), '', tableOf(rows))

const ask = async (db: Database<Schema>): Promise<void> => {
  heading('3. Ask')

  answer('The busiest hubs', busiestHubs(db), await busiestHubs(db).run({ limit: 8 }))

  const far = await twoFlightsAway(db).run({ home: 'BZN' })
  const first = far.slice(0, 5).map(({ changes, ...rest }) => ({ ...rest, changes: changes.join(' ') }))
  answer(
    `Two flights from Bozeman, and not one: ${far.length} airports, those first that most ways lead to`,
    twoFlightsAway(db),
    first,
  )

  const routes = await routesBetween(db).run({ from: 'Bozeman', to: 'Key West' })
  const best = routes.slice(0, 5).map(({ stops, ...rest }) => ({ stops: stops.join(' → '), ...rest }))
  answer(
    `From Bozeman to Key West in at most three flights: ${routes.length} routes, the best of them`,
    routesBetween(db),
    best,
  )

  // Rows as they come; leaving the loop ends the query.
  const states = []
  for await (const row of nobodyFliesTo(db).stream()) if (states.push(row) === 5) break
  answer('Airports nobody flies to, in the five states that have most of them', nobodyFliesTo(db), states)
}

const draw = async (db: Database<Schema>): Promise<void> => {
  heading('4. Draw')
  const home = 'BZN'
  // All three are under way together.
  const [first, second, places] = await Promise.all([
    oneFlightAway(db).run({ home }),
    twoFlightsAway(db).run({ home }),
    traffic(db).run(),
  ])
  const svg = drawMap({
    title: 'Two flights from Bozeman, Montana',
    outlines: JSON.parse(await readFile(join(files, 'us-10m.json'), 'utf8')) as Outlines,
    places,
    home,
    first: first.map(({ iata }) => iata),
    second: second.flatMap(({ iata, changes: [change] }) => (change === undefined ? [] : [[change, iata] as const])),
  })
  await writeFile(join(work, 'map.svg'), svg)
  say(
    '',
    `  map.svg, ${Math.round(svg.length / 1000)} kB: ${first.length} airports in one flight, ${second.length} in two`,
  )
}

const change = async (db: Database<Schema>): Promise<void> => {
  heading('5. Change, whole or not at all')
  const show = async (): Promise<string> =>
    Object.entries(await flightsTo(db, 'BZN', ['SLC', 'JFK']))
      .map(([end, flights]) => `${counted(flights)} to ${end}`)
      .join(', ')
  say('', `  flights from Bozeman        ${await show()}`)
  const left = await moveFlights(db, { origin: 'BZN', from: 'SLC', to: 'JFK', flights: 365 })
  say(`  365 moved, ${counted(left)} left       ${await show()}`)
  try {
    await moveFlights(db, { origin: 'BZN', from: 'SLC', to: 'JFK', flights: 2_000 })
  } catch (error) {
    if (!(error instanceof TooFewFlights)) throw error
    say(`  2,000 more: taken back      ${await show()}`, `    ${error.message}`)
  }
}

const validate = (): void => {
  heading('6. Check what comes from outside')
  const result = airportSchema.safeParse({
    iata: 'ZZZ',
    name: 'Home Strip',
    country: 'USA',
    latitude: '45.1',
    longitude: -111,
  })
  say('', ...(result.error?.issues ?? []).map(({ path, message }) => `  ${path.join('.')}: ${message}`))
}

const main = async (): Promise<void> => {
  const started = performance.now()
  await load()
  heading('2. Generate types and validators from the graph')
  if (values.url === undefined) await motif('generate', '--url', url)
  else {
    const config = join(work, 'motif.config.ts')
    await writeFile(config, 'export default {}\n')
    await motif('generate', '--url', url, '--config', config)
  }
  say('', ...(await interfaceOf('AirportProperties')))
  {
    await using db = connect(url, { schema })
    await ask(db)
    await draw(db)
    await change(db)
  }
  validate()
  console.error(`\ndone in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

await main()
