import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { engines } from '../engines.ts'
import { graphOf, loose, openShop } from './shop.ts'

const day = new Date('2026-01-02T00:00:00Z')
const sixtyFour = Array.from({ length: 64 }, (_, index) => index)

describe.each(engines)('update on %s', (engine) => {
  it('changes what is given, and gives the row', async () => {
    await using db = await openShop(engine)
    const users = loose(db, 'User')
    await users.create({ id: 1, name: 'Ada', age: 36, tags: ['a'] })
    expect(await users.update(1, { name: 'Bea', age: null, score: 2 })).toMatchObject({
      name: 'Bea',
      age: null,
      tags: ['a'],
    })
    expect(await users.update({ id: 1 }, { visits: { increment: 2 } }, { select: { visits: true } })).toEqual({
      visits: 2,
    })
    expect(await users.update(1, { visits: { increment: -5 }, score: { increment: 0.5 } })).toMatchObject({
      visits: -3,
      score: 2.5,
    })
    expect(await users.update(1, {})).toMatchObject({ name: 'Bea' })
    await users.create({ id: 2, name: 'Bob' })
    await users.update(2, { score: { increment: 1 } })
    const half = 'MATCH (u:User {id: 2}) RETURN u.score / 2 AS half'
    expect(await db.cypher.as(half).one()).toEqual({ half: 0.5 })
    const seats = loose(db, 'Seat')
    await seats.create({ row: 'A', number: 1 })
    expect(await seats.update({ row: 'A', number: 1 }, { taken: true })).toEqual({ row: 'A', number: 1, taken: true })
  })

  it('says that there is none, and changes nothing', async () => {
    await using db = await openShop(engine)
    await loose(db, 'User').create({ id: 1, name: 'Ada' })
    await loose(db, 'Tag').create({ name: 'x' })
    const nobody = loose(db, 'User').update(2, { name: 'Eve', LIKES: { connect: { $label: 'Tag', name: 'x' } } })
    await expect(nobody).rejects.toMatchObject({
      code: 'RESULT_SHAPE',
      message: expect.stringContaining('there is no User with this id'),
    })
    const nothing = loose(db, 'User').update(1, { name: 'Eve', LIKES: { connect: { $label: 'Tag', name: 'y' } } })
    await expect(nothing).rejects.toMatchObject({
      code: 'RESULT_SHAPE',
      message: expect.stringContaining('LIKES.connect names a Tag'),
    })
    expect(await graphOf(db)).toEqual(['Tag x', 'User Ada'])
  })

  it('changes what a node is related to, in one statement', async () => {
    await using db = await openShop(engine)
    const posts = loose(db, 'Post')
    await loose(db, 'Tag').createMany(['a', 'b', 'c'].map((name) => ({ name })))
    await posts.create({ id: 1, title: 'One', TAGGED: { connect: [{ name: 'a' }, { name: 'b' }] } })
    await posts.update(1, {
      title: 'Two',
      TAGGED: { disconnect: { name: 'a' }, connect: { name: 'c' }, create: { name: 'd' } },
    })
    expect(await graphOf(db)).toEqual([
      'Post Two TAGGED b',
      'Post Two TAGGED c',
      'Post Two TAGGED d',
      'Tag a',
      'Tag b',
      'Tag c',
      'Tag d',
    ])
    await posts.update(1, { TAGGED: { set: [{ name: 'a' }, { name: 'c' }] } })
    expect(await graphOf(db)).toEqual(['Post Two TAGGED a', 'Post Two TAGGED c', 'Tag a', 'Tag b', 'Tag c', 'Tag d'])
    await posts.update(1, {
      TAGGED: {
        connectOrCreate: [
          { by: { name: 'c' }, create: {} },
          { by: { name: 'e' }, create: { color: 'red' } },
        ],
        delete: { name: 'a' },
      },
    })
    expect(await graphOf(db)).toEqual(['Post Two TAGGED c', 'Post Two TAGGED e', 'Tag b', 'Tag c', 'Tag d', 'Tag e'])
    const row = await posts.update(1, { TAGGED: { disconnect: true } }, { include: { TAGGED: true } })
    expect(row).toEqual({ id: 1, title: 'Two', TAGGED: [] })
  })

  it('tells far ends of several labels apart', async () => {
    await using db = await openShop(engine)
    await loose(db, 'Tag').create({ name: 'x' })
    await loose(db, 'Post').create({ id: 1, title: 'One' })
    const users = loose(db, 'User')
    await users.create({
      id: 1,
      name: 'Ada',
      LIKES: {
        connect: [
          { $label: 'Tag', name: 'x' },
          { $label: 'Post', id: 1, $relationship: { stars: 4 } },
        ],
      },
    })
    await users.update(1, { LIKES: { set: [{ $label: 'Post', id: 1 }] } })
    expect(await graphOf(db)).toEqual(['Post One', 'Tag x', 'User Ada LIKES stars 4 One'])
    await users.update(1, {
      LIKES: {
        disconnect: [
          { $label: 'Post', id: 1 },
          { $label: 'Tag', name: 'x' },
        ],
      },
    })
    expect(await graphOf(db)).toEqual(['Post One', 'Tag x', 'User Ada'])
    await expect(users.update(1, { LIKES: { connect: { id: 1 } } })).rejects.toMatchObject({
      issues: [{ path: ['LIKES', 'connect'], message: 'needs $label, as LIKES leads to several: Post, Tag' }],
    })
  })

  it('deletes related nodes alone, or with all that they are related to', async () => {
    await using db = await openShop(engine)
    await loose(db, 'User').create({
      id: 1,
      name: 'Ada',
      WROTE: {
        create: [
          { id: 1, title: 'One' },
          { id: 2, title: 'Two', TAGGED: { create: { name: 'x' } } },
        ],
      },
    })
    const users = loose(db, 'User')
    const failed = users.update(1, { name: 'Bea', WROTE: { delete: [{ id: 1 }, { id: 2 }] } })
    await expect(failed).rejects.toMatchObject({
      code: 'CONSTRAINT',
      label: 'Post',
      message: expect.stringContaining('WROTE.delete: a Post still has other relationships'),
    })
    expect(await graphOf(db)).toEqual([
      'Post One',
      'Post Two TAGGED x',
      'Tag x',
      'User Ada WROTE One',
      'User Ada WROTE Two',
    ])
    await users.update(1, { WROTE: { delete: { id: 1 } } })
    await users.update(1, { WROTE: { delete: { id: 2 }, detach: true } })
    expect(await graphOf(db)).toEqual(['Tag x', 'User Ada'])
  })

  it('makes room where there is one at most', async () => {
    await using db = await openShop(engine, { Post: { relations: { author: { type: '<WROTE', one: true } } } })
    await loose(db, 'User').createMany([
      { id: 1, name: 'Ada' },
      { id: 2, name: 'Bob' },
    ])
    const posts = loose(db, 'Post')
    await posts.create({ id: 1, title: 'One', author: { connect: { id: 1 } } })
    const row = await posts.update(
      1,
      { author: { connect: { id: 2 } } },
      { include: { author: { select: { name: true } } } },
    )
    expect(row).toMatchObject({ author: { name: 'Bob' } })
    await posts.update(1, { author: { create: { id: 3, name: 'Cy' } } })
    expect(await graphOf(db)).toEqual(['Post One', 'User Ada', 'User Bob', 'User Cy WROTE One'])
    await expect(posts.update(1, { author: { connect: [{ id: 1 }, { id: 2 }] } })).rejects.toMatchObject({
      issues: [{ path: ['author'], message: 'takes one at most' }],
    })
  })

  it('loses no increment of 64 at once', async () => {
    await using db = await openShop(engine)
    const users = loose(db, 'User')
    await users.create({ id: 1, name: 'Ada', visits: null })
    await Promise.all(sixtyFour.map(() => users.update(1, { visits: { increment: 1 } })))
    expect(await users.get(1)).toMatchObject({ visits: 64 })
    await Promise.all(sixtyFour.map(() => db.write((tx) => loose(tx, 'User').update(1, { visits: { increment: 1 } }))))
    expect(await users.get(1)).toMatchObject({ visits: 128 })
  })
})

