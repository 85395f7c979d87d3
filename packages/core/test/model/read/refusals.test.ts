import { GraphError, neo4j } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { type Sent, shopOn } from './shop.ts'

const refusal = async (ask: (model: Sent['model']) => Promise<unknown>): Promise<string> => {
  const { executor, model } = shopOn(neo4j)
  const error = await ask(model).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(GraphError)
  expect(error).toMatchObject({ code: 'USAGE', outcome: 'not sent' })
  expect(executor.requests).toEqual([])
  return (error as GraphError).message
}

const fields = 'id, fullName, age, score, seen, home, tags, secret, active'
const relations = 'FOLLOWS, <FOLLOWS, WROTE, <R`S, followers, boss'
const operators =
  'eq, ne, in, notIn, lt, lte, gt, gte, contains, startsWith, endsWith, matches, has, hasSome, hasEvery, isEmpty, within'

describe('what find() is not', () => {
  test.each<[unknown, string]>([
    [{ where: { name: 'x' } }, `where.name: User has no 'name': ${fields}, ${relations}`],
    [{ where: { full_name: 'x' } }, `where.full_name: User has no 'full_name': ${fields}, ${relations}`],
    [{ where: { constructor: 'x' } }, `where.constructor: User has no 'constructor': ${fields}, ${relations}`],
    [{ where: JSON.parse('{"__proto__": 1}') }, `where.__proto__: User has no '__proto__': ${fields}, ${relations}`],
    [{ where: { fullName: undefined } }, 'where.fullName is undefined: leave it out, or say null'],
    [{ where: { or: [{ id: undefined }] } }, 'where.or[0].id is undefined: leave it out, or say null'],
    [{ where: { id: { in: [1, undefined] } } }, 'where.id.in[1] is undefined: leave it out, or say null'],
    [{ where: undefined }, 'where is undefined: leave it out, or say null'],
    [{ where: 'x' }, 'where takes { … }'],
    [{ where: { id: { equals: 1 } } }, `where.id: there is no operator 'equals': ${operators}`],
    [{ where: { id: {} } }, `where.id says nothing: ${operators}`],
    [
      { where: { id: { gt: null } } },
      'where.id.gt is null, which compares with nothing: say { eq: null } or { ne: null }',
    ],
    [{ where: { id: { in: 1 } } }, 'where.id.in takes a list'],
    [
      { where: { id: { notIn: [1, null] } } },
      'where.id.notIn holds null, which equals nothing: say { eq: null } beside it, with or',
    ],
    [{ where: { id: { contains: 'a' } } }, "where.id: 'contains' is for text properties, and this is of type integer"],
    [{ where: { tags: { gt: 1 } } }, "where.tags: 'gt' is for ordered properties, and this is of type list"],
    [{ where: { fullName: { contains: 1 } } }, 'where.fullName.contains takes a string'],
    [
      { where: { id: { eq: 1, insensitive: true } } },
      'where.id: insensitive goes with eq, ne, in, notIn, contains, startsWith, endsWith, matches of a text',
    ],
    [{ where: { tags: { isEmpty: 1 } } }, 'where.tags.isEmpty takes true or false'],
    [{ where: { home: { within: { metres: 1 } } } }, 'where.home.within takes { point, metres }'],
    [{ where: { and: { id: 1 } } }, 'where.and takes a list of conditions'],
    [{ where: { WROTE: {} } }, 'where.WROTE takes some, every, none of related nodes'],
    [{ where: { WROTE: { title: 'x' } } }, "where.WROTE takes some, every, none of related nodes, not 'title'"],
    [
      { where: { WROTE: { some: { name: 1 } } } },
      "where.WROTE.some.name: Post | Comment has no 'name': tenant, id, title, at, text, <WROTE, <ON, ON",
    ],
    [{ where: { WROTE: { some: {}, label: 'User' } } }, "WROTE does not lead to 'User': it leads to Post, Comment"],
    [{ where: { $relationship: {} } }, 'where.$relationship: there is no relationship here that leads to these nodes'],
    [
      { where: { FOLLOWS: { some: { $relationship: { when: 1 } } } } },
      "where.FOLLOWS.some.$relationship.when: FOLLOWS has no property 'when': since, weight",
    ],
    [{ select: { name: true } }, `select.name: User has no 'name': ${fields}, ${relations}`],
    [{ select: {} }, `select names nothing: ${fields}, ${relations}`],
    [{ select: { id: false } }, `select names nothing: ${fields}, ${relations}`],
    [
      { select: { id: true }, include: {} },
      'select: select names all that is wanted, include adds to all properties: say one of them',
    ],
    [{ select: { id: { where: {} } } }, 'select.id is a property: true, or nothing'],
    [{ include: { WROTE: 1 } }, 'include.WROTE takes true or { … }'],
    [
      { include: { WROTE: { wehre: {} } } },
      'include.WROTE.wehre: there is select, include, where, orderBy, limit, skip, relationship, label, count',
    ],
    [{ include: { WROTE: { count: true, limit: 1 } } }, 'include.WROTE.limit: there is count, where, label'],
    [{ include: { boss: { limit: 1 } } }, 'include.boss.limit: there is one at most'],
    [{ include: { WROTE: { limit: -1 } } }, 'include.WROTE.limit takes a whole number of rows, 0 or more'],
    [
      { include: { FOLLOWS: { include: { WROTE: { select: { name: true } } } } } },
      "include.FOLLOWS.include.WROTE.select.name: Post | Comment has no 'name': tenant, id, title, at, text, <WROTE, <ON, ON",
    ],
    [{ orderBy: 'name' }, `orderBy: User has no property 'name': ${fields}`],
    [{ orderBy: { id: 'down' } }, "orderBy: 'id' is sorted 'asc' or 'desc'"],
    [{ orderBy: { $relationship: { since: 'asc' } } }, 'orderBy: there is no relationship here to sort by'],
    [{ limit: 1.5 }, 'limit takes a whole number of rows, 0 or more'],
    [{ limit: '1' }, 'limit takes a whole number of rows, 0 or more'],
    [{ take: 1 }, "find() takes { where, select, include, orderBy, limit, skip }, not 'take'"],
    [7, 'find() takes { where, select, include, orderBy, limit, skip }'],
  ])('%j', async (given, message) => {
    expect(await refusal((model) => model('User').find(given))).toBe(message)
  })
})

