import { count, isGraphNode, node } from '@motif/core'
import type { Database } from '@motif/driver'
import { freshGraph } from '@motif/driver/testing'
import { describe, expect, it } from 'vitest'

interface Schema {
  nodes: { L: { properties: { n: number }; out: { R: 'L' }; in: { R: 'L' } } }
  relationships: { R: { from: 'L'; to: 'L'; properties: { w: number } } }
}

const graph = (): Database<Schema> => freshGraph<Schema>('grafeo')

const seed = `CREATE (a:L {n: 1})-[:R {w: 5}]->(b:M {n: 2})-[:R {w: 6}]->(c:N {n: 3})`

const rows = async (text: string): Promise<unknown> => {
  await using db = graph()
  await db.cypher.as<never>(seed).execute()
  // The texts are data here, so their types are not looked at.
  const cypher = db.cypher as unknown as (text: string) => { run(): Promise<unknown> }
  return cypher(text).run()
}

describe('what the engine would give as ids arrives as any other node', () => {
  it('out of CASE and coalesce', async () => {
    expect(await rows('MATCH (a:L), (b:M) RETURN CASE WHEN a.n = 1 THEN b ELSE a END AS x')).toEqual([{ x: { n: 2 } }])
    expect(await rows('MATCH (a:L) OPTIONAL MATCH (a)<--(z) RETURN coalesce(z, a) AS x, z AS z')).toEqual([
      { x: { n: 1 }, z: null },
    ])
  })

  it('out of comprehensions over nodes and relationships', async () => {
    expect(await rows('MATCH p = (:L)-[:R*2]->() RETURN [x IN nodes(p) WHERE x.n > 1] AS x')).toEqual([
      { x: [{ n: 2 }, { n: 3 }] },
    ])
    expect(await rows('MATCH p = (:L)-[:R*2]->() RETURN [r IN relationships(p) | r] AS x')).toEqual([
      { x: [{ w: 5 }, { w: 6 }] },
    ])
  })

  it('with labels and element id where they are asked for, beside an aggregate', async () => {
    await using db = graph()
    await db.cypher.as<never>(seed).execute()
    const [row] = await db
      .match('(a:L)')
      .return(({ a }) => ({ a: node(a), c: count(a) }))
      .run()
    expect(isGraphNode(row?.a)).toBe(true)
    expect(row).toMatchObject({ a: { labels: ['L'], properties: { n: 1 } }, c: 1 })
  })
})
