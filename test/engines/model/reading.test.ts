import { GraphError } from '@motif/core'
import { models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { seed } from '../golden/seed.ts'
import { type Social, social } from '../golden/social.ts'
import { type LooseModel, looseModel } from './loose.ts'

const declarations = {
  User: { key: 'id', relations: { followers: '<FOLLOWS', best: { type: 'KNOWS', one: true } } },
  Post: { key: 'id', fields: { headline: 'title' }, relations: { author: { type: '<WROTE', one: true } } },
} as const

const [ada, bob, cy] = [
  { id: 1, name: 'Ada', age: 36 },
  { id: 2, name: 'Bob', age: 17 },
  { id: 3, name: 'Cy', age: null },
]
const first = { id: 10, headline: 'first', tags: ['x', 'y'], at: new Date('2026-01-02T03:04:05Z') }
const second = { id: 11, headline: 'second', tags: [], at: new Date('2026-02-03T04:05:06Z') }

/** One comment by nobody, which Bob and Ada like, on the second post. */
const more = `MATCH (ada:User {id: 1}), (bob:User {id: 2}), (post:Post {id: 11})
  CREATE (c:Comment {text: 'aye'})-[:ON]->(post), (bob)-[:LIKES {stars: 1}]->(c), (ada)-[:LIKES {stars: 5}]->(c)`

describe.each(engines)('reads of models on %s', (engine) => {
  let db: Database<Social>
  let users: LooseModel
  let posts: LooseModel
  beforeAll(async () => {
    db = await emptyGraph<Social>(engine, { schema: social, extend: models<Social>()(declarations) })
    for (const text of [seed, more]) await db.cypher.as<never>(text).execute()
    users = looseModel(db, 'User')
    posts = looseModel(db, 'Post')
  })
  afterAll(() => db.close())

  const ids = async (where: object): Promise<unknown[]> =>
    (await users.find({ where, select: { id: true }, orderBy: 'id' })).map(({ id }) => id)

  test('all properties, by their fields', async () => {
    expect(await users.find({ orderBy: 'id' })).toEqual([ada, bob, cy])
    expect(await posts.find({ orderBy: { headline: 'desc' } })).toEqual([second, first])
  })

  test('one, by key or condition', async () => {
    expect(await users.get(2)).toEqual(bob)
    expect(await users.get({ id: 2 }, { select: { name: true } })).toEqual({ name: 'Bob' })
    expect(await users.get(9)).toBeUndefined()
    expect(await users.getOrThrow(1)).toEqual(ada)
    await expect(users.getOrThrow(9)).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
    expect(await users.findFirst({ orderBy: { age: 'desc' }, where: { age: { ne: null } } })).toEqual(ada)
    expect(await users.findFirst({ where: { name: 'Nobody' } })).toBeUndefined()
    expect(await users.findOrThrow({ where: { name: 'Cy' } })).toEqual(cy)
    await expect(users.findOrThrow({ where: { name: 'Nobody' } })).rejects.toThrow(GraphError)
  })

  test('several by key, in their order, each with what is included', async () => {
    expect(await users.getMany([3, 9, 1, 3])).toEqual([cy, undefined, ada, cy])
    expect(await users.getMany([2, 1], { select: { name: true, WROTE: { select: { headline: true } } } })).toEqual([
      { name: 'Bob', WROTE: [{ headline: 'second' }] },
      { name: 'Ada', WROTE: [{ headline: 'first' }] },
    ])
    expect(await users.getMany([])).toEqual([])
    expect(await users.getMany([2])).toEqual([bob])
  })

  test.each<[object, number[]]>([
    [{}, [1, 2, 3]],
    [{ name: 'Ada' }, [1]],
    [{ age: null }, [3]],
    [{ age: { ne: null } }, [1, 2]],
    [{ age: { gte: 17, lt: 36 } }, [2]],
    [{ age: { ne: 17 } }, [1]],
    [{ id: { in: [1, 3, 5] } }, [1, 3]],
    [{ id: { in: [] } }, []],
    [{ id: { notIn: [1] } }, [2, 3]],
    [{ name: { contains: 'd' } }, [1]],
    [{ name: { startsWith: 'B' } }, [2]],
    [{ name: { endsWith: 'y' } }, [3]],
    [{ name: { matches: '[AB].*' } }, [1, 2]],
    [{ name: { eq: 'aDA', insensitive: true } }, [1]],
    [{ name: { in: ['ADA', 'cy'], insensitive: true } }, [1, 3]],
    [{ name: { contains: 'O', insensitive: true } }, [2]],
    [{ name: { matches: 'b.B', insensitive: true } }, [2]],
    [{ or: [{ name: 'Ada' }, { age: null }] }, [1, 3]],
    [{ or: [] }, []],
    [{ and: [] }, [1, 2, 3]],
    [{ and: [{ age: { gt: 1 } }, { name: 'Bob' }] }, [2]],
    [{ not: { name: 'Ada' } }, [2, 3]],
    [{ not: {} }, []],
    [{ not: { age: { gt: 20 } } }, [2]],
    [{ not: { or: [{ id: 1 }, { id: 2 }] } }, [3]],
    [{ WROTE: { some: {} } }, [1, 2]],
    [{ WROTE: { none: {} } }, [3]],
    [{ WROTE: { some: { headline: 'first' } } }, [1]],
    [{ WROTE: { every: { headline: 'first' } } }, [1, 3]],
    [{ WROTE: { every: { headline: 'first' }, some: {} } }, [1]],
    [{ FOLLOWS: { every: { age: { gt: 16 } } } }, [1, 2, 3]],
    [{ KNOWS: { every: { age: { gt: 16 } } } }, [2, 3]],
    [{ KNOWS: { some: { age: null } } }, [1]],
    [{ followers: { some: { id: 1 } } }, [2]],
    [{ '<FOLLOWS': { some: { WROTE: { some: { tags: { has: 'x' } } } } } }, [2]],
    [{ KNOWS: { some: { $relationship: { weight: { gt: 0.3 } } } } }, [1]],
    [{ LIKES: { some: { $relationship: { stars: 4 }, headline: 'first' } } }, [2]],
    [{ LIKES: { some: { text: 'aye' } } }, [1, 2]],
    [{ LIKES: { label: 'Post', some: {} } }, [2]],
    [{ LIKES: { label: 'Comment', none: {} } }, [3]],
    [{ not: { WROTE: { some: { at: { gt: new Date('2026-01-31') } } } } }, [1, 3]],
    [{ FOLLOWS: { some: { $relationship: { since: new Date('2020-05-06') } } } }, [1]],
  ])('where %j', async (where, found) => {
    expect(await ids(where)).toEqual(found)
    expect(await users.count({ where })).toBe(found.length)
    expect(await users.exists({ where })).toBe(found.length > 0)
  })

  test.each<[object, number[]]>([
    [{ has: 'x' }, [10]],
    [{ hasSome: ['z', 'y'] }, [10]],
    [{ hasSome: [] }, []],
    [{ hasEvery: ['x', 'y'] }, [10]],
    [{ hasEvery: ['x', 'z'] }, []],
    [{ hasEvery: [] }, [10, 11]],
    [{ isEmpty: true }, [11]],
    [{ isEmpty: false }, [10]],
    [{ eq: ['x', 'y'] }, [10]],
  ])('where a list %j', async (tags, found) => {
    const rows = await posts.find({ where: { tags }, select: { id: true }, orderBy: 'id' })
    expect(rows.map(({ id }) => id)).toEqual(found)
  })

  test('relations to any depth, each level with what it asks', async () => {
    const rows = await users.find({
      orderBy: { name: 'desc' },
      limit: 2,
      include: {
        best: { select: { name: true } },
        WROTE: {
          orderBy: { at: 'desc' },
          limit: 1,
          include: { '<LIKES': { relationship: true, select: { name: true } } },
        },
        '<FOLLOWS': {
          relationship: true,
          orderBy: { $relationship: { since: 'asc' } },
          select: { name: true, WROTE: { where: { tags: { has: 'x' } }, select: { at: true, author: true } } },
        },
        KNOWS: { count: true },
      },
    })
    expect(rows).toEqual([
      { ...cy, best: { name: 'Bob' }, WROTE: [], '<FOLLOWS': [], KNOWS: 1 },
      {
        ...bob,
        best: null,
        WROTE: [{ ...second, '<LIKES': [] }],
        '<FOLLOWS': [
          { name: 'Ada', WROTE: [{ at: first.at, author: ada }], $relationship: { since: new Date('2020-05-06') } },
        ],
        KNOWS: 0,
      },
    ])
  })

  test('rows across a relation to several labels have what their own nodes have', async () => {
    const [row] = await users.find({
      where: { id: 2 },
      select: { LIKES: { relationship: true, orderBy: { $relationship: { stars: 'asc' } } } },
    })
    expect(row).toEqual({
      LIKES: [
        { text: 'aye', $relationship: { stars: 1 } },
        { ...first, $relationship: { stars: 4 } },
      ],
    })
    const deeper = {
      select: { text: true, headline: true, ON: { select: { headline: true } }, '<WROTE': { count: true } },
    }
    expect(await users.get(2, { select: { LIKES: { ...deeper, orderBy: 'headline' } } })).toEqual({
      LIKES: [
        { headline: 'first', '<WROTE': 1 },
        { text: 'aye', ON: [{ headline: 'second' }] },
      ],
    })
    expect(await users.get(2, { select: { LIKES: { label: 'Comment' } } })).toEqual({ LIKES: [{ text: 'aye' }] })
  })

  test('order, with null greater than all else', async () => {
    const by = async (orderBy: unknown): Promise<unknown[]> =>
      (await users.find({ orderBy, select: { id: true } })).map(({ id }) => id)
    expect(await by('age')).toEqual([2, 1, 3])
    expect(await by({ age: 'desc' })).toEqual([3, 1, 2])
    expect(await by(['age', { id: 'desc' }])).toEqual([2, 1, 3])
    expect((await users.find({ orderBy: 'id', skip: 1, limit: 1 })).map(({ id }) => id)).toEqual([2])
    expect(await users.find({ limit: 0 })).toEqual([])
  })

  test('aggregates, of all and of groups', async () => {
    expect(await users.aggregate({ count: true, sum: ['age'], avg: ['age'], min: ['name'], max: ['age'] })).toEqual([
      { count: 3, sum: { age: 53 }, avg: { age: 26.5 }, min: { name: 'Ada' }, max: { age: 36 } },
    ])
    const groups = await users.aggregate({ by: ['age'], count: true, where: { id: { gt: 1 } } })
    expect(groups).toHaveLength(2)
    expect(groups).toEqual(
      expect.arrayContaining([
        { age: 17, count: 1 },
        { age: null, count: 1 },
      ]),
    )
    expect(await users.aggregate({ where: { id: 99 }, sum: ['age'], count: true, max: ['name'] })).toEqual([
      { count: 0, sum: { age: 0 }, max: { name: null } },
    ])
    expect(await posts.aggregate({ max: ['at'] })).toEqual([{ max: { at: second.at } }])
    expect(await users.aggregate({ by: ['id', 'id'], where: { id: 1 }, sum: ['age', 'age'] })).toEqual([
      { id: 1, sum: { age: 36 } },
    ])
  })

  test('rows as they come', async () => {
    const seen: unknown[] = []
    for await (const row of users.stream({ orderBy: 'id', select: { name: true } })) {
      seen.push(row)
      if (seen.length === 2) break
    }
    expect(seen).toEqual([{ name: 'Ada' }, { name: 'Bob' }])
    expect(await users.count()).toBe(3)
  })

  test('nodes that carry two labels', async () => {
    expect(await looseModel(db, 'User', 'Admin').find()).toEqual([])
    await db.cypher.as<never>("CREATE (:User:Admin {id: 4, name: 'Di', level: 3})").execute()
    expect(await looseModel(db, 'User', 'Admin').find()).toEqual([{ id: 4, name: 'Di', age: null, level: 3 }])
    await db.cypher.as<never>('MATCH (n:User {id: 4}) DETACH DELETE n').execute()
  })

  test('inside a transaction, what it has written itself', async () => {
    await db
      .write(async (tx) => {
        await tx.cypher.as<never>("CREATE (:User {id: 5, name: 'Ed'})").execute()
        expect(await looseModel(tx, 'User').get(5)).toEqual({ id: 5, name: 'Ed', age: null })
        throw new Error('back')
      })
      .catch(() => undefined)
    expect(await users.get(5)).toBeUndefined()
  })
})
