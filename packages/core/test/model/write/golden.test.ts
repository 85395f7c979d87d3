import { type Dialect, neo4j, Point } from '@motif/core'
import { grafeo } from '@motif/core/grafeo'
import { expect, test } from 'vitest'
import { type Sent, shopOn } from './shop.ts'

type Ask = (model: Sent['model']) => Promise<unknown>

const ada = { id: 1, fullName: 'Ada' }
const post = { tenant: 'blue', id: 7n }

const asked: Readonly<Record<string, Ask>> = {
  'a node': (model) => model('User').create({ ...ada, score: 1, tags: ['a'], at: '2026-01-02T03:04:05Z', free: 1 }),
  'a node of two labels': (model) => model('User', 'Tag').create({ ...ada, name: 'x' }),
  'a node with others': (model) =>
    model('User').create({
      ...ada,
      WROTE: {
        create: [
          { ...post, title: 'One' },
          { tenant: 'red', id: 8, title: 'Two' },
        ],
      },
      FOLLOWS: { create: { id: 2, fullName: 'Bob', $relationship: { since: '2026-01-02', weight: 1 } } },
    }),
  'others of others': (model) =>
    model('User').create(
      {
        ...ada,
        WROTE: {
          create: {
            ...post,
            title: 'One',
            TAGGED: {
              create: { name: 'a' },
              connect: [{ name: 'b' }, 'c'],
              connectOrCreate: { by: { name: 'd' }, create: {} },
            },
          },
        },
      },
      { include: { WROTE: { select: { title: true } } } },
    ),
  'what is there': (model) =>
    model('User').create({
      ...ada,
      WROTE: { connect: post },
      LIKES: {
        connect: [
          { $label: 'Post', ...post },
          { $label: 'Tag', name: 'x' },
        ],
      },
      '<FOLLOWS': {
        connect: [
          { id: 2, $relationship: { since: '2026-01-02' } },
          { id: 3, $relationship: { since: '2026-01-02', weight: 2 } },
        ],
      },
    }),
  'what is there, or not': (model) =>
    model('User').create({
      ...ada,
      FOLLOWS: {
        connectOrCreate: { by: { id: 2 }, create: { fullName: 'Bob' }, $relationship: { since: '2026-01-02' } },
      },
    }),
  'many nodes': (model) =>
    model('User').createMany([ada, { id: 2, fullName: 'Bob', score: 2, home: new Point(4326, 1, 2) }]),
  'many nodes with others': (model) =>
    model('Post').createMany([
      { ...post, title: 'One', TAGGED: { connect: [{ name: 'a' }, { name: 'b' }] } },
      { tenant: 'red', id: 8n, title: 'Two', '<WROTE': { create: ada } },
    ]),
  'a change': (model) => model('User').update(1, { fullName: 'Bea', age: null, at: '2026-01-02T03:04:05Z' }),
  'a sum': (model) =>
    model('User').update(1, { visits: { increment: 1 }, score: { increment: 0.5 } }, { select: { id: true } }),
  'a change of a version': (model) => model('User').update(1, { age: 3 }, { version: 4, select: { id: true } }),
  'a change of no version': (model) => model('User').update(1, { age: 3 }, { version: null, select: { id: true } }),
  'a key of two': (model) => model('Post').update(post, { title: 'Two' }, { select: { id: true } }),
  'a change of relations': (model) =>
    model('Post').update(
      post,
      {
        title: 'Two',
        TAGGED: { disconnect: { name: 'a' }, connect: { name: 'b' }, create: { name: 'c' } },
        '<WROTE': { disconnect: true },
      },
      { select: { id: true } },
    ),
  'a set of relations': (model) =>
    model('Tag').update('x', { '<TAGGED': { set: [post, { tenant: 'red', id: 8n }] }, '<LIKES': { set: [] } }),
  'a delete of related nodes': (model) =>
    model('User').update(
      1,
      { WROTE: { delete: post }, LIKES: { delete: [{ $label: 'Tag', name: 'x' }], detach: true } },
      { select: { id: true } },
    ),
  'many changes': (model) =>
    model('User').updateMany({
      where: { age: { gte: 18 }, WROTE: { some: { title: 'One' } } },
      data: { fullName: 'x', visits: { increment: 2 } },
    }),
  'changes of all': (model) => model('Tag').updateMany({ all: true, data: { name: 'x' } }),
  'an upsert': (model) =>
    model('User').upsert(
      { create: { ...ada, visits: 1 }, update: { visits: { increment: 1 } } },
      { select: { id: true } },
    ),
  'an upsert of a key': (model) => model('Tag').upsert({ create: { name: 'x' }, update: {} }),
  'an upsert with relations': (model) =>
    model('Tag').upsert({
      create: { name: 'x', '<TAGGED': { connect: post } },
      update: { '<LIKES': { disconnect: true }, '<TAGGED': { create: { ...post, title: 'One' } } },
    }),
  'a delete': (model) => model('User').delete(1),
  'a delete with relationships': (model) => model('Post').delete(post, { detach: true }),
  'many deletes': (model) => model('Post').deleteMany({ where: { title: { startsWith: 'x' } } }),
  'deletes of all': (model) => model('Post').deleteMany({ all: true, detach: true }),
  'a relationship': (model) => model('User').connect(1, 'FOLLOWS', [2, 3], { since: '2026-01-02' }),
  'no relationship': (model) => model('User').disconnect(1, '<FOLLOWS', 2),
  'these relationships': (model) => model('Post').set(post, 'TAGGED', ['a', 'b']),
}

