import { createGraph, GraphNode, neo4j, type Plugin, runOn } from '@motif/core'
import { naming, queryTags, softDelete, tenant } from '@motif/core/plugins'
import { recordingExecutor } from '@motif/core/testing'
import { describe, expect, it } from 'vitest'
import { type Shop, shop, shopWith } from './shop.ts'

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camel = (key: string): string => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const names = naming({ toGraph: snake, toProgram: camel })

describe('soft delete', () => {
  const { db } = shopWith({ plugins: [softDelete({ property: 'deletedAt' })] })
  it.each([
    ['MATCH (c:Country) RETURN c.code', 'MATCH (c:Country) RETURN c.code'],
    ['MATCH (u:User) RETURN u.id', 'MATCH (u:User WHERE u.deletedAt IS NULL)\nRETURN u.id'],
    [
      'MATCH (u:User {id: 1}) DETACH DELETE u',
      'MATCH (u:User {id: 1} WHERE u.deletedAt IS NULL)\nSET u.deletedAt = datetime()',
    ],
    [
      'MATCH (u:User {id: 1})-[b:BOUGHT]->(:Sale) DELETE u, b',
      'MATCH (u:User {id: 1} WHERE u.deletedAt IS NULL)-[b:BOUGHT]->(living:Sale WHERE living.deletedAt IS NULL)\nSET u.deletedAt = datetime()\nDELETE b',
    ],
    [
      'MATCH (u:User {id: 1}) FOREACH (x IN [1] | DETACH DELETE u)',
      'MATCH (u:User {id: 1} WHERE u.deletedAt IS NULL)\nFOREACH (x IN [1] | SET u.deletedAt = datetime())',
    ],
  ])('%s', (text, after) => {
    expect(db.cypher(text as never).compile().text).toBe(after)
  })
})

describe('naming', () => {
  it('renames what patterns bind, and keeps the names of columns', () => {
    const { db } = shopWith({ plugins: [names] })
    const query = db
      .match('(u:User {firstName: $firstName})-[b:BOUGHT]->(o:Sale)')
      .with('u AS buyer, b, o')
      .where('b.atPrice > 3')
      .set('buyer.firstName = $other')
      .return('buyer.firstName, b.atPrice AS atPrice, buyer {.firstName, .id} AS buyer')
    expect(query.compile().text).toBe(`MATCH (u:User {first_name: $firstName})-[b:BOUGHT]->(o:Sale)
WITH u AS buyer, b, o
WHERE b.at_price > 3
SET buyer.first_name = $other
RETURN buyer.first_name AS \`buyer.firstName\`, b.at_price AS atPrice, buyer {firstName: buyer.first_name, .id} AS buyer`)
    expect(query.compile().columns?.map(({ name }) => name)).toEqual(['buyer.firstName', 'atPrice', 'buyer'])
  })
  it('leaves what comes in rows alone', () => {
    const { db } = shopWith({ plugins: [names] })
    expect(db.unwind('$rows AS row').create('(u:User {firstName: row.firstName})').compile().text).toBe(
      'UNWIND $rows AS row\nCREATE (u:User {first_name: row.firstName})',
    )
  })
  it('refuses a name that stands for two things', () => {
    const { db } = shopWith({ plugins: [names] })
    const text = 'MATCH (u:User) WITH u.firstName AS u RETURN u'
    expect(() => db.cypher(text).compile()).toThrow("'u' stands for a node and for a value")
  })
  it('names what comes back as the program does, at every depth', async () => {
    const user = new GraphNode(['User'], '1', { id: 1, first_name: 'Ada' })
    const { db } = shopWith({ plugins: [names] }, [[{ u: user, all: [user] }]])
    expect(await db.match('(u:User)').return('u, collect(u) AS all').one()).toEqual({
      u: { id: 1, firstName: 'Ada', tenantId: undefined, deletedAt: null },
      all: [{ id: 1, firstName: 'Ada', tenantId: undefined, deletedAt: null }],
    })
  })
})

