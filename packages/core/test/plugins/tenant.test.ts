import { cypher } from '@motif/core'
import { tenant } from '@motif/core/plugins'
import { describe, expect, it } from 'vitest'
import { shopWith } from './shop.ts'

const plugins = [tenant({ property: 'tenantId', value: () => 't1', procedures: ['db.labels'] })]
const { db } = shopWith({ plugins })

describe('every pattern is of the tenant', () => {
  it.each([
    ['a label', 'MATCH (u:User {id: $id}) RETURN u.id', 'MATCH (u:User {id: $id, tenantId: $tenant})\nRETURN u.id'],
    ['a label of nobody', 'MATCH (c:Country) RETURN c.code', 'MATCH (c:Country) RETURN c.code'],
    [
      'no label',
      'MATCH (n)-[:BOUGHT]->() RETURN n.id',
      'MATCH (n WHERE coalesce(n.tenantId, $tenant) = $tenant)-[:BOUGHT]->()\nRETURN n.id',
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
    ['MATCH (:User|Country)-->(o:Sale) RETURN o', 'name each node'],
    ['CALL apoc.cypher.run($text, {}) YIELD value RETURN value', 'apoc.cypher.run cannot be scoped'],
    ['MATCH (u:User) WHERE u.id = $tenant RETURN u', "$tenant belongs to the plugin 'tenant'"],
  ])('%s', (text, message) => {
    expect(() => db.cypher(text as never).compile()).toThrow(message)
  })
  it('text that is not understood, through every door', () => {
    expect(() => db.cypher.as('MATCH (n) RETURN n').compile()).toThrow('not understood')
    expect(() => db.cypher(cypher`MATCH (n) RETURN n`).compile()).toThrow('not understood')
  })
  it('a run for nobody', async () => {
    const { db: nobody, executor } = shopWith({ plugins: [tenant({ property: 'tenantId', value: () => undefined })] })
    await expect(nobody.match('(u:User)').return('u.id').run()).rejects.toMatchObject({ code: 'PARAMETER' })
    expect(executor.requests).toEqual([])
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
