import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { copy, dump, introspect, load } from '@motif/codegen'
import { Point, type SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has } from '../lacks.ts'

const everyKind = `CREATE (x:User:Admin {id: 1, ratio: 0.5, whole: 2.0, zero: -0.0, name: 'x', yes: true, born: date('2020-01-02'),
    at: time('10:00:00+01:00'), clock: localtime('10:00'), seen: datetime('2020-01-02T10:00:00Z'), span: duration('P1DT3H'),
    local: localdatetime('2020-01-02T10:00:00.123456'), big: 9007199254740993, tags: ['a'], days: [date('2020-01-02')],
    floats: [1.0, 2.5], none: [], odd: '2020-01-02', raw: $raw})
  CREATE (x)-[:KNOWS {since: 1.0}]->(y:User {id: 2, name: '2', odd: date('2020-01-02')})
  CREATE (x)-[:KNOWS {since: 1}]->(y) CREATE (x)-[:KNOWS {since: 1}]->(y) CREATE (y)-[:SELF]->(y)
  CREATE (:\`odd label\` {\`odd key\`: 1}) CREATE ({free: 1.0, text: '10:00:00'})`

describe.each(engines.filter((engine) => has(engine, 'introspection')))('dump, load and copy on %s', (engine) => {
  let db: Database<SchemaShape>
  let directory: string
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'motif-transfer-'))
    db = await emptyGraph(engine)
  })
  afterEach(async () => {
    await db.close()
    rmSync(directory, { recursive: true })
  })

  const run = <Row>(on: Database<SchemaShape>, text: string, params: Record<string, unknown> = {}): Promise<Row[]> =>
    on.cypher.as<Row, Record<string, unknown>>(text).run(params) as Promise<Row[]> // rows are what was stated

  const filled = async (): Promise<void> => {
    await run(db, everyKind, { raw: Uint8Array.of(1, 2, 255) })
    await run(
      db,
      "UNWIND range(1, 1050) AS i CREATE (a:N {i: i, half: i / 2.0})-[:NEXT {i: i}]->(:M {name: 'm' + toString(i)})",
    )
    await run(db, 'CREATE CONSTRAINT user_id FOR (u:User) REQUIRE u.id IS UNIQUE')
    await run(db, 'CREATE INDEX m_name FOR (m:M) ON (m.name)')
  }

  /** What is there, by the engine's own words: another engine counts other things. */
  const told = async (on: Database<SchemaShape>): Promise<unknown> => {
    const { engine: _, indexes, ...rest } = await introspect(on.executor)
    return { ...rest, indexes: indexes.map(({ name, target, properties }) => ({ name, target, properties })) }
  }

  it('bring a graph to another engine and back, and prove that it is equal', async () => {
    await filled()
    const before = await told(db)
    await using other = await emptyGraph('grafeo')
    const there = await copy(db, other, { verify: true })
    const all = { nodes: 2_104, relationships: 1_054, constraints: 1, indexes: 1, lacking: [], differences: [] }
    expect(there).toEqual(all)
    expect(await told(other)).toEqual(before)
    await db.close()
    db = await emptyGraph(engine)
    expect(await copy(other, db, { verify: true })).toEqual(all)
    expect(await told(db)).toEqual(before)
    const relationships = await run(db, 'MATCH (:User)-[r:KNOWS]->(:User) RETURN count(r) AS n')
    expect(relationships).toEqual([{ n: 3 }])
  })

  it('bring a graph back from a file', async () => {
    await filled()
    const before = await told(db)
    const path = join(directory, 'air.dump.gz')
    await dump(db, { to: path })
    await db.close()
    db = await emptyGraph(engine)
    expect(await load(db, { from: path, verify: true })).toMatchObject({ nodes: 2_104, differences: [] })
    expect(await told(db)).toEqual(before)
    await expect(load(db, { from: path })).rejects.toThrow('the graph has 2,104 nodes already')
  })

  it('merge a graph by a key, as often as one likes', async () => {
    await filled()
    await run(db, 'MATCH (n) WHERE NOT (n:User OR n:M) DETACH DELETE n')
    await using other = await emptyGraph('grafeo')
    await copy(db, other)
    await run(db, "MATCH (u:User {id: 1}) SET u.name = 'changed', u.mine = 1")
    for (let time = 0; time < 2; time++) await copy(other, db, { mergeBy: { User: 'id', M: ['name'] } })
    expect(await run(db, 'MATCH (u:User {id: 1}) RETURN u.name AS name, u.mine AS mine')).toEqual([
      { name: 'x', mine: 1 },
    ])
    expect(await run(db, 'MATCH (n) RETURN count(n) AS n')).toEqual([{ n: 1_052 }])
  })

  it('take a graph at one moment, or say that it was changed meanwhile', async () => {
    await run(db, 'UNWIND range(1, 20000) AS i CREATE (:N {i: i})')
    const path = join(directory, 'n.dump')
    let changed: Promise<unknown> | undefined
    // While bytes wait for the change, no more is read than a few batches.
    const slow = new Writable({
      write(chunk: Uint8Array, _, done) {
        const keep = async (): Promise<void> => {
          changed ??= run(db, 'CREATE (:N {i: 0})-[:R]->(:N {i: -1})')
          await changed
          appendFileSync(path, chunk)
        }
        void keep().finally(done)
      },
    })
    const dumping = dump(db, { to: slow })
    if (engine === 'grafeo') {
      expect(await dumping).toMatchObject({ nodes: 20_000, relationships: 0 })
      await using other = await emptyGraph('grafeo')
      expect(await load(other, { from: path, verify: true })).toMatchObject({ nodes: 20_000, differences: [] })
    } else
      await expect(dumping).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('the graph was changed while it was read') as string,
      })
  })

  describe.runIf(engine !== 'grafeo')('what Grafeo has not', () => {
    const special = `CREATE (:Place {flat: point({x: 1, y: -0.0}), globe: point({longitude: 1, latitude: 2, height: 3}),
      points: [point({x: 1, y: 2})], zoned: datetime('2020-01-02T10:00:00.123456789[Europe/Berlin]'),
      old: datetime('1800-01-02T10:00:00[Europe/Berlin]'), local: localdatetime('2020-01-02T10:00:00.123456789'),
      mixed: duration('P1M-2DT3H-0.5S'), long: duration({seconds: 9007199254740991})})`

    it('comes back from a file', async () => {
      await run(db, special)
      await run(db, 'CREATE FULLTEXT INDEX place_name FOR (p:Place) ON EACH [p.name]')
      await run(db, 'CREATE POINT INDEX place_flat FOR (p:Place) ON (p.flat)')
      await run(db, 'CREATE INDEX to_at FOR ()-[r:TO]-() ON (r.at)')
      const values = 'MATCH (p:Place) UNWIND keys(p) AS k RETURN k AS k, toString(p[k]) AS t ORDER BY k'
      const texts = values.replace(
        'toString(p[k])',
        "CASE WHEN k = 'points' THEN toString(p[k][0]) ELSE toString(p[k]) END",
      )
      const [before, path] = [await run(db, texts), join(directory, 'air.dump')]
      await dump(db, { to: path })
      await db.close()
      db = await emptyGraph(engine)
      expect(await load(db, { from: path, verify: true })).toMatchObject({ indexes: 3, lacking: [], differences: [] })
      expect(await run(db, texts)).toEqual(before)
      const { flat } = (await run<{ flat: Point }>(db, 'MATCH (p:Place) RETURN p.flat AS flat'))[0] ?? {}
      expect(flat).toEqual(new Point(7203, 1, -0))
    })

    it('is refused there by name, and nothing is written', async () => {
      await run(db, special)
      await using other = await emptyGraph('grafeo')
      await expect(copy(db, other)).rejects.toThrow(
        'grafeo cannot keep Place.flat (1 point), Place.globe (1 point), Place.points (lists that hold a point)',
      )
      await run(db, 'MATCH (p:Place) REMOVE p.flat, p.globe, p.points')
      const path = join(directory, 'air.dump')
      await dump(db, { to: path })
      await expect(load(other, { from: path })).rejects.toThrow(
        'Place.local holds nanoseconds, where the engine keeps microseconds, which grafeo cannot keep',
      )
      expect(await run(other, 'MATCH (n) RETURN count(n) AS n')).toEqual([{ n: 0 }])
    })

    it('is named where it is an index', async () => {
      await run(db, 'CREATE (:Place {name: 1})')
      await run(db, 'CREATE FULLTEXT INDEX place_name FOR (p:Place) ON EACH [p.name]')
      await using other = await emptyGraph('grafeo')
      expect(await copy(db, other)).toMatchObject({
        indexes: 0,
        lacking: ['fulltext index place_name: Place.name (Grafeo has no fulltext indexes in Cypher)'],
      })
    })
  })
})
