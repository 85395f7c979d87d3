import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { engines } from '../engines.ts'
import { has } from '../lacks.ts'
import { graphOf, loose, openShop } from './shop.ts'

const users = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: from + index, name: `u${from + index}`, score: index }))

const unique = 'CREATE CONSTRAINT only_one FOR (u:User) REQUIRE u.id IS UNIQUE'

async function* streamed<T>(rows: Iterable<T>): AsyncGenerator<T> {
  for (const row of rows) yield await Promise.resolve(row)
}

describe.each(engines)('createMany on %s', (engine) => {
  it('creates in batches, and tells how far it is', async () => {
    await using db = await openShop(engine)
    const seen: object[] = []
    const made = await loose(db, 'User').createMany(users(0, 2500), {
      onProgress: (progress: object) => seen.push(progress),
    })
    expect(made).toMatchObject({ created: 2500, counters: { nodesCreated: 2500 } })
    expect(seen).toEqual([
      { created: 1000, total: 2500 },
      { created: 2000, total: 2500 },
      { created: 2500, total: 2500 },
    ])
    expect(await loose(db, 'User').count()).toBe(2500)
    expect(await db.cypher.as('MATCH (u:User {id: 1}) RETURN u.score / 2 AS half').one()).toEqual({ half: 0.5 })
    expect(await loose(db, 'User').createMany([])).toMatchObject({ created: 0, counters: { nodesCreated: 0 } })
  })

  it('takes what comes, row by row', async () => {
    await using db = await openShop(engine)
    const seen: object[] = []
    const options = { batchSize: 2, onProgress: (progress: object) => seen.push(progress) }
    expect(await loose(db, 'User').createMany(streamed(users(0, 5)), options)).toMatchObject({ created: 5 })
    expect(seen).toEqual([{ created: 2 }, { created: 4 }, { created: 5 }])
    expect(await loose(db, 'User').createMany(new Set(users(5, 7)), options)).toMatchObject({ created: 2 })
    expect(await loose(db, 'User').count()).toBe(7)
  })

  it('connects each row, in the same statement', async () => {
    await using db = await openShop(engine)
    await loose(db, 'Tag').createMany([{ name: 'a' }, { name: 'b' }])
    const posts = [
      { id: 1, title: 'One', TAGGED: { connect: [{ name: 'a' }, { name: 'b' }] } },
      { id: 2, title: 'Two' },
      { id: 3, title: 'Three', TAGGED: { connect: { name: 'a' } }, '<WROTE': { create: { id: 1, name: 'Ada' } } },
    ]
    expect(await loose(db, 'Post').createMany(posts)).toMatchObject({
      created: 3,
      counters: { relationshipsCreated: 4 },
    })
    expect(await graphOf(db)).toEqual([
      'Post One TAGGED a',
      'Post One TAGGED b',
      'Post Three TAGGED a',
      'Post Two',
      'Tag a',
      'Tag b',
      'User Ada WROTE Three',
    ])
    const missing = loose(db, 'Post').createMany([
      { id: 4, title: 'Four' },
      { id: 5, title: 'Five', TAGGED: { connect: { name: 'c' } } },
    ])
    await expect(missing).rejects.toMatchObject({
      code: 'RESULT_SHAPE',
      message: expect.stringContaining('[1].TAGGED.connect names a Tag that is not there'),
    })
    expect(await loose(db, 'Post').count()).toBe(3)
  })

  it('says how many stand where it fails in the middle', async () => {
    await using db = await openShop(engine)
    await db.cypher.as<never>(unique).execute()
    await loose(db, 'User').create({ id: 24, name: 'there' })
    const error: unknown = await loose(db, 'User')
      .createMany(users(0, 40), { batchSize: 10 })
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(GraphError)
    const named = has(engine, 'names of constraints')
    const why = named
      ? 'a User with the same id exists already'
      : 'a constraint is violated, and the server does not say which'
    expect(error).toMatchObject({
      code: 'CONSTRAINT',
      ...(named ? { label: 'User', properties: ['id'], values: { id: 24 } } : {}),
      batch: { index: 2, from: 20, to: 30, written: 20 },
      message: `rows 20 to 29 were not created, and the 20 before them are written: ${why}`,
    })
    expect(inspect(error)).not.toContain('u24')
    expect(await loose(db, 'User').count()).toBe(21)
  })

  it('takes all back inside a transaction, or where one is asked for', async () => {
    await using db = await openShop(engine)
    await db.cypher.as<never>(unique).execute()
    const twice = [...users(0, 15), { id: 3, name: 'again' }]
    const failing = [
      db.write((tx) => loose(tx, 'User').createMany(twice, { batchSize: 4 })),
      loose(db, 'User').createMany(twice, { batchSize: 4, transactions: 'one' }),
    ]
    for (const each of failing)
      await expect(each).rejects.toMatchObject({
        code: 'CONSTRAINT',
        batch: { index: 3, from: 12, to: 16, written: 0 },
      })
    expect(await loose(db, 'User').count()).toBe(0)
    expect(await loose(db, 'User').createMany(users(0, 9), { batchSize: 4, transactions: 'one' })).toMatchObject({
      created: 9,
    })
    await db.write((tx) => loose(tx, 'User').createMany(users(9, 20), { batchSize: 4 }))
    expect(await loose(db, 'User').count()).toBe(20)
    await expect(loose(db, 'User').createMany(streamed(users(0, 2)), { transactions: 'one' })).rejects.toMatchObject({
      code: 'USAGE',
    })
  })

  it('names every fault of every row, and sends nothing', async () => {
    await using db = await openShop(engine)
    const rows = [
      { id: 1, name: 'Ada' },
      { id: 1.5, name: null },
      { id: 3 },
      { id: 4, name: 'x', nme: 'y', age: undefined },
    ]
    await expect(loose(db, 'User').createMany(rows, { batchSize: 1 })).rejects.toMatchObject({
      code: 'VALIDATION',
      outcome: 'not sent',
      issues: [
        { index: 1, path: ['id'], message: 'is not a whole number' },
        { index: 1, path: ['name'], message: 'is not a text' },
        { index: 2, path: ['name'], message: 'is missing' },
        { index: 3, path: ['nme'], message: 'is no field or relation of User' },
        { index: 3, path: ['age'], message: 'is undefined: give null, or leave it out' },
      ],
    })
    expect(await loose(db, 'User').count()).toBe(0)
    const streaming = loose(db, 'User').createMany(streamed(rows), { batchSize: 1 })
    await expect(streaming).rejects.toMatchObject({
      code: 'VALIDATION',
      batch: { index: 1, from: 1, written: 1 },
      issues: [{ index: 1 }, { index: 1 }],
    })
    expect(await loose(db, 'User').count()).toBe(1)
  })
})

