import { GraphError } from '@motif/core'
import { type Plugin, tenant } from '@motif/core/plugins'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDeepStrictEqual } from 'node:util'
import { emptyGraph } from './empty-graph.ts'
import { engines } from './engines.ts'
import { has } from './lacks.ts'

interface Shop {
  nodes: {
    User: {
      properties: { id: number; tenantId: string }
      in: { KNOWS: 'User' }
      out: { KNOWS: 'User'; BOUGHT: 'Sale'; LIVES: 'Country' }
    }
    Sale: { properties: { id: number; tenantId: string }; in: { BOUGHT: 'User' }; out: {} }
    Country: { properties: { id: number }; in: { LIVES: 'User' }; out: {} }
  }
  relationships: {
    KNOWS: { from: 'User'; to: 'User'; properties: {} }
    BOUGHT: { from: 'User'; to: 'Sale'; properties: {} }
    LIVES: { from: 'User'; to: 'Country'; properties: {} }
  }
}

/** All ids of the other tenant are 100 and more. 1 knows 2 by way of 101 alone, and by the country that all share. */
const graph = `
CREATE (one:User {id: 1, tenantId: 't1'}), (two:User {id: 2, tenantId: 't1'}), (three:User {id: 3, tenantId: 't1'}),
  (other:User {id: 101, tenantId: 't2'}), (secret:User:Country {id: 102, tenantId: 't2'}),
  (mine:Sale {id: 11, tenantId: 't1'}), (theirs:Sale {id: 111, tenantId: 't2'}), (country:Country {id: 21}),
  (stray {id: 112, tenantId: 't2'}),
  (one)-[:KNOWS]->(other), (other)-[:KNOWS]->(two), (two)-[:KNOWS]->(three), (one)-[:KNOWS]->(secret),
  (one)-[:BOUGHT]->(mine), (one)-[:BOUGHT]->(theirs), (other)-[:BOUGHT]->(theirs),
  (one)-[:LIVES]->(country), (two)-[:LIVES]->(country), (other)-[:LIVES]->(country), (stray)-[:KNOWS]->(one)`

const options = tenant({ property: 'tenantId', labels: ['User', 'Sale'], value: () => 't1' })
/** A tenant's handle that lets the test itself through, by the door that is closed to others. */
const scoped: Plugin = {
  ...options,
  rewrite: (clauses, given) =>
    clauses[0]?.kind === 'opaque' ? clauses : (options.rewrite?.(clauses, given) ?? clauses),
}

type Case = readonly [text: string, values: readonly unknown[]]

