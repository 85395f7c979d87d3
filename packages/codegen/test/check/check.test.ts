import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differenceText } from '../../src/catalog/difference.ts'
import { type CheckReport, check } from '../../src/check/check.ts'
import type { Config } from '../../src/config/config.ts'
import { generate } from '../../src/generate.ts'
import { writeFiles } from '../../src/write-files.ts'
import { freshFolder } from '../folder.ts'
import { executorOf, freshGraph, type Graph } from '../grafeo-executor.ts'

const people = (): Promise<Graph> =>
  freshGraph(
    "UNWIND range(1, 20) AS i CREATE (:User {id: i, name: 'x', age: i})",
    "MATCH (u:User {id: 1}) CREATE (u)-[:WROTE {at: 1}]->(:Post {title: 'x'})",
    'CREATE CONSTRAINT user_id FOR (u:User) REQUIRE u.id IS NOT NULL',
  )

/** A graph whose files were generated into a folder. */
const generated = async (
  config: Config = {},
): Promise<{
  graph: Graph
  folder: string
  again: (change?: Config) => Promise<CheckReport>
  offline: (change?: Config) => Promise<CheckReport>
}> => {
  const [graph, folder] = [await people(), freshFolder()]
  writeFiles((await generate(executorOf(graph), { ...config, directory: folder })).files)
  return {
    graph,
    folder,
    again: (change = {}) => check(executorOf(graph), { ...config, ...change, directory: folder }),
    offline: (change = {}) => check(undefined, { ...config, ...change, directory: folder }),
  }
}

/** The differences that a statement makes. */
const after = async (...statements: readonly string[]): Promise<string[]> => {
  const { graph, again } = await generated()
  for (const statement of statements) await graph.executeCypher(statement)
  const report = await again()
  expect(report).toMatchObject({ ok: report.differences.length === 0, mode: 'live', files: [] })
  return report.differences.map(differenceText)
}

describe('a check of a live graph', () => {
  it('is content with what was generated, and with more of the same', async () => {
    expect(await after()).toEqual([])
    expect(
      await after(
        "UNWIND range(21, 40) AS i CREATE (:User {id: i, name: 'y', age: i})",
        'CREATE INDEX i FOR (u:User) ON (u.name)',
      ),
    ).toEqual([])
  })

  it.each<[string, string, string[]]>([
    [
      'a property that went missing',
      'MATCH (u:User) WHERE u.id < 4 REMOVE u.age',
      ['~ User.age: integer → integer? (3 of 20 nodes lack it)'],
    ],
    ['a new property', 'MATCH (u:User {id: 1}) SET u.nick = "x"', ['+ User.nick: string? (19 of 20 nodes lack it)']],
    ['a property that is gone', 'MATCH (u:User) REMOVE u.name', ['- User.name: string']],
    ['a changed type', 'MATCH (u:User) SET u.name = 1', ['~ User.name: string → integer']],
    [
      'a mixed type',
      'MATCH (u:User {id: 1}) SET u.name = 1',
      ['~ User.name: string → string|integer (Mixed: 19 string, 1 integer)'],
    ],
    [
      'integers past 2^53',
      'MATCH (u:User {id: 1}) SET u.age = 9007199254740993',
      ['~ User.age: integer → bigint (Mixed: 19 integer, 1 bigint)'],
    ],
    ['a new label', 'CREATE (:Team {slug: "a"})', ['+ label Team: slug string (1 node)']],
    ['a label that is gone', 'MATCH (p:Post) DETACH DELETE p', ['- label Post', '- relationship type WROTE']],
    [
      'a new label set',
      'MATCH (u:User {id: 2}) SET u:Post SET u.title = "x"',
      [
        '+ Post.age: integer? (1 of 2 nodes lacks it)',
        '+ Post.id: integer? (1 of 2 nodes lacks it)',
        '+ Post.name: string? (1 of 2 nodes lacks it)',
        '+ User.title: string? (19 of 20 nodes lack it)',
        '+ label set Post:User',
      ],
    ],
    [
      'a new relationship type',
      'MATCH (u:User {id: 1}) CREATE (u)-[:LIKES]->(u)',
      ['+ relationship type LIKES: (User)-[:LIKES]->(User), no properties (1 relationship)'],
    ],
    ['new ends', 'MATCH (u:User {id: 1}), (p:Post) CREATE (p)-[:WROTE {at: 2}]->(u)', ['+ (Post)-[:WROTE]->(User)']],
    ['a relationship property', 'MATCH ()-[w:WROTE]->() SET w.at = "x"', ['~ WROTE.at: integer → string']],
    [
      'a new constraint',
      'CREATE CONSTRAINT post_title FOR (p:Post) REQUIRE p.title IS UNIQUE',
      ['+ constraint post_title: Post.title is unique'],
    ],
    ['a constraint that is gone', 'DROP CONSTRAINT user_id', ['- constraint user_id: User.id exists']],
  ])('finds %s', async (_, statement, expected) => {
    expect(await after(statement)).toEqual(expected)
  })

  it('may read a sample, and then reports what it met', async () => {
    const { graph, again } = await generated()
    expect(await again({ scan: { sample: 5 } })).toMatchObject({ ok: true })
    await graph.executeCypher('MATCH (u:User) SET u.name = 1')
    expect((await again({ scan: { sample: 5 } })).differences.map(differenceText)).toEqual([
      expect.stringMatching(/^~ User\.name: string → string\|integer/),
    ])
  })
})

