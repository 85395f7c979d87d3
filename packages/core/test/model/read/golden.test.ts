import { type Dialect, neo4j, Point } from '@motif/core'
import { neo4j5 } from '@motif/core/dialects'
import { grafeo } from '@motif/core/grafeo'
import { expect, test } from 'vitest'
import { type Sent, shopOn } from './shop.ts'

type Ask = (model: Sent['model']) => Promise<unknown>

const asked: Readonly<Record<string, Ask>> = {
  'all rows': (model) => model('User').find(),
  'a key': (model) => model('User').get(7),
  'a key of two': (model) => model('Post').get({ tenant: 'blue', id: 7n }),
  'many keys': (model) => model('User').getMany([7, 8]),
  'many keys of two': (model) =>
    model('Post').getMany([
      { tenant: 'blue', id: 7n },
      { id: 8n, tenant: 'red' },
    ]),
  'all of two labels': (model) => model('User', 'Admin').find({ where: { level: 1 }, select: { fullName: true } }),
  'what is equal, and null': (model) =>
    model('User').find({ where: { fullName: 'Ada', age: null }, select: { id: true } }),
  operators: (model) =>
    model('User').find({
      select: { id: true },
      where: {
        id: { in: [1, 2], notIn: [3] },
        age: { gte: 18, lt: 65, ne: 30 },
        score: { gt: 1.5, lte: 2 },
        fullName: { contains: 'd', startsWith: 'A', endsWith: 'a', matches: 'A.*' },
        seen: { ne: null },
        active: { eq: true },
      },
    }),
  'upper and lower case': (model) =>
    model('User').find({
      select: { id: true },
      where: {
        or: [
          { fullName: { eq: 'ada', insensitive: true } },
          { fullName: { in: ['BOB'], insensitive: true } },
          { fullName: { contains: 'X', insensitive: true } },
          { fullName: { matches: 'a.*', insensitive: true } },
        ],
      },
    }),
  lists: (model) =>
    model('User').find({
      select: { id: true },
      where: { tags: { has: 'a', hasSome: ['a', 'b'], hasEvery: ['c'], isEmpty: false } },
    }),
  'and, or, not': (model) =>
    model('User').find({
      select: { id: true },
      where: { and: [{ id: 1 }, { or: [{ age: 1 }, { age: 2 }] }], not: { age: { gt: 3 } }, or: [] },
    }),
  'some, every, none': (model) =>
    model('User').find({
      select: { id: true },
      where: {
        WROTE: { some: {}, every: { at: { gt: '2026-01-01' } }, none: { text: 'x' } },
        followers: { some: { $relationship: { weight: { gt: 1 } }, WROTE: { label: 'Post', some: { title: 't' } } } },
      },
    }),
  'order, skip, limit': (model) =>
    model('User').find({
      orderBy: ['fullName', { age: 'desc', id: 'asc' }],
      skip: 20,
      limit: 10,
      select: { id: true },
    }),
  'a relation': (model) => model('User').find({ include: { FOLLOWS: true } }),
  'one of a relation': (model) => model('User').find({ select: { boss: { select: { id: true } } } }),
  'a relation to several labels': (model) => model('User').find({ select: { WROTE: true } }),
  'one of them': (model) => model('User').find({ select: { WROTE: { label: 'Post', select: { title: true } } } }),
  'how many': (model) =>
    model('User').find({ select: { id: true, WROTE: { count: true }, followers: { count: true, where: { age: 3 } } } }),
  'three levels, each with what it asks': (model) =>
    model('User').find({
      where: { age: { gte: 18 } },
      orderBy: 'fullName',
      limit: 5,
      select: {
        id: true,
        FOLLOWS: {
          relationship: true,
          where: { $relationship: { since: { lt: '2026-01-01' } } },
          orderBy: [{ $relationship: { since: 'desc' } }, 'id'],
          limit: 3,
          select: {
            fullName: true,
            WROTE: {
              label: 'Post',
              where: { title: { contains: 'x' } },
              orderBy: { at: 'desc' },
              skip: 1,
              select: { title: true, '<ON': { count: true }, '<WROTE': { select: { id: true } } },
            },
          },
        },
      },
    }),
  'the first': (model) => model('User').findFirst({ where: { age: 3 }, orderBy: 'id', select: { id: true } }),
  'a count': (model) => model('User').count({ where: { age: { gt: 3 } } }),
  'whether there is one': (model) => model('User').exists({ where: { age: { gt: 3 } } }),
  aggregates: (model) =>
    model('User').aggregate({
      where: { age: { gt: 3 } },
      by: ['active'],
      count: true,
      sum: ['age'],
      avg: ['score'],
      min: ['fullName'],
      max: ['seen'],
    }),
  'a first page': (model) => model('User').page({ size: 10, orderBy: { age: 'desc' }, select: { fullName: true } }),
  'names that are dangerous': (model) =>
    model('User').find({ where: { fullName: "x'}) DETACH DELETE n //" }, select: { id: true } }),
}

const sentFor = async (dialect: Dialect, ask: Ask): Promise<string> => {
  const { executor, model } = shopOn(dialect)
  await ask(model)
  const [request] = executor.requests
  const params = JSON.stringify(request?.params, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  )
  return `${request?.text}\n// ${params}`
}

const texts = async (dialect: Dialect): Promise<string> => {
  const parts: string[] = []
  for (const [name, ask] of Object.entries(asked)) parts.push(`// ${name}\n${await sentFor(dialect, ask)}\n`)
  return parts.join('\n')
}

test.each([
  ['neo4j', neo4j],
  ['grafeo', grafeo],
] as const)('what is sent to %s', async (name, dialect) => {
  await expect(await texts(dialect)).toMatchFileSnapshot(`read.${name}.cypher`)
})

test('older servers are sent the same', async () => {
  expect(await texts(neo4j5)).toBe(await texts(neo4j))
})

test('distance is asked of what has it', async () => {
  const where = { home: { within: { point: new Point(4326, 13.4, 52.5), metres: 500 } } }
  expect(await sentFor(neo4j, (model) => model('User').find({ where, select: { id: true } }))).toBe(
    'MATCH (n:User)\nWHERE point.distance(n.home, $p1) <= $p2\nRETURN n.id AS id\n// {"p1":{"srid":4326,"x":13.4,"y":52.5},"p2":500}',
  )
})

test('names are quoted, wherever they stand', async () => {
  const ask: Ask = (model) =>
    model('Odd `Label').find({
      where: { 'a`b': 1, 'x: 1}) DETACH DELETE (n': 'v', 'R`S': { some: {} } },
      orderBy: 'n',
      include: { 'R`S': { select: { id: true } } },
    })
  expect(await sentFor(neo4j, ask)).toMatchInlineSnapshot(`
    "MATCH (n2:\`Odd \`\`Label\`)
    WHERE n2.\`a\`\`b\` = $p1 AND n2.\`x: 1}) DETACH DELETE (n\` = $p2 AND EXISTS { MATCH (n2)-[:\`R\`\`S\`]->(n3:User) }
    RETURN n2.\`a\`\`b\` AS \`a\`\`b\`, n2.\`x: 1}) DETACH DELETE (n\` AS \`x: 1}) DETACH DELETE (n\`, n2.n AS n, n2.__proto__x AS __proto__x, COLLECT { MATCH (n2)-[:\`R\`\`S\`]->(n4:User) RETURN {id: n4.id} AS x } AS \`R\`\`S\`
    ORDER BY n2.n
    // {"p1":1,"p2":"v"}"
  `)
})