describe.each(engines)('versions on %s', (engine) => {
  const declared = { User: { version: 'version' } }

  it('a loser is told which version there is', async () => {
    await using db = await openShop(engine, declared)
    const users = loose(db, 'User')
    const first = await users.create({ id: 1, name: 'Ada' })
    expect(await users.update(1, { name: 'Bea' }, { version: 1 })).toMatchObject({ name: 'Bea', version: 2 })
    const late = users.update(1, { name: 'Eve' }, { ...first })
    await expect(late).rejects.toMatchObject({
      code: 'CONFLICT',
      expected: 1,
      actual: 2,
      retryable: false,
      outcome: 'rolled back',
    })
    expect(await users.get(1)).toMatchObject({ name: 'Bea', version: 2 })
    expect(await users.update(1, { name: 'Cy' })).toMatchObject({ version: 3 })
    await expect(users.update(9, { name: 'Eve' }, { version: 1 })).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
  })

  it('a loser in a transaction writes nothing, and the transaction is not run again', async () => {
    await using db = await openShop(engine, declared)
    await loose(db, 'User').create({ id: 1, name: 'Ada' })
    let runs = 0
    const failing = db.write(async (tx) => {
      runs++
      await loose(tx, 'User').create({ id: 2, name: 'Bob' })
      await loose(tx, 'User').update(1, { name: 'Eve' }, { version: 4 })
    })
    await expect(failing).rejects.toMatchObject({ code: 'CONFLICT', expected: 4, actual: 1 })
    expect([runs, await loose(db, 'User').count()]).toEqual([1, 1])
  })

  it('of 64 who read the same one wins', async () => {
    await using db = await openShop(engine, declared)
    const users = loose(db, 'User')
    await users.create({ id: 1, name: 'Ada' })
    const tries = await Promise.allSettled(
      sixtyFour.map((age) => users.update(1, { age }, { version: 1, select: { age: true, version: true } })),
    )
    const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    const lost = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason as GraphError] : []))
    expect(won).toHaveLength(1)
    expect(won[0]).toMatchObject({ version: 2 })
    for (const error of lost) expect(error).toMatchObject({ code: 'CONFLICT', expected: 1, actual: 2 })
    expect(await users.get(1, { select: { age: true, version: true } })).toEqual(won[0])
  })

  it('a node without a version has null for one', async () => {
    await using db = await openShop(engine, declared)
    const users = loose(db, 'User')
    await db.cypher.as<never>("CREATE (:User {id: 1, name: 'Ada'})").execute()
    await expect(users.update(1, { name: 'Eve' }, { version: 1 })).rejects.toMatchObject({ expected: 1, actual: null })
    expect(await users.update(1, { name: 'Bea' }, { version: null })).toMatchObject({ name: 'Bea', version: 1 })
  })

  it('modify computes again on what another left', async () => {
    await using db = await openShop(engine, declared)
    const users = loose(db, 'User')
    await users.create({ id: 1, name: 'Ada', visits: 0 })
    const add = () => users.modify(1, ({ visits }) => ({ visits: Number(visits) + 1 }), { retries: 64 })
    await Promise.all(sixtyFour.slice(0, 8).map(add))
    expect(await users.get(1)).toMatchObject({ visits: 8, version: 9 })
    let calls = 0
    const beaten = users.modify(
      1,
      async () => {
        calls++
        await users.update(1, { visits: { increment: 1 } })
        return { name: 'Eve' }
      },
      { retries: 2 },
    )
    await expect(beaten).rejects.toMatchObject({ code: 'CONFLICT', attempts: [{}, {}, {}] })
    expect(calls).toBe(3)
    await expect(users.modify(5, () => ({}))).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
    await expect(loose(db, 'Post').modify(1, () => ({}))).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('modify goes by a version'),
    })
  })
})

