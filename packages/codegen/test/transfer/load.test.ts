import { join } from 'node:path'
import type { SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { describe, expect, it } from 'vitest'
import { cleanUp, copy, dump, load } from '../../src/index.ts'
import { freshFolder } from '../folder.ts'
import { emptyGraph, run } from './graphs.ts'

/** A dump of so many nodes with a relationship each; the last two nodes have one id. */
const dumpOf = async (count: number): Promise<string> => {
  const db = emptyGraph()
  await run(
    db,
    `UNWIND range(1, ${count}) AS i CREATE (a:User {id: CASE WHEN i = ${count} THEN i - 1 ELSE i END})-[:R]->(a)`,
  )
  const path = join(freshFolder(), 'users.dump')
  await dump(db, { to: path })
  return path
}

const countOf = async (db: Database<SchemaShape>, pattern: string): Promise<unknown> =>
  (await run(db, `MATCH ${pattern} RETURN count(*) AS n`))[0]?.['n']

/** A graph in which a load was broken off by a constraint after its first thousand nodes; the constraint is gone. */
const brokenOff = async (path: string): Promise<Database<SchemaShape>> => {
  const db = emptyGraph()
  await run(db, 'CREATE CONSTRAINT user_id FOR (u:User) REQUIRE u.id IS UNIQUE')
  await expect(load(db, { from: path })).rejects.toThrow(
    /; 1,000 nodes of 1,500 and 0 relationships of 1,500 stand in the graph; load it again with resume to go on, or clean up/,
  )
  await run(db, 'DROP CONSTRAINT user_id')
  return db
}

describe('load', () => {
  it('refuses a graph that has nodes, unless they are added to', async () => {
    const path = await dumpOf(3)
    const db = emptyGraph()
    await run(db, 'CREATE (:Old)')
    await expect(load(db, { from: path })).rejects.toThrow(
      'the graph has 1 node already: say append, or by which properties nodes are merged',
    )
    expect(await load(db, { from: path, append: true, verify: true })).toMatchObject({
      nodes: 3,
      relationships: 3,
      differences: [],
    })
    expect(await countOf(db, '(n)')).toBe(4)
  })

  it('gives nodes that are there, by their key, what the dump has of them, and can be done twice', async () => {
    const path = await dumpOf(3)
    const db = emptyGraph()
    await run(db, "CREATE (:User {id: 1, name: 'Ada'})")
    for (let time = 0; time < 2; time++) await load(db, { from: path, mergeBy: { User: 'id' } })
    expect(
      await run(db, 'MATCH (u:User)-[r:R]->(u) RETURN u.id AS id, u.name AS name, count(r) AS n ORDER BY id'),
    ).toEqual([
      { id: 1, name: 'Ada', n: 1 },
      { id: 2, name: null, n: 1 },
    ])
    expect(await countOf(db, '(n)')).toBe(2)
  })

  it('makes no relationship again where one has its properties, and changes none', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    const nodes = 'CREATE (a:A {id: 1.0}) CREATE (b:A {id: 2})'
    await run(before, `${nodes} CREATE (a)-[:R {w: 1.0}]->(b) CREATE (a)-[:R {w: 2}]->(b) CREATE (b)-[:R]->(a)`)
    await run(after, `${nodes} CREATE (a)-[:R {w: 2}]->(b) CREATE (a)-[:R {w: 3}]->(b)`)
    for (let time = 0; time < 2; time++) await copy(before, after, { mergeBy: { A: 'id' } })
    const found = await run(after, 'MATCH (a)-[r]->(b) RETURN r.w AS w, r.w / 2 AS half ORDER BY w')
    expect(found).toEqual([
      { w: 1, half: 0.5 },
      { w: 2, half: 1 },
      { w: 3, half: 1 },
      { w: null, half: null },
    ])
  })

  it.each([
    [{ mergeBy: { User: 'name' } }, 'a node of User lacks name, by which it would be merged'],
    [{ mergeBy: { Post: 'id' } }, 'a node labelled User has none of the labels that are merged by'],
    [{ mergeBy: { User: 'id' }, append: true }, 'append and mergeBy exclude each other'],
    [{ mergeBy: { User: 'id' }, verify: true }, 'what is merged into another graph cannot be verified'],
    [{ mergeBy: { User: 'id' }, resume: true }, 'a load that merges is begun again, not resumed'],
    [{ resume: true }, 'no load was broken off in this graph'],
  ])('refuses %j before it writes', async (options, why) => {
    const db = emptyGraph()
    await expect(load(db, { from: await dumpOf(3), ...options })).rejects.toThrow(why)
    expect(await countOf(db, '(n)')).toBe(0)
  })

  it('goes on where it was broken off', async () => {
    const path = await dumpOf(1_500)
    const db = await brokenOff(path)
    expect(await countOf(db, '(n:User)')).toBe(1_000)
    await expect(load(db, { from: path })).rejects.toThrow(
      'a load was broken off in this graph after 1,000 nodes and 0 relationships: resume it, or clean up first',
    )
    await expect(load(db, { from: await dumpOf(3), resume: true })).rejects.toThrow(
      'the load that was broken off in this graph was of another dump',
    )
    await expect(dump(db, { to: join(freshFolder(), 'x.dump') })).rejects.toThrow('a load was broken off in this graph')
    expect(await load(db, { from: path, resume: true, verify: true })).toMatchObject({
      nodes: 1_500,
      relationships: 1_500,
      differences: [],
    })
    expect(await countOf(db, '(n)')).toBe(1_500)
  })

  it('is taken away where it was broken off, and nothing else is', async () => {
    const db = await brokenOff(await dumpOf(1_500))
    await run(db, 'CREATE (:Other)')
    expect(await cleanUp(db)).toEqual({ nodes: 1_000 })
    expect(await run(db, 'MATCH (n) RETURN labels(n) AS l')).toEqual([{ l: ['Other'] }])
    await expect(cleanUp(db)).rejects.toThrow('no load was broken off in this graph: there is nothing to clean up')
  })

  it('that was broken off when all was loaded takes the rest of its marks away', async () => {
    const path = await dumpOf(12_000)
    const db = emptyGraph()
    const stop = new AbortController()
    const stopped = load(db, {
      from: path,
      signal: stop.signal,
      onProgress: ({ verb }) => {
        if (verb === 'tidying') stop.abort(new Error('enough'))
      },
    })
    await expect(stopped).rejects.toThrow(
      /12,000 nodes of 12,000 and 12,000 relationships of 12,000 stand in the graph; load it again with resume, which takes the last marks away$/,
    )
    expect(await countOf(db, '(n) WHERE n._motifLoad IS NOT NULL')).toBe(2_000)
    await expect(cleanUp(db)).rejects.toThrow('all of that dump was loaded: load it again with resume')
    await expect(load(db, { from: path, resume: true, verify: true })).rejects.toThrow('resume it without')
    expect(await load(db, { from: path, resume: true })).toMatchObject({ nodes: 12_000, relationships: 12_000 })
    expect(await countOf(db, '(n) WHERE n._motifLoad IS NOT NULL OR n:_MotifLoad')).toBe(0)
    expect(await countOf(db, '(n)')).toBe(12_000)
  })

  it('says what stands from its first step to its last', async () => {
    const path = await dumpOf(1_500)
    const db = await brokenOff(path)
    const standing: string[] = []
    await load(db, { from: path, resume: true, verify: true, onStanding: (text) => standing.push(text) })
    expect(standing[0]).toMatch(/^1,000 nodes of 1,500 .* stand in the graph; load it again with resume to go on, or/)
    expect(standing.slice(-3)).toEqual([
      '1,500 nodes of 1,500 and 1,500 relationships of 1,500 stand in the graph; ' +
        'load it again with resume, which takes the last marks away',
      'all 1,500 nodes and 1,500 relationships stand in the graph, but perhaps not every constraint and index',
      'all 1,500 nodes and 1,500 relationships stand in the graph, not compared to the end',
    ])
  })

  it('by a copy that was broken off when all was copied loses its marks when it is cleaned up', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await run(before, 'UNWIND range(1, 12000) AS i CREATE (:User {id: i})')
    const stop = new AbortController()
    const stopped = copy(before, after, {
      signal: stop.signal,
      onProgress: ({ verb }) => {
        if (verb === 'tidying') stop.abort(new Error('enough'))
      },
    })
    await expect(stopped).rejects.toThrow(/stand in the graph; clean up to take the last marks away$/)
    await expect(copy(before, after)).rejects.toThrow(/after 12,000 nodes and 0 relationships: clean up first$/)
    expect(await cleanUp(after)).toEqual({ nodes: 0, whole: true })
    expect(await countOf(after, '(n) WHERE n._motifLoad IS NOT NULL OR n:_MotifLoad')).toBe(0)
    expect(await countOf(after, '(n:User)')).toBe(12_000)
  })

  it('refuses names that the engine cannot write, before it writes', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await run(before, 'CREATE (:User {`__proto__`: 1})')
    await expect(copy(before, after)).rejects.toThrow(/^grafeo cannot keep User\.__proto__ \(its name\)$/)
    expect(await countOf(after, '(n)')).toBe(0)
  })

  it('refuses by name what the engine cannot keep, before it writes', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await run(before, "CREATE (:Plan {lasts: duration('P1M-2D')})")
    const path = join(freshFolder(), 'plan.dump')
    expect(await dump(before, { to: path })).toMatchObject({ nodes: 1 })
    await expect(load(after, { from: path })).rejects.toThrow(
      'Plan.lasts holds a duration that goes forth and back, which grafeo cannot keep',
    )
    expect(await countOf(after, '(n)')).toBe(0)
  })

  it('stops when it is told to, and says what stands', async () => {
    const path = await dumpOf(1_500)
    const db = emptyGraph()
    const stop = new AbortController()
    const standing: string[] = []
    const stopped = load(db, {
      from: path,
      signal: stop.signal,
      onStanding: (text) => {
        standing.push(text)
        stop.abort(new Error('enough'))
      },
    })
    await expect(stopped).rejects.toMatchObject({ code: 'ABORTED' })
    expect(standing).toEqual([
      '1,000 nodes of 1,500 and 0 relationships of 1,500 stand in the graph; ' +
        'load it again with resume to go on, or clean up to take them away',
    ])
    expect(await countOf(db, '(n:User)')).toBe(1_000)
    expect(await load(db, { from: path, resume: true, verify: true })).toMatchObject({ nodes: 1_500, differences: [] })
  })

  it('makes constraints and indexes, and names those it cannot', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await run(before, "UNWIND ['a', 'b'] AS s CREATE (:User {id: s, tag: 't'})")
    await run(before, 'CREATE CONSTRAINT user_id FOR (u:User) REQUIRE u.id IS UNIQUE')
    await run(before, 'CREATE CONSTRAINT user_tag FOR (u:User) REQUIRE u.tag IS UNIQUE') // which the engine takes
    await run(before, 'CREATE INDEX user_index FOR (u:User) ON (u.id)')
    expect(await copy(before, after)).toMatchObject({
      constraints: 1,
      indexes: 1,
      lacking: ['constraint user_tag: User.tag is unique (2 nodes of User share a value)'],
    })
    expect(await run(after, 'SHOW CONSTRAINTS')).toMatchObject([{ name: 'user_id', label: 'User', properties: 'id' }])
    expect(await run(after, 'SHOW INDEXES')).toMatchObject([{ name: 'user_index', label: 'User', property: 'id' }])
    const bare = emptyGraph()
    expect(await copy(before, bare, { schema: false })).toMatchObject({ constraints: 0, indexes: 0, lacking: [] })
    expect(await run(bare, 'SHOW CONSTRAINTS')).toEqual([])
  })

  it('finds what is another in the graph than it was', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await run(before, 'CREATE (a:A {x: 1})-[:R {w: 1}]->(b:B), (a)-[:S]->(b)')
    const spoil = [
      'MATCH (n:A) SET n.x = 1.0',
      'MATCH ()-[r:R]->() SET r.w = 2',
      'MATCH ()-[r:S]->() DELETE r',
      'MATCH (b:B) SET b:C',
    ]
    // What is called between the last write and the first look.
    const sync = after.sync.bind(after)
    after.sync = async () => {
      for (const text of spoil) await run(after, text)
      return sync()
    }
    const { differences } = await copy(before, after, { verify: true })
    expect(differences).toEqual([
      '(:B): 1 there, 0 here',
      '(:B:C): 0 there, 1 here',
      '-[:S]->: 1 there, 0 here',
      '(:A): 1 member, and not all of them are the same',
      '-[:R]->: 1 member, and not all of them are the same',
    ])
  })
})
