import { type Catalog, type ElementEntry, generate, introspect } from '@motif/codegen'
import { Point, type Executor, type QueryRequest, type SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { servers } from '../engines.ts'
import { has } from '../lacks.ts'

const types = (entry: ElementEntry | undefined): Record<string, unknown> =>
  Object.fromEntries(
    (entry?.properties ?? []).map(({ name, types: counts, elements }) => [
      name,
      elements === undefined ? counts : [counts, elements],
    ]),
  )

const labelOf = (catalog: Catalog, name: string): ElementEntry | undefined =>
  catalog.labels.find((each) => each.name === name)

/** The same executor, with what it is asked kept. */
const listening = (executor: Executor): Executor & { readonly asked: QueryRequest[] } => {
  const asked: QueryRequest[] = []
  return {
    asked,
    dialect: executor.dialect,
    reader: executor.reader,
    execute: (request, options) => {
      asked.push(request)
      return executor.execute(request, options)
    },
  }
}

describe.each(servers.filter((engine) => has(engine, 'introspection')))('introspection of %s', (engine) => {
  let db: Database<SchemaShape>
  beforeEach(async () => {
    db = await emptyGraph(engine)
  })
  afterEach(() => db.close())

  const run = async (text: string, params: Readonly<Record<string, unknown>> = {}): Promise<void> =>
    void (await db.cypher.as<never, Readonly<Record<string, unknown>>>(text).execute(params))

  it('tells points and bytes from what looks like them, on nodes and relationships', async () => {
    const point = new Point(4326, 13.4, 52.5)
    const params = { bytes: new Uint8Array([1, 2]), point, points: [point], numbers: [1, 2] }
    await run('CREATE (:A $params)-[:R $params]->(:B)', { params })
    const expected = {
      bytes: { bytes: 1 },
      numbers: [{ list: 1 }, { integer: 2 }],
      point: { point: 1 },
      points: [{ list: 1 }, { point: 1 }],
    }
    const catalog = await introspect(db.executor)
    expect(types(labelOf(catalog, 'A'))).toEqual(expected)
    expect(types(catalog.relationships[0])).toEqual(expected)
  })

  it('does not guess where bytes and lists of integers share a name', async () => {
    await run('CREATE (:A {x: $bytes}), (:A:B {x: [1, 2]}), (:B {y: [3]})', { bytes: new Uint8Array([1]) })
    const catalog = await introspect(db.executor)
    expect(types(labelOf(catalog, 'A'))).toEqual({ x: { other: 2 } })
    expect(types(labelOf(catalog, 'B'))).toEqual({ x: [{ list: 1 }, { integer: 2 }], y: [{ list: 1 }, { integer: 1 }] })
  })

  it('finds labels, types and properties whatever they are called, in full and in a sample', async () => {
    const names = [
      'with space',
      'back`tick',
      'a``b',
      '\\u0041',
      'back\\slash',
      "quote'",
      'q"q',
      'ünï',
      '123',
      'MATCH',
      '日本',
      '$p',
    ]
    const quoted = (name: string): string => `\`${name.replaceAll('`', '``').replaceAll('\\u', '\\u005Cu')}\``
    for (const name of names)
      await run(`CREATE (:${quoted(name)} {${quoted(name)}: 1})-[:${quoted(name)} {${quoted(name)}: true}]->()`)
    const catalog = await introspect(db.executor)
    expect(catalog.labels.map(({ name }) => name)).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)))
    expect(catalog.relationships.map(({ name }) => name)).toEqual(catalog.labels.map(({ name }) => name))
    for (const name of names) {
      expect(labelOf(catalog, name)?.properties).toEqual([{ name, count: 1, types: { integer: 1 } }])
      expect(catalog.relationships.find((each) => each.name === name)).toMatchObject({
        ends: [{ from: [name], to: [], count: 1 }],
        properties: [{ name, count: 1, types: { boolean: 1 } }],
      })
    }
    const scan = { mode: 'sample', size: 10 } as const
    expect(await introspect(db.executor, { scan })).toEqual({ ...catalog, scan })
  })

  it('reads the constraints of nodes and relationships, and the indexes that people made', async () => {
    await run('CREATE CONSTRAINT pair FOR (u:User) REQUIRE (u.b, u.a) IS UNIQUE')
    await run('CREATE CONSTRAINT code FOR ()-[k:KNOWS]-() REQUIRE k.code IS UNIQUE')
    await run('CREATE INDEX both FOR (u:User) ON (u.d, u.c)')
    await run('CREATE TEXT INDEX words FOR (u:User) ON (u.text)')
    await run('CREATE FULLTEXT INDEX all FOR (n:User|Post) ON EACH [n.text, n.title]')
    const { constraints, indexes, labels } = await introspect(db.executor)
    expect(constraints).toEqual([
      { name: 'code', kind: 'unique', on: 'relationship', target: 'KNOWS', properties: ['code'] },
      { name: 'pair', kind: 'unique', on: 'node', target: 'User', properties: ['b', 'a'] },
    ])
    expect(indexes).toEqual([
      { name: 'all', kind: 'FULLTEXT', target: 'Post', properties: ['text', 'title'] },
      { name: 'all', kind: 'FULLTEXT', target: 'User', properties: ['text', 'title'] },
      { name: 'both', kind: 'RANGE', target: 'User', properties: ['d', 'c'] },
      { name: 'words', kind: 'TEXT', target: 'User', properties: ['text'] },
    ])
    expect(labels.map(({ name, count, properties }) => [name, count, properties.map((each) => each.name)])).toEqual([
      ['User', 0, ['a', 'b']],
    ])
  })

  it('asks ten questions at most of however many labels, and only reads', async () => {
    for (let i = 0; i < 30; i++) await run(`CREATE (:L${i} {x: [1], y: 'a'})-[:R${i} {x: [1]}]->()`)
    const executor = listening(db.executor)
    expect((await introspect(executor)).labels).toHaveLength(30)
    expect(executor.asked.length).toBeLessThanOrEqual(10)
    expect(executor.asked.every(({ access }) => access === 'read')).toBe(true)
  })

  it('names the engine in what it writes', async () => {
    await run('CREATE (:Place {at: $at, raw: $raw})', { at: new Point(7203, 1, 2), raw: new Uint8Array([1]) })
    const { files } = await generate(db.executor)
    expect(files[0]?.text).toContain('// Written by `motif generate` from a full scan of a Neo4j graph.')
    expect(files[0]?.text).toContain("Place: { properties: { at: 'point', raw: 'bytes' } },")
    expect(files[0]?.text).toMatch(/at: Point\n[^]*raw: Uint8Array\n/)
  })
})