describe.each(engines)('connect, disconnect and set on %s', (engine) => {
  it('say what they made and ended', async () => {
    await using db = await openShop(engine, { User: { version: 'version' } })
    const users = loose(db, 'User')
    await users.createMany([1, 2, 3].map((id) => ({ id, name: `u${id}` })))
    expect(await users.connect(1, 'FOLLOWS', [2, { id: 3 }], { since: day })).toMatchObject({
      connected: 2,
      disconnected: 0,
    })
    expect(await users.connect(1, 'FOLLOWS', 2, { since: day, weight: 2 })).toMatchObject({ connected: 0 })
    expect(await graphOf(db)).toEqual([
      'User u1 FOLLOWS since 2026-01-02 u3',
      'User u1 FOLLOWS since 2026-01-02 weight 2 u2',
      'User u2',
      'User u3',
    ])
    expect(await users.disconnect(2, '<FOLLOWS', [1])).toMatchObject({ connected: 0, disconnected: 1 })
    expect(await users.disconnect(2, '<FOLLOWS', [1])).toMatchObject({
      disconnected: 0,
      counters: { relationshipsDeleted: 0 },
    })
    expect(await users.set(1, 'FOLLOWS', [2], { since: day })).toMatchObject({ connected: 1, disconnected: 1 })
    expect(await users.set(1, 'FOLLOWS', [], { since: day })).toMatchObject({ connected: 0, disconnected: 1 })
    expect(await users.get(1)).toMatchObject({ version: 1 })
    expect(await graphOf(db)).toEqual(['User u1', 'User u2', 'User u3'])
  })

  it('refuse what is not there', async () => {
    await using db = await openShop(engine)
    const users = loose(db, 'User')
    await users.create({ id: 1, name: 'Ada' })
    await expect(users.connect(1, 'FOLLOWS', 2, { since: day })).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
    await expect(users.connect(2, 'FOLLOWS', 1, { since: day })).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
    await expect(users.disconnect(2, 'FOLLOWS', 1)).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
    await expect(users.connect(1, 'FOLOWS', 2)).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining("no relation 'FOLOWS'"),
    })
    await expect(users.connect(1, 'FOLLOWS', 1)).rejects.toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('$relationship.since is missing'),
    })
  })
})

