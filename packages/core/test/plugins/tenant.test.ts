import { cypher } from '@motif/core'
import { tenant } from '@motif/core/plugins'
import { describe, expect, it } from 'vitest'
import { shopWith } from './shop.ts'

const plugins = [tenant({ property: 'tenantId', value: () => 't1', procedures: ['db.labels'] })]
const { db } = shopWith({ plugins })

describe('every pattern is of the tenant', () => {
  it.each([
    ['a label', 'MATCH (u:User {id: $id}) RETURN u.id', 'MATCH (u:User {id: $id, tenantId: $tenant})\nRETURN u.id'],
    [
      'a label of nobody, which one of its nodes may have beside another',
      'MATCH (c:Country) RETURN c.code',
      'MATCH (c:Country WHERE coalesce(c.tenantId, $tenant) = $tenant)\nRETURN c.code',
    ],
    [
      'no label',
      'MATCH (n)-[:BOUGHT]->() RETURN n.id',
      'MATCH (n WHERE coalesce(n.tenantId, $tenant) = $tenant)-[:BOUGHT]->(tenant_node WHERE coalesce(tenant_node.tenantId, $tenant) = $tenant)\nRETURN n.id',
    ],
    [
      'one of two labels',
      'MATCH (n:User|Country WHERE n.id = 1) RETURN n.id',
      'MATCH (n:User|Country WHERE n.id = 1 AND coalesce(n.tenantId, $tenant) = $tenant)\nRETURN n.id',
    ],
    ['both labels', 'MATCH (n:User&Country) RETURN n.id', 'MATCH (n:User:Country {tenantId: $tenant})\nRETURN n.id'],
    ['what is made', 'CREATE (u:User {id: 1})', 'CREATE (u:User {id: 1, tenantId: $tenant})'],
    [
      'what is merged',
      'MATCH (u:User {id: 1}) MERGE (u)-[:BOUGHT]->(o:Sale {id: 2})',
      'MATCH (u:User {id: 1, tenantId: $tenant})\nMERGE (u)-[:BOUGHT]->(o:Sale {id: 2, tenantId: $tenant})',
    ],
    [
      'a subquery',
      'CALL () { MATCH (u:User) RETURN u } RETURN u.id',
      'CALL () {\n  MATCH (u:User {tenantId: $tenant})\n  RETURN u\n}\nRETURN u.id',
    ],
    [
      'what is asked of the graph in an expression',
      'MATCH (u:User) WHERE (u)-[:BOUGHT]->(:Sale) AND EXISTS { (u)-[:BOUGHT]->(o:Sale) } RETURN [(u)-->(o:Sale) | o.id] AS ids',
      'MATCH (u:User {tenantId: $tenant})\nWHERE (u)-[:BOUGHT]->(:Sale {tenantId: $tenant}) AND EXISTS { MATCH (u WHERE coalesce(u.tenantId, $tenant) = $tenant)-[:BOUGHT]->(o:Sale {tenantId: $tenant}) }\nRETURN [(u WHERE coalesce(u.tenantId, $tenant) = $tenant)-->(o:Sale {tenantId: $tenant}) | o.id] AS ids',
    ],
    [
      'the nodes on the way of a path',
      'MATCH (u:User)-[:BOUGHT*1..3]->(o:Sale) WHERE u.id = 1 OR u.id = 2 RETURN *',
      'MATCH tenant_path = (u:User {tenantId: $tenant})-[:BOUGHT*1..3]->(o:Sale {tenantId: $tenant})\nWHERE (u.id = 1 OR u.id = 2) AND all(tenant_node IN nodes(tenant_path) WHERE coalesce(tenant_node.tenantId, $tenant) = $tenant)\nRETURN o, u',
    ],
    [
      'a path with a hint',
      'MATCH p = (u:User {id: 1})-[:BOUGHT*]->(o:Sale) USING INDEX u:User(id) RETURN length(p) AS x',
      'MATCH p = (u:User {id: 1, tenantId: $tenant})-[:BOUGHT*]->(o:Sale {tenantId: $tenant})\nUSING INDEX u:User(id)\nWHERE all(tenant_node IN nodes(p) WHERE coalesce(tenant_node.tenantId, $tenant) = $tenant)\nRETURN length(p) AS x',
    ],
    [
      'each turn of what is repeated',
      'MATCH (u:User)-[:BOUGHT]->{1,3}(o:Sale) RETURN u.id',
      'MATCH (u:User {tenantId: $tenant})-[tenant_step:BOUGHT WHERE coalesce(startNode(tenant_step).tenantId, $tenant) = $tenant AND coalesce(endNode(tenant_step).tenantId, $tenant) = $tenant]->{1,3}(o:Sale {tenantId: $tenant})\nRETURN u.id',
    ],
    [
      'a test that must hold a condition',
      'MATCH (u:User) WHERE exists((u)-->()) RETURN u.id',
      'MATCH (u:User {tenantId: $tenant})\nWHERE EXISTS { MATCH (u WHERE coalesce(u.tenantId, $tenant) = $tenant)-->(tenant_node WHERE coalesce(tenant_node.tenantId, $tenant) = $tenant) }\nRETURN u.id',
    ],
    [
      'what replaces all properties of what may be anything',
      'MATCH (n {id: 1}) SET n = {id: 1}',
      'MATCH (n {id: 1} WHERE coalesce(n.tenantId, $tenant) = $tenant)\nSET n = {id: 1, tenantId: n.tenantId}',
    ],
    [
      'labels of one owner',
      'MATCH (u:User {id: 1}) SET u:Sale REMOVE u:User',
      'MATCH (u:User {id: 1, tenantId: $tenant})\nSET u:Sale\nREMOVE u:User',
    ],
    [
      'what replaces all properties',
      'MATCH (u:User {id: 1}) SET u = $all',
      'MATCH (u:User {id: 1, tenantId: $tenant})\nSET u = $all, u.tenantId = $tenant',
    ],
  ])('%s', (_name, text, scoped) => {
    expect(db.cypher(text as never).compile().text).toBe(scoped)
  })
})

