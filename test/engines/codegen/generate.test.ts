import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, diagram, differenceText, generate, writeFiles } from '@motif/codegen'
import type { SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has } from '../lacks.ts'

describe.each(engines.filter((engine) => has(engine, 'introspection')))('generate and check on %s', (engine) => {
  let db: Database<SchemaShape>
  let directory: string
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'motif-generate-'))
    db = await emptyGraph(engine)
    await run(
      `UNWIND range(1, 50) AS i CREATE (:User {id: i, name: 'x', born: date('2020-01-02')})-[:WROTE {at: i}]->(:Post)`,
    )
  })
  afterEach(async () => {
    await db.close()
    rmSync(directory, { recursive: true })
  })

  const run = async (text: string): Promise<void> => void (await db.cypher.as<never>(text).execute())
  const told = async (): Promise<string[]> =>
    (await check(db.executor, { directory })).differences.map((each) => differenceText(each))

  it('write types that the graph agrees with, and find what changed since', async () => {
    const { files } = await generate(db.executor, { directory })
    writeFiles(files)
    const [types] = files
    expect(types?.text).toContain(
      [
        'export interface UserProperties {',
        '  /** Non-null: all 50 nodes have it. */',
        '  born: PlainDate',
        '  /** Non-null: all 50 nodes have it. */',
        '  id: number',
        '  /** Non-null: all 50 nodes have it. */',
        '  name: string',
        '}',
      ].join('\n'),
    )
    expect(await told()).toEqual([])
    await run(`MATCH (u:User {id: 1}) SET u.name = 7, u.nick = 'n' CREATE (u)-[:LIKES]->(:Tag)`)
    await run('CREATE CONSTRAINT user_id FOR (u:User) REQUIRE u.id IS UNIQUE')
    expect(await told()).toMatchInlineSnapshot(`
      [
        "+ relationship type LIKES: (User)-[:LIKES]->(Tag), no properties (1 relationship)",
        "+ label Tag: no properties (1 node)",
        "~ User.name: string → string|integer (Mixed: 49 string, 1 integer)",
        "+ User.nick: string? (49 of 50 nodes lack it)",
        "+ constraint user_id: User.id is unique",
      ]
    `)
  })

  it('know what tells nodes apart', async () => {
    await run('CREATE CONSTRAINT user_id FOR (u:User) REQUIRE u.id IS UNIQUE')
    const [types] = (await generate(db.executor, { directory })).files
    expect(types?.text).toContain("export interface UserNode {\n  /** Key: by constraint user_id. */\n  key: 'id'\n")
    expect(types?.text).toContain(
      "    User: { key: ['id'], properties: { born: 'date', id: 'integer', name: 'string' } },\n",
    )
  })

  it('make enums of what is in the graph, show samples, and tell what came to it', async () => {
    await run("MATCH (u:User) SET u.role = CASE u.id % 2 WHEN 0 THEN 'admin' ELSE \"it's\" END, u.level = u.id % 3")
    await run("MATCH ()-[w:WROTE]->() SET w.how = 'well'")
    const properties = { role: { enum: true }, level: { enum: 3 }, id: { enum: 49 } }
    const options = {
      directory,
      samples: { count: 2, redact: ['name'] },
      overrides: { nodes: { User: { properties } }, relationships: { WROTE: { properties: { how: { enum: 1 } } } } },
    }
    const { files, warnings } = await generate(db.executor, options)
    writeFiles(files)
    const [types, zod] = files
    expect(types?.text).toContain(`  role: 'admin' | "it's"\n`)
    expect(types?.text).toContain('  level: 0 | 1 | 2\n')
    expect(types?.text).toContain("  how: 'well'\n")
    expect(types?.text).toContain('have it. For example 2020-01-02. */\n  born: PlainDate\n')
    expect(types?.text).toContain('have it. For example 1, 10. */\n  id: number\n')
    expect(types?.text).toContain('have it. */\n  name: string\n')
    expect(zod?.text).toContain(`  role: z.enum(['admin', "it's"]),\n`)
    expect(warnings).toEqual([
      'User.id is not made an enum: it has no values, more than 49, or others than texts and whole numbers',
    ])
    await run("MATCH (u:User {id: 1}) SET u.role = 'guest'")
    const { differences } = await check(db.executor, options)
    expect(differences.map((each) => differenceText(each))).toEqual([
      "~ User.role: 'admin'|'it's' → 'admin'|'guest'|'it's'",
    ])
  })

  it('draw what was read', async () => {
    const { catalog } = await generate(db.executor, { directory })
    expect(diagram(catalog)).toContain('  n1 --> n0 : WROTE 50\n')
    expect(diagram(catalog, { format: 'svg' })).toContain('>WROTE 50</text>')
  })

  it('take a sample', async () => {
    const { catalog } = await generate(db.executor, { directory, scan: { sample: 20 } })
    expect(catalog.labels.map(({ name, count }) => ({ name, count }))).toEqual([
      { name: 'Post', count: 50 },
      { name: 'User', count: 50 },
    ])
    for (const { scanned } of catalog.labels) {
      expect(scanned).toBeGreaterThan(5)
      expect(scanned).toBeLessThan(40)
    }
  })
})
