import { readFileSync } from 'node:fs'
import { GraphError } from '@motif/core'
import type { Database } from '@motif/driver'
import { describe, expect, it } from 'vitest'
import { shown } from './capabilities/examples.ts'
import { emptyGraph } from './empty-graph.ts'
import { type EngineName, engines } from './engines.ts'
import { leftOut } from './golden/left-out.ts'
import { type Golden, goldens } from './golden/queries.ts'
import { seed } from './golden/seed.ts'
import { type Social, social } from './golden/social.ts'

/** Names that engines give out themselves, which differ from engine to engine and from run to run. */
const handles: ReadonlySet<string> = new Set(['id', 'element', 'elementId', 'startElementId', 'endElementId'])

/** Columns that collect() fills, which promises no order. */
const gathered: ReadonlySet<string> = new Set(['names', 'titles'])

/** Each golden has parameters and rows of its own; here they are data. */
interface Runnable {
  run(params?: object): Promise<object[]>
  explain(params?: object): Promise<{ readonly plan?: unknown }>
  compile(): { columns?: readonly { name: string }[] }
}

const runnable = (db: Database<Social>, { query }: Golden): Runnable => query(db) as unknown as Runnable

/** Plain JSON with the names inside of a column in one order, since engines keep none. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, ordered(inner)])
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const line = (row: object): string => {
  const hide = (key: string, value: unknown): unknown => (handles.has(key) && typeof value !== 'object' ? '…' : value)
  const columns = Object.entries(JSON.parse(JSON.stringify(row, hide)) as object) // what JSON gives for an object
  const printed = columns.map(([name, value]): [string, unknown] => [
    name,
    gathered.has(name) && Array.isArray(value) ? value.map(String).toSorted() : ordered(value),
  ])
  return JSON.stringify(Object.fromEntries(printed))
}

const run = async (db: Database<Social>, golden: Golden): Promise<string[]> => {
  for (const text of ['MATCH (n) DETACH DELETE n', seed]) await db.cypher.as<never>(text).execute()
  const query = runnable(db, golden)
  const rows = await query.run(golden.params)
  const columns = query.compile().columns?.map(({ name }) => name)
  // What a text is stated to return is not known from it.
  if (columns !== undefined) for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(columns.toSorted())
  return rows.map(line).toSorted()
}

/** The name of what the engine's dialect lacks for a golden; `undefined` where it writes it. */
const lacking = (db: Database<Social>, golden: Golden): string | undefined => {
  try {
    runnable(db, golden).compile()
    return undefined
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== 'UNSUPPORTED_FEATURE') throw error
    return /\(([a-z-]+)\)/.exec(error.message)?.[1] ?? 'nothing that has a name'
  }
}

/** Whether a golden is run on an engine: what its dialect refuses has to have a name, which docs/engines.md shows. */
const isAsked = (db: Database<Social>, golden: Golden, engine: EngineName): boolean => {
  const lack = lacking(db, golden)
  if (lack !== undefined) expect(Object.keys(shown)).toContain(lack)
  return lack === undefined && leftOut[engine]?.[golden.name] === undefined
}

/** The committed rows of a golden, for an engine that it is left out on. */
const pinned = (area: string, name: string): string[] => {
  const file = readFileSync(new URL(`golden/${area}.rows`, import.meta.url), 'utf8')
  const [, after = ''] = file.split(`// ${name}\n`)
  const lines = after.split('\n')
  return lines.slice(0, lines.indexOf(''))
}

describe.each(engines)('every golden query runs on %s', (engine) => {
  it.each(Object.keys(goldens))('%s', async (area) => {
    await using db = await emptyGraph<Social>(engine, { schema: social })
    const lines: string[] = []
    for (const golden of goldens[area] ?? []) {
      const rows = isAsked(db, golden, engine)
        ? await run(db, golden).catch((error: unknown) => {
            throw new Error(`${golden.name} failed`, { cause: error })
          })
        : pinned(area, golden.name)
      lines.push(`// ${golden.name}`, ...rows, '')
    }
    await expect(lines.join('\n')).toMatchFileSnapshot(`golden/${area}.rows`)
  })

  it.each(Object.keys(goldens))('%s, explained', async (area) => {
    await using db = await emptyGraph<Social>(engine, { schema: social })
    const without: string[] = []
    for (const golden of goldens[area] ?? []) {
      if (lacking(db, golden) !== undefined) continue
      const { plan } = await runnable(db, golden).explain(golden.params)
      if (plan === undefined || plan === null) without.push(golden.name)
    }
    expect(without).toEqual([])
    expect(await db.match('(n)').return('count(n) AS n').one()).toEqual({ n: 0 })
  })
})
