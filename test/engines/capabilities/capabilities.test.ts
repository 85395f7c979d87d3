import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Capability, SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { type Example, graph, shown } from './examples.ts'
import { spelt } from './spelt.ts'

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

  const run = async (text: string, params: Readonly<Record<string, unknown>>): Promise<readonly unknown[]> => {
    await db.cypher.as<never, {}>('MATCH (n) DETACH DELETE n').execute()
    await db.cypher.as<never, {}>(graph).execute()
    const rows = await db.cypher.as<{ x: unknown }, typeof params>(text).run(params)
    return rows.map(({ x }) => x)
  }

  it.each(cases)('$capability: $text', async (each) => {
    const made = spelt(each.text, db.dialect)
    const params = paramsOf(each)
    if (typeof made === 'string') {
      expect(await run(made, params)).toEqual(each.x)
      return
    }
    expect(made).toMatchObject({ code: 'UNSUPPORTED_FEATURE' })
    expect(made.message).toContain(each.capability)
    // What is refused is not said by the engine either, or wrongly: a table must not outlive what it says.
    const raw = await run(each.text, params).catch((error: unknown) => error)
    expect(raw).not.toEqual(each.x)
  })
})