describe.each(engines)('delete on %s', (engine) => {
  it('takes a node away, and its relationships where that is said', async () => {
    await using db = await openShop(engine)
    const users = loose(db, 'User')
    await users.create({ id: 1, name: 'Ada', WROTE: { create: { id: 1, title: 'One' } } })
    await users.create({ id: 2, name: 'Bob' })
    expect(await users.delete(2)).toMatchObject({ deleted: 1, counters: { nodesDeleted: 1 } })
    expect(await users.delete(2)).toMatchObject({ deleted: 0 })
    const error: unknown = await users.delete(1).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(GraphError)
    expect(error).toMatchObject({
      code: 'CONSTRAINT',
      label: 'User',
      message: 'this User still had 1 relationship, so nothing was deleted: say detach: true to delete them too',
    })
    expect(await graphOf(db)).toEqual(['Post One', 'User Ada WROTE One'])
    expect(await users.delete(1, { detach: true })).toMatchObject({ deleted: 1, counters: { relationshipsDeleted: 1 } })
    expect(await graphOf(db)).toEqual(['Post One'])
  })

  it('lets a transaction go on after it refused', async () => {
    await using db = await openShop(engine)
    await loose(db, 'User').create({ id: 1, name: 'Ada', WROTE: { create: { id: 1, title: 'One' } } })
    await db.write(async (tx) => {
      await expect(loose(tx, 'User').delete(1)).rejects.toMatchObject({ code: 'CONSTRAINT' })
      await loose(tx, 'User').create({ id: 2, name: 'Bob' })
    })
    expect(await loose(db, 'User').count()).toBe(2)
  })
})
