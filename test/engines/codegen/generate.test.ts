import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, differenceText, generate, writeFiles } from '@motif/codegen'
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