describe('query tags', () => {
  it('says of each query where it comes from', async () => {
    const options: unknown[] = []
    const recording = recordingExecutor({ dialect: neo4j })
    const db = createGraph<Shop>({
      schema: shop,
      executor: {
        ...recording,
        execute: (request, given) => {
          options.push(given)
          return recording.execute(request)
        },
      },
      plugins: [queryTags({ comment: 'shop 1.4', metadata: () => ({ app: 'shop', user: 'x' }) })],
    })
    const query = db.match('(u:User)').return('u.id')
    expect(query.compile().text).toBe('/* shop 1.4 */\nMATCH (u:User)\nRETURN u.id')
    expect(db.cypher.as('RETURN 1 AS one').compile().text).toBe('/* shop 1.4 */\nRETURN 1 AS one')
    await query.run({}, { metadata: { user: 'ada' } })
    expect(options).toEqual([{ metadata: { app: 'shop', user: 'ada' } }])
  })
  it('is no way out of the remark', () => {
    expect(() => queryTags({ comment: '*/ MATCH (n) DETACH DELETE n //' })).toThrow('end of a remark')
    expect(() => queryTags({ comment: '\\u002a/' })).toThrow('end of a remark')
  })
})

describe('several', () => {
  it('change queries in order and rows in the opposite one', async () => {
    const marks: string[] = []
    const mark = (name: string): Plugin => ({
      name,
      rewrite: (clauses) => (marks.push(`rewrite ${name}`), clauses),
      rows: (rows) => (marks.push(`rows ${name}`), rows),
    })
    const { db } = shopWith({ plugins: [mark('a'), mark('b')] }, [[{ id: 1 }]])
    expect(await db.match('(u:User)').return('u.id AS id').run()).toEqual([{ id: 1 }])
    expect(marks).toEqual(['rewrite a', 'rewrite b', 'rows b', 'rows a'])
  })
  it('compose', () => {
    const { db } = shopWith({
      plugins: [
        tenant({ property: 'tenantId', value: () => 1 }),
        softDelete({ property: 'deletedAt' }),
        names,
        queryTags({ comment: 'shop' }),
      ],
    })
    expect(db.match('(u:User {id: $id})').detachDelete('u').compile().text).toBe(
      '/* shop */\nMATCH (u:User {id: $id, tenant_id: $tenant} WHERE u.deleted_at IS NULL)\nSET u.deleted_at = datetime()',
    )
  })
  it('are asked once for a query built again and again, and apart from a graph without them', () => {
    let asked = 0
    const plugins: Plugin[] = [{ name: 'count', rewrite: (clauses) => (asked++, clauses) }]
    const [{ db: one }, { db: same }, { db: plain }] = [shopWith({ plugins }), shopWith({ plugins }), shopWith({})]
    const text = (db: typeof one, least: number): string =>
      db
        .match('(u:User)')
        .where(({ u }) => u.id.gt(least))
        .return('u.id')
        .compile().text
    for (const db of [one, same, plain]) for (const least of [1, 2, 3]) text(db, least)
    expect(asked).toBe(1)
  })
  it('go with a query to another executor', async () => {
    const { db } = shopWith({ plugins: [tenant({ property: 'tenantId', value: () => 1 })] })
    const other = recordingExecutor({ dialect: neo4j })
    await runOn(db.match('(u:User)').return('u.id'), other).run()
    expect(other.requests.map(({ text, params }) => ({ text, params }))).toEqual([
      { text: 'MATCH (u:User {tenantId: $tenant})\nRETURN u.id', params: { tenant: 1 } },
    ])
  })
  it('leave the text as it was written when they change nothing', () => {
    const { db } = shopWith({ plugins: [names] })
    const text = 'MATCH (u:User)   RETURN   u.id'
    expect(db.cypher(text).compile().text).toBe(text)
  })
})

describe('warnings', () => {
  it('are told once, and stand among the notifications', async () => {
    const told: string[] = []
    const { db } = shopWith({ onWarning: ({ code }, { text }) => told.push(`${code} ${text}`) })
    const query = () => db.match('(u:User), (o:Sale)').return('count(*) AS n')
    query().compile()
    const { notifications } = await query().execute()
    expect(notifications).toMatchObject([{ code: 'Motif.CartesianProduct', severity: 'WARNING' }])
    expect(told).toEqual(['Motif.CartesianProduct MATCH (u:User), (o:Sale)\nRETURN count(*) AS n'])
  })
})
