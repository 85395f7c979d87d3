import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Capability, Dialect, SchemaShape } from '@motif/core'
import { arcadedb, neo4j2025, neo4j5 } from '@motif/core/dialects'
import { grafeo } from '@motif/core/grafeo'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { type EngineName, engines } from '../engines.ts'
import { type Example, graph, shown } from './examples.ts'
import { spelt } from './spelt.ts'

/** What each engine speaks. */
const dialects: Readonly<Record<EngineName, Dialect>> = { grafeo, neo4j: neo4j5, 'neo4j-2026': neo4j2025, arcadedb }

const folder = mkdtempSync(join(tmpdir(), 'motif-csv-'))
const file = join(folder, 'names.csv')
writeFileSync(file, 'name\nAda\n')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** LOAD CSV is asked for a file that only this test knows. */
const paramsOf = ({ text, params }: Example): Readonly<Record<string, unknown>> =>
  text.includes('$url') ? { url: pathToFileURL(file).href } : (params ?? {})

const cases = Object.entries(shown).flatMap(([capability, { examples }]) =>
  examples.map((each) => ({ capability: capability as Capability, ...each })),
)

describe.each(engines)('on %s', (engine) => {
  let db: Database<SchemaShape>
  beforeAll(async () => {
    db = await emptyGraph(engine)
    await db.open()
  })
  afterAll(() => db.close())

  let clean = false
  const run = async (text: string, params: Readonly<Record<string, unknown>>): Promise<readonly unknown[]> => {
    if (!clean) for (const each of ['MATCH (n) DETACH DELETE n', graph]) await db.cypher.as<never, {}>(each).execute()
    clean = !/\b(CREATE|INSERT|MERGE|SET|DELETE)\b/.test(text)
    const rows = await db.cypher.as<{ x: unknown }, typeof params>(text).run(params)
    return rows.map(({ x }) => x)
  }

  it('speaks its dialect once it is open', () => {
    expect(db.cypher('RETURN 1 AS x').compile().dialect).toBe(dialects[engine].name)
  })

  it.each(cases)('$capability: $text', async (each) => {
    const made = spelt(each.text, dialects[engine])
    const params = paramsOf(each)
    if (typeof made === 'string') {
      expect(await run(made, params)).toEqual(each.x)
      return
    }
    expect(made).toMatchObject({ code: 'UNSUPPORTED_FEATURE' })
    // IN TRANSACTIONS … REPORT STATUS is refused for the first of the two.
    expect(Object.keys(shown)).toContain(/ \(([a-z-]+)\): /.exec(made.message)?.[1])
    // What is refused is not said by the engine either, or wrongly: a table must not outlive what it says.
    const raw = await run(each.text, params).catch((error: unknown) => error)
    expect(raw).not.toEqual(each.x)
  })
})