/** What is sent first, before anybody knows that nothing answers. */
const written = async (dialect: Dialect): Promise<string> => {
  const texts: string[] = []
  for (const [name, ask] of Object.entries(asked)) {
    const { executor, model } = shopOn(dialect)
    await ask(model).catch(() => undefined)
    const [request] = executor.requests
    if (request === undefined)
      throw new Error(`'${name}' sent nothing`, { cause: await ask(model).catch((error: unknown) => error) })
    texts.push(`// ${name}\n${request.text}\n`)
  }
  return texts.join('\n')
}

test.each([
  ['neo4j', neo4j],
  ['grafeo', grafeo],
] as const)('what is sent to %s', async (name, dialect) => {
  await expect(await written(dialect)).toMatchFileSnapshot(`write.${name}.cypher`)
})

test('names are quoted, wherever they stand', async () => {
  const { executor, model } = shopOn(neo4j)
  const data = { 'a`b': 1, 'x: 1}) DETACH DELETE (n': 'y' }
  const one = { ...data, 'R`S': { create: { 'a`b': 2, $relationship: { 'a`b': 3 } } } }
  await model('Odd `Label')
    .create(one)
    .catch(() => undefined)
  await model('Odd `Label')
    .update(1, data)
    .catch(() => undefined)
  expect(executor.requests.map(({ text }) => text).filter((text) => /CREATE|SET/.test(text))).toMatchInlineSnapshot(`
    [
      "CREATE (n:\`Odd \`\`Label\` {\`a\`\`b\`: $p1, \`x: 1}) DETACH DELETE (n\`: $p2})
    FOREACH (r1 IN $p3 | CREATE (n)-[:\`R\`\`S\` {\`a\`\`b\`: r1.relationship.\`a\`\`b\`}]->(:\`Odd \`\`Label\` {\`a\`\`b\`: r1.node.\`a\`\`b\`}))
    WITH n
    RETURN n.\`a\`\`b\` AS \`a\`\`b\`, n.\`x: 1}) DETACH DELETE (n\` AS \`x: 1}) DETACH DELETE (n\`",
      "MATCH (n:\`Odd \`\`Label\` {\`a\`\`b\`: $p1})
    SET n.\`a\`\`b\` = $p2, n.\`x: 1}) DETACH DELETE (n\` = $p3
    RETURN n.\`a\`\`b\` AS \`a\`\`b\`, n.\`x: 1}) DETACH DELETE (n\` AS \`x: 1}) DETACH DELETE (n\`",
    ]
  `)
})

test('values are parameters, however they look', async () => {
  const { executor, model } = shopOn(neo4j)
  const hostile = "'); MATCH (n) DETACH DELETE n //"
  const data = (text: string) => ({
    id: 1,
    fullName: text,
    WROTE: { create: { tenant: text, id: 1n, title: text } },
    LIKES: { connect: { $label: 'Tag', name: text } },
  })
  await model('User')
    .create(data('x'))
    .catch(() => undefined)
  const [plain] = executor.requests
  const sent = executor.requests.length
  await model('User')
    .create(data(hostile))
    .catch(() => undefined)
  expect(executor.requests[sent]?.text).toBe(plain?.text)
  expect(
    JSON.stringify(executor.requests[sent]?.params, (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    ),
  ).toContain('DETACH')
})

test('a text grows with the shape of the data, not with its rows', async () => {
  const { executor, model } = shopOn(neo4j)
  const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `t${index}` }))
  for (const count of [1, 300])
    await model('Post')
      .create({ ...post, title: 'x', TAGGED: { create: tags(count), connect: tags(count) } })
      .catch(() => undefined)
  const texts = executor.requests.map(({ text }) => text).filter((text) => text.includes('CREATE'))
  expect(new Set(texts).size).toBe(1)
})