/** What each reads, one column a row; nothing of the other tenant, and no sign of it. */
const reads: readonly Case[] = [
  ['MATCH (n:User) RETURN n.id AS x ORDER BY x', [1, 2, 3]],
  ['MATCH (n) RETURN n.id AS x ORDER BY x', [1, 2, 3, 11, 21]],
  ['MATCH (n:Country) RETURN n.id AS x', [21]],
  ['MATCH (n:!Sale) RETURN n.id AS x ORDER BY x', [1, 2, 3, 21]],
  ['MATCH (n:User|Country) RETURN n.id AS x ORDER BY x', [1, 2, 3, 21]],
  ['MATCH (n:Nobody) RETURN n.id AS x', []],
  ["MATCH (n) WHERE n.tenantId = 't2' OR true RETURN n.id AS x ORDER BY x", [1, 2, 3, 11, 21]],
  ['MATCH (n WHERE n.id = 101 OR true) RETURN n.id AS x ORDER BY x', [1, 2, 3, 11, 21]],
  ['MATCH (n) WHERE id(n) >= 0 RETURN n.id AS x ORDER BY x', [1, 2, 3, 11, 21]],
  ['MATCH ()-->() RETURN count(*) AS x', [4]],
  ['MATCH ()-[r]->() RETURN startNode(r).id + endNode(r).id AS x ORDER BY x', [5, 12, 22, 23]],
  ['MATCH (u:User {id: 1})--(n) RETURN n.id AS x ORDER BY x', [11, 21]],
  ['MATCH (u:User {id: 1})-->()-->(n) RETURN n.id AS x', []],
  ['MATCH (u:User {id: 1})-[:KNOWS*1..3]->(n:User) RETURN n.id AS x', []],
  ['MATCH (u:User {id: 1})-[:KNOWS|LIVES*1..4]-(n:User) RETURN DISTINCT n.id AS x ORDER BY x', [2, 3]],
  ['MATCH p = (:User {id: 1})-[*2]-() RETURN length(p) AS x', [2]],
  ['MATCH p = (u:User {id: 1})-[:KNOWS*0..3]->() UNWIND nodes(p) AS n RETURN n.id AS x', [1]],
  ['MATCH (u:User {id: 1})-[rs:KNOWS*1..3]->() RETURN size(rs) AS x', []],
  ['MATCH (u:User {id: 1}) OPTIONAL MATCH (u)-[:KNOWS*1..3]->(n) RETURN n.id AS x', [null]],
  ['MATCH (u:User {id: 1}), (n:User {id: 3}) MATCH p = shortestPath((u)-[:KNOWS*1..5]->(n)) RETURN length(p) AS x', []],
  ['MATCH (u:User {id: 1}), (n:User {id: 3}) MATCH p = shortestPath((u)-[*1..5]-(n)) RETURN length(p) AS x', [3]],
  ['MATCH (u:User {id: 1}), (n:User {id: 2}) MATCH p = allShortestPaths((u)-[*1..5]-(n)) RETURN length(p) AS x', [2]],
  ['MATCH (u:User {id: 1}) WHERE (u)-[:KNOWS]->() RETURN u.id AS x', []],
  ['MATCH (u:User) WHERE (u)<-[:KNOWS*1..3]-(:User {id: 1}) RETURN u.id AS x', []],
  ['MATCH (u:User) WHERE EXISTS { (u)<-[:KNOWS*1..3]-(:User {id: 1}) } RETURN u.id AS x', []],
  ['MATCH (u:User) WHERE EXISTS { MATCH (u)-->(n) WHERE n.id > 100 } RETURN u.id AS x', []],
  ['MATCH (u:User {id: 1}) RETURN COUNT { (u)--() } AS x', [2]],
  ['MATCH (u:User {id: 1}) RETURN size([(u)--(n) | n.id]) AS x', [2]],
  ['MATCH (u:User {id: 1}) CALL (u) { MATCH (u)-->(n) RETURN n.id AS x } RETURN x ORDER BY x', [11, 21]],
  ['CALL () { MATCH (n) RETURN n.id AS x } RETURN x ORDER BY x', [1, 2, 3, 11, 21]],
  ['MATCH (n:Sale) RETURN n.id AS x UNION MATCH (n) WHERE n.id > 20 RETURN n.id AS x', [11, 21]],
  ['MATCH (u:User {id: 1}) WITH u MATCH (u)-->(n) WITH n ORDER BY n.id RETURN collect(n.id) AS x', [[11, 21]]],
  ['MATCH (:User {id: 1})--(n:!User) RETURN n.id AS x ORDER BY x', [11, 21]],
  ['MATCH (u:User {id: 1})-->() WITH * RETURN count(*) AS x', [2]],
  ['MATCH (x:Sale)<--() RETURN *', [expect.objectContaining({ id: 11 })]],
]

/** The same where an engine has groups, paths in comprehensions and labels that are told at run time. */
const repeated: readonly Case[] = [
  ['MATCH (u:User {id: 1}) RETURN size([(u)-[:KNOWS*1..3]->(n) | n.id]) AS x', [0]],
  ['MATCH (u:User {id: 1})-[:KNOWS]->{1,3}(n) RETURN n.id AS x', []],
  ['MATCH (u:User {id: 1})-[rs:KNOWS|LIVES]-{1,4}(n:User) RETURN DISTINCT n.id AS x ORDER BY x', [2, 3]],
  ['MATCH (u:User {id: 1}) (()-[:KNOWS]->()){1,3} (n) RETURN n.id AS x', []],
  ['MATCH (u:User {id: 1}) ((a)-[:KNOWS|LIVES]-(b) WHERE a.id > 100 OR true){2} (n:User) RETURN n.id AS x', [2]],
  ['MATCH p = SHORTEST 1 (u:User {id: 1})-[:KNOWS]->+(n:User {id: 3}) RETURN length(p) AS x', []],
  ['MATCH p = ANY SHORTEST (u:User {id: 1})-[]-+(n:User {id: 3}) RETURN length(p) AS x', [3]],
  ['MATCH (u:User {id: 1}) WHERE (u)-[:KNOWS]->+() RETURN u.id AS x', []],
  ['MATCH (u:User {id: 1}) RETURN exists((u)-[:KNOWS]->()) AS x', [false]],
  ["WITH 'User' AS label MATCH (n:$(label)) RETURN n.id AS x ORDER BY x", [1, 2, 3]],
  ['MATCH (u:User {id: 1}) RETURN COLLECT { MATCH (u)-->(n) RETURN n.id ORDER BY n.id } AS x', [[11, 21]]],
]