describe('a check of files', () => {
  it('needs no graph, and is content with what was generated', async () => {
    const { offline } = await generated({ scan: { sample: 7 } })
    expect(await offline()).toEqual({ ok: true, mode: 'offline', differences: [], files: [], warnings: [] })
  })

  it('is content when git gave the files other line ends', async () => {
    const { folder, offline } = await generated()
    const path = join(folder, 'graph.schema.ts')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'))
    expect(await offline()).toMatchObject({ ok: true })
  })

  it('finds a file that was edited, and shows where', async () => {
    const { folder, offline, again } = await generated()
    const path = join(folder, 'graph.schema.ts')
    writeFileSync(path, readFileSync(path, 'utf8').replace('  age: number', '  age: string'))
    const { ok, files } = await offline()
    expect(ok).toBe(false)
    expect(files).toMatchObject([{ path, problem: 'differs' }])
    expect(files[0]?.patch).toMatchInlineSnapshot(`
      "--- graph.schema.ts (committed)
      +++ graph.schema.ts (generated)
      @@ -19,5 +19,5 @@
       export interface UserProperties {
         /** Non-null: all 20 nodes have it. */
      -  age: string
      +  age: number
         /** Non-null: by constraint user_id. */
         id: number
      "
    `)
    expect(await again()).toMatchObject({ ok: false, differences: [], files })
  })

  it('finds a file that is missing', async () => {
    const { folder, offline } = await generated()
    rmSync(join(folder, 'graph.zod.ts'))
    expect(await offline()).toMatchObject({
      ok: false,
      files: [{ path: join(folder, 'graph.zod.ts'), problem: 'missing' }],
    })
    expect(await offline({ zod: false })).toMatchObject({ ok: true })
  })

  it('finds a config that was changed since', async () => {
    const { offline } = await generated()
    const { ok, files } = await offline({ overrides: { nodes: { User: { properties: { age: 'float' } } } } })
    expect(ok).toBe(false)
    expect(files.map(({ problem }) => problem)).toEqual(['differs', 'differs'])
  })

  it('says how to get a snapshot that is missing or damaged', async () => {
    const { folder, offline } = await generated()
    const path = join(folder, 'graph.snapshot.json')
    writeFileSync(path, '{}')
    await expect(offline()).rejects.toThrow(
      `${path} is not a snapshot of this version at format; write it anew with \`motif generate\``,
    )
    rmSync(path)
    await expect(offline()).rejects.toMatchObject({
      code: 'USAGE',
      message: `there is no snapshot at ${path}; write it with \`motif generate\``,
    })
  })
})