describe.each(engines)('a validator of zod on %s', (engine) => {
  const validate = z.object({
    id: z.number(),
    name: z.string().trim().min(2),
    score: z.number().optional(),
    full_name: z
      .string()
      .refine(async (name) => Promise.resolve(name !== 'taken'))
      .nullish(),
  })

  it('names all faults of all rows, and gives what is written', async () => {
    await using db = await openShop(engine, { User: { validate } })
    const model = loose(db, 'User')
    const rows = [
      { id: 1, name: ' Ada ' },
      { id: 2, name: 'x' },
      { id: 3, name: 'Cy', full_name: 'taken' },
    ]
    await expect(model.createMany(rows)).rejects.toMatchObject({
      code: 'VALIDATION',
      issues: [
        { index: 1, path: ['name'], message: expect.stringContaining('Too small') },
        { index: 2, path: ['full_name'], message: 'Invalid input' },
      ],
    })
    expect(await model.count()).toBe(0)
    expect(await model.create({ id: 1, name: ' Ada ' })).toMatchObject({ name: 'Ada' })
    await expect(model.update(1, { name: 'y' })).rejects.toMatchObject({ issues: [{ path: ['name'] }] })
    expect(await model.update(1, { name: 'Bea' })).toMatchObject({ name: 'Bea' })
  })
})

describe.each(engines)('updateMany and deleteMany on %s', (engine) => {
  it('change what meets a condition, and say how many', async () => {
    await using db = await openShop(engine, { User: { version: 'version' } })
    const model = loose(db, 'User')
    await model.createMany(users(0, 5))
    const changed = await model.updateMany({ where: { id: { gte: 3 } }, data: { visits: { increment: 2 }, age: 7 } })
    expect(changed).toMatchObject({ updated: 2, counters: { nodesCreated: 0 } })
    expect(await model.find({ where: { visits: 2 }, select: { id: true, version: true }, orderBy: 'id' })).toEqual([
      { id: 3, version: 2 },
      { id: 4, version: 2 },
    ])
    expect(await model.updateMany({ where: { id: 99 }, data: { age: 1 } })).toMatchObject({ updated: 0 })
    expect(await model.updateMany({ all: true, data: { age: null } })).toMatchObject({ updated: 5 })
    expect(await model.count({ where: { age: null } })).toBe(5)
  })

  it('delete what meets a condition, alone or with its relationships', async () => {
    await using db = await openShop(engine)
    const model = loose(db, 'User')
    await model.createMany(users(0, 4))
    await model.update(3, { WROTE: { create: { id: 1, title: 'One' } } })
    expect(await model.deleteMany({ where: { id: { lt: 2 } } })).toMatchObject({
      deleted: 2,
      counters: { nodesDeleted: 2 },
    })
    await expect(model.deleteMany({ where: { name: { startsWith: 'u' } } })).rejects.toMatchObject({
      code: 'CONSTRAINT',
      message: '2 nodes of User still had 1 relationship, so nothing was deleted: say detach: true to delete them too',
    })
    expect(await model.count()).toBe(2)
    expect(await model.deleteMany({ where: { WROTE: { some: {} } }, detach: true })).toMatchObject({ deleted: 1 })
    expect(await model.deleteMany({ all: true })).toMatchObject({ deleted: 1 })
    expect(await graphOf(db)).toEqual(['Post One'])
  })

  it('refuse what has no condition', async () => {
    await using db = await openShop(engine)
    const model = loose(db, 'User')
    await model.create({ id: 1, name: 'Ada' })
    for (const where of [
      {},
      { where: {} },
      { where: { and: [] } },
      { where: { id: undefined } },
      { were: { id: 1 } },
    ]) {
      await expect(model.updateMany({ ...where, data: { age: 1 } })).rejects.toMatchObject({ code: 'USAGE' })
      await expect(model.deleteMany(where)).rejects.toMatchObject({ code: 'USAGE' })
    }
    await expect(model.updateMany({ all: true, data: {} })).rejects.toMatchObject({ code: 'USAGE' })
    await expect(model.updateMany({ all: true, data: { WROTE: { disconnect: true } } })).rejects.toMatchObject({
      code: 'VALIDATION',
    })
    expect(await model.count()).toBe(1)
  })
})