/** What each leaves behind of the tenant's own, and always the same of the other's. */
const writes: readonly Case[] = [
  ['MATCH (n) SET n.seen = true RETURN n.id AS x ORDER BY x', [1, 2, 3, 11, 21]],
  ['MATCH (u:User {id: 1})-[r]->() DELETE r RETURN count(r) AS x', [2]],
  ['MERGE (u:User {id: 101}) ON CREATE SET u.made = true RETURN u.made AS x', [true]],
  ['MATCH (u:User {id: 1}) SET u += $bag RETURN u.tenantId AS x', ['t1']],
  ['MATCH (u:User {id: 1}) SET u = $bag RETURN u.tenantId AS x', ['t1']],
  ['MATCH (u:User {id: 2}) SET u = {id: 2} RETURN u.tenantId AS x', ['t1']],
  ['MATCH (n {id: 2}) SET n = {id: 2} RETURN n.tenantId AS x', ['t1']],
  ['MATCH (n:Country) SET n = {id: 21} RETURN n.tenantId AS x', [null]],
  ['CREATE (n {id: 7}) RETURN n.tenantId AS x', [null]],
  ['CREATE (n:User {id: 8})-[:LIVES]->(:Country {id: 9}) RETURN n.tenantId AS x', ['t1']],
  ['FOREACH (i IN [1] | CREATE (:Sale {id: 12}) MERGE (:Sale {id: 111}))', []],
  ['MATCH (n:Sale) RETURN n.id AS x ORDER BY x', [11, 12, 111]],
  ['MATCH (n) DETACH DELETE n', []],
]

describe.each(engines)('on %s', (engine) => {
  let db: Database<Shop>
  let asked = 0
  /** One place that gives many texts: another one goes before each, as two that differ in a value alone are refused. */
  const run = async (text: string): Promise<readonly unknown[]> => {
    const [, query] = [`UNWIND [${++asked}] AS x RETURN x`, text].map((each) => db.cypher(each as never))
    const rows = await query?.run((text.includes('$bag') ? { bag: { id: 1, tenantId: 't2' } } : {}) as never)
    return (rows as unknown as readonly object[]).map((row) => Object.values(row)[0])
  }
  const others = (): Promise<unknown> =>
    db.cypher
      .as<{ id: number; labels: string[]; keys: string[]; ends: number[] }, {}>(
        `MATCH (n) WHERE n.tenantId = 't2' OPTIONAL MATCH (n)-->(m) WHERE m.tenantId = 't2'
         WITH n, m ORDER BY m.id
         RETURN n.id AS id, labels(n) AS labels, keys(n) AS keys, collect(m.id) AS ends ORDER BY id`,
      )
      .run()
  beforeAll(async () => {
    db = await emptyGraph<Shop>(engine, { plugins: [scoped], safety: { unfilteredWrite: 'allow' } })
    await db.cypher.as<never, {}>(graph).execute()
  })
  afterAll(() => db.close())

  it.each(reads)('reads nothing of another: %s', async (text, values) => {
    expect(await run(text)).toEqual(values)
  })
  it.each(repeated)('reads nothing of another: %s', async (text, values) => {
    if (has(engine, 'repeated paths')) expect(await run(text)).toEqual(values)
    else
      await expect(run(text).catch((error: unknown) => error)).resolves.toSatisfy(
        (found: unknown) => found instanceof GraphError || isDeepStrictEqual(found, values),
      )
  })
  it('changes nothing of another', async () => {
    const before = await others()
    for (const [text, values] of writes) {
      expect([text, await run(text)]).toEqual([text, values])
      expect([text, await others()]).toEqual([text, before])
    }
    expect(before).toHaveLength(4)
  })
})

describe('what the plugin cannot look into', () => {
  it('is refused before anything is sent', async () => {
    await using db = await emptyGraph<Shop>('grafeo', { plugins: [scoped] })
    await expect(db.cypher('CALL db.labels()' as never).run({} as never)).rejects.toThrow(GraphError)
  })
})