describe('what other reads are not', () => {
  test.each<[string, string, (model: ReturnType<Sent['model']>) => Promise<unknown>, string]>([
    [
      'get without a key',
      'Comment',
      (model) => model.get(1),
      'Comment has no key: the graph has no such constraint, so models() has to be told: { Comment: { key } }',
    ],
    ['get of undefined', 'User', (model) => model.get(undefined), 'the key of User is id'],
    ['get of operators', 'User', (model) => model.get({ id: { gt: 0 } }), 'the key of User is id'],
    ['get of half a key', 'Post', (model) => model.get({ id: 1n }), 'the key of Post is tenant, id'],
    ['get of one value for two', 'Post', (model) => model.get(1), 'the key of Post is tenant, id'],
    [
      'get with options of find',
      'User',
      (model) => model.get(1, { where: {} }),
      "get() takes { select, include, fresh }, not 'where'",
    ],
    ['getMany of one', 'User', (model) => model.getMany(1), 'getMany() takes a list of keys'],
    ['count with more', 'User', (model) => model.count({ limit: 1 }), "count() takes { where }, not 'limit'"],
    ['page without size', 'User', (model) => model.page({}), 'size takes a whole number of rows, 0 or more'],
    ['page of none', 'User', (model) => model.page({ size: 0 }), 'page(): size is 1 or more'],
    [
      'page both ways',
      'User',
      (model) => model.page({ size: 1, after: 'a', before: 'b' }),
      'page() takes after or before, not both',
    ],
    [
      'page without a key',
      'Comment',
      (model) => model.page({ size: 1 }),
      'page() sorts by the key in the end, and Comment has none: declare { Comment: { key } }',
    ],
    [
      'page by a list',
      'User',
      (model) => model.page({ size: 1, orderBy: 'tags' }),
      "page() cannot keep its place by 'tags', which is of type list",
    ],
    [
      'a cursor that is none',
      'User',
      (model) => model.page({ size: 1, after: '%%%' }),
      'page() was given a cursor that is none of this model and order',
    ],
    [
      'a cursor that is no text',
      'User',
      (model) => model.page({ size: 1, after: 7 }),
      'page() was given a cursor that is none of this model and order',
    ],
    [
      'aggregate of nothing',
      'User',
      (model) => model.aggregate({ by: ['age'] }),
      'aggregate() asks for nothing: count, sum, avg, min, max',
    ],
    [
      'aggregate of what is not there',
      'User',
      (model) => model.aggregate({ sum: ['name'] }),
      `aggregate(): sum names 'name': User has ${fields}`,
    ],
  ])('%s', async (_, label, ask, message) => {
    expect(await refusal((model) => ask(model(label)))).toBe(message)
  })
})

test('a cursor of another order is refused', async () => {
  const order = btoa(JSON.stringify(['User +age +id', 3, 7]))
  const page = (given: object) => refusal((model) => model('User').page({ size: 1, after: order, ...given }))
  const message = 'page() was given a cursor that is none of this model and order'
  expect(await page({ orderBy: { age: 'desc' } })).toBe(message)
  expect(await page({ orderBy: 'score' })).toBe(message)
  const { model, executor } = shopOn(neo4j)
  await model('User').page({ size: 1, after: order, orderBy: 'age' })
  expect(executor.requests).toHaveLength(1)
})

test('a refusal that nobody asks for is no unhandled rejection', async () => {
  const { model } = shopOn(neo4j)
  const asked = model('User').find({ take: 1 })
  await new Promise((resolve) => setImmediate(resolve))
  await expect(asked).rejects.toThrow("not 'take'")
})