describe('what could reach others is refused', () => {
  it.each([
    ["MATCH (u:User {tenantId: 't2'}) RETURN u", 'tenantId is given by the plugin'],
    ["MATCH (u:User {id: 1}) SET u.tenantId = 't2'", 'tenantId cannot be set'],
    ['MATCH (u:User {id: 1}) REMOVE u.tenantId', 'tenantId cannot be removed'],
    ['CREATE (u:User $all)', 'one by one'],
    ['MERGE (n:User|Country {id: 1})', 'name the label'],
    ['MERGE (n:User&Country {id: 1})', 'Country is no label with tenantId'],
    ['CREATE (n:$($label) {id: 1})', 'name the labels'],
    ["CREATE (n {tenantId: 't2'})", 'tenantId is given by the plugin'],
    ["CREATE (c:Country {tenantId: 't2'})", 'tenantId is given by the plugin'],
    ['CREATE (c:Country $all)', 'one by one'],
    ['MERGE (n {id: 1}) RETURN n', "MERGE may find anybody's n"],
    ['MERGE (n) RETURN n', "MERGE may find anybody's n"],
    ['MATCH (u:User {id: 1}) MERGE (u)-[:BOUGHT]->() RETURN u', "MERGE may find anybody's node"],
    ['MATCH (n:User {id: 1}) CALL () { MERGE (n) RETURN 1 AS one } RETURN one', "anybody's n"],
    ['MATCH (n:User {id: 1}) CALL { MERGE (n) RETURN 1 AS one } RETURN one', "anybody's n"],
    [
      'MATCH (n:User {id: 1}) CALL { WITH n RETURN 2 AS one UNION MERGE (n) RETURN 1 AS one } RETURN one',
      "anybody's n",
    ],
    ['CALL () { MATCH (n:User) RETURN 1 AS one } MERGE (n) RETURN n', "anybody's n"],
    ['MATCH (n:User {id: 1}) WITH 1 AS one MERGE (n) RETURN n', "anybody's n"],
    ["MATCH (u:User {id: 1}) SET u = {tenantId: 't2'}", 'tenantId is given by the plugin'],
    ["MATCH (u:User {id: 1}) SET u += {`tenantId`: 't2'}", 'tenantId is given by the plugin'],
    ["MATCH (u:User {id: 1}) SET u['tenant' + 'Id'] = 't2'", 'tenantId cannot be set'],
    ["MATCH (u:User {id: 1}) SET (CASE WHEN true THEN u END).tenantId = 't2'", 'tenantId cannot be set'],
    ["MATCH (u:User {id: 1}) FOREACH (n IN [u] | SET n.tenantId = 't2')", 'tenantId cannot be set'],
    ['MATCH (u:User {id: 1}) FOREACH (n IN [u] | SET n += $all)', 'name the label of n'],
    ['MATCH (c:Country {code: 1}) SET c += $all', 'name the label of c'],
    ['MATCH (u:User {id: 1}) SET u:Country', 'u belongs to tenant'],
    ['MATCH (c:Country {code: 1}) SET c:User', 'c belongs to nobody'],
    ['MATCH (n {id: 1}) SET n:User', 'name the label of n'],
    ['MATCH (u:User {id: 1}) SET u:$($labels)', 'name each label'],
    ['MATCH (u:User {id: 1}) REMOVE u:$($labels)', 'name each label'],
    ["MATCH (u:User {id: 1}) REMOVE u['tenantId']", 'tenantId cannot be removed'],
    ['MATCH (u:User {id: 1}) REMOVE u:User:Country', 'Country is no label with tenantId'],
    [
      "RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) RETURN n', {}) AS n",
      'runFirstColumnSingle() cannot be scoped',
    ],
    ["RETURN `apoc`.`cypher`.`runFirstColumn`('MATCH (n) RETURN n', {}) AS n", 'cannot be scoped'],
    ["RETURN graph.propertiesByName('x') AS n", 'cannot be scoped'],
    ['USE other MATCH (u:User) RETURN u', 'USE cannot be scoped'],
    ['MATCH (u:User) RETURN u UNION USE other MATCH (u:User) RETURN u', 'USE cannot be scoped'],
    ['DEFINE FUNCTION f() = 1 RETURN 1 AS x', 'DEFINE cannot be scoped'],
    ['SHOW TRANSACTIONS', 'not for its tenants'],
    ['DROP INDEX users', 'not for its tenants'],
    ['MATCH (u:User {id: 1}), (v:User {id: 2}) RETURN shortestPath((u)-[*]-(v)) AS p', 'MATCH p = shortestPath'],
    ['MATCH ((a:User)-[:BOUGHT*1..2]->(b:Sale)){1,2} RETURN a', 'inside a group'],
    ["MATCH (u:User {id: 1}) SET u.`\\u0074enantId` = 't2'", 'in place of'],
    ["RETURN '\\u0027 AS x UNION MATCH (n) RETURN n.id AS x //' AS y", 'in place of'],
    ['UNWIND [1] AS x RETURN x // \\u000a UNION MATCH (n) RETURN n.id AS x', 'in place of'],
    ['CALL apoc.cypher.run($text, {}) YIELD value RETURN value', 'apoc.cypher.run cannot be scoped'],
    ['MATCH (u:User) WHERE u.id = $tenant RETURN u', "$tenant belongs to the plugin 'tenant'"],
  ])('%s', (text, message) => {
    expect(() => db.cypher(text as never).compile()).toThrow(message)
  })
  it('text that is not understood, through every door', () => {
    expect(() => db.cypher.as('MATCH (n) RETURN n').compile()).toThrow('not understood')
    expect(() => db.cypher(cypher`MATCH (n) RETURN n`).compile()).toThrow('not understood')
  })
  it.each([undefined, null])('a run for nobody: %s', async (value) => {
    const { db: nobody, executor } = shopWith({ plugins: [tenant({ property: 'tenantId', value: () => value })] })
    await expect(nobody.match('(u:User)').return('u.id').run()).rejects.toMatchObject({ code: 'PARAMETER' })
    expect(executor.requests).toEqual([])
  })
  it('but what is trusted by name', () => {
    const { db: trusting } = shopWith({
      plugins: [tenant({ property: 'tenantId', value: () => 't1', procedures: ['db.labels'], functions: ['my.fn'] })],
    })
    const texts = [
      'CALL db.labels() YIELD label RETURN label',
      'RETURN my.fn(1) AS x',
      'RETURN date.truncate($unit, date()) AS x',
    ]
    for (const text of texts) expect(trusting.cypher(text as never).compile().text).toBe(text)
  })
  it('a graph in which nothing belongs to anybody', () => {
    const { db: none } = shopWith({ plugins: [tenant({ property: 'owner', value: () => 1 })] })
    expect(() => none.match('(u:User)').return('u.id').compile()).toThrow('no label has the property owner')
  })
})

it('asks who it is at each run, also of what is prepared', async () => {
  let who = 'a'
  const { db: shop, executor } = shopWith({ plugins: [tenant({ property: 'tenantId', value: () => who })] })
  const prepared = shop.match('(u:User {id: $id})').return('u.id').prepare()
  await prepared.run({ id: 1 })
  who = 'b'
  await prepared.run({ id: 1 })
  await shop
    .match('(u:User)')
    .where(({ u }) => u.id.gt(3))
    .return(({ u }) => ({ id: u.id }))
    .run()
  expect(executor.requests.map(({ params }) => params)).toEqual([
    { id: 1, tenant: 'a' },
    { id: 1, tenant: 'b' },
    { p1: 3, tenant: 'b' },
  ])
  expect(prepared.compiled.parameters.map(({ name }) => name)).toEqual(['id'])
  expect(prepared.compiled.bindings.map(({ name }) => name)).toEqual(['id', 'tenant'])
})
