import { describe, expect, it } from 'vitest'
import { engines } from '../engines.ts'
import { has } from '../lacks.ts'
import { graphOf, loose, openShop } from './shop.ts'

const day = new Date('2026-01-02T00:00:00Z')

describe.each(engines)('create on %s', (engine) => {
  it('makes one node and gives its row', async () => {
    await using db = await openShop(engine)
    const at = new Date('2026-01-02T03:04:05.678Z')
    const data = { id: 1, name: 'Ada', score: 1, visits: 3, at, born: day, tags: ['a', "b'"] }
    const row = await loose(db, 'User').create(data)
    expect(row).toEqual({ ...data, full_name: null, age: null, version: null })
    expect(await loose(db, 'User').get(1)).toEqual(row)
    // A whole float is a float in the graph too.
    expect(await db.cypher.as('MATCH (u:User) RETURN u.score / 2 AS half').one()).toEqual({ half: 0.5 })
  })

  it('makes what it is related to at any depth, in one statement', async () => {
    await using db = await openShop(engine)
    await loose(db, 'User').create({ id: 1, name: 'Ada' })
    await loose(db, 'Tag').create({ name: 'old', color: 'red' })
    const row = await loose(db, 'User').create(
      {
        id: 2,
        name: 'Bob',
        WROTE: {
          create: [
            { id: 10, title: 'One', TAGGED: { create: { name: 'new' }, connect: [{ name: 'old' }] } },
            {
              id: 11,
              title: 'Two',
              '<LIKES': { connect: { id: 1, $relationship: { stars: 5 } } },
              TAGGED: {
                connectOrCreate: [
                  { by: { name: 'old' }, create: { color: 'blue' } },
                  { by: { name: 'fresh' }, create: { color: 'green' } },
                ],
              },
            },
          ],
        },
        FOLLOWS: { connect: [{ id: 1, $relationship: { since: day, weight: 1 } }] },
        LIKES: { connect: [{ $label: 'Tag', name: 'old' }] },
      },
      {
        include: {
          WROTE: { select: { title: true, TAGGED: { select: { name: true }, orderBy: 'name' } }, orderBy: 'title' },
        },
      },
    )
    expect(row).toMatchObject({
      id: 2,
      WROTE: [
        { title: 'One', TAGGED: [{ name: 'new' }, { name: 'old' }] },
        { title: 'Two', TAGGED: [{ name: 'fresh' }, { name: 'old' }] },
      ],
    })
    expect(await graphOf(db)).toEqual([
      'Post One TAGGED new',
      'Post One TAGGED old',
      'Post Two TAGGED fresh',
      'Post Two TAGGED old',
      'Tag fresh',
      'Tag new',
      'Tag old',
      'User Ada LIKES stars 5 Two',
      'User Bob FOLLOWS since 2026-01-02 weight 1 Ada',
      'User Bob LIKES old',
      'User Bob WROTE One',
      'User Bob WROTE Two',
    ])
    expect(await loose(db, 'Tag').find({ where: { color: { ne: null } }, orderBy: 'name' })).toEqual([
      { name: 'fresh', color: 'green' },
      { name: 'old', color: 'red' },
    ])
    const weight = 'MATCH (:User)-[f:FOLLOWS]->() RETURN f.weight / 2 AS half'
    expect(await db.cypher.as(weight).one()).toEqual({ half: 0.5 })
  })

  it('writes nothing where a node to connect is not there, and says which', async () => {
    await using db = await openShop(engine)
    await loose(db, 'Tag').create({ name: 'old' })
    const data = {
      id: 1,
      name: 'Ada',
      WROTE: { create: { id: 1, title: 'One', TAGGED: { connect: [{ name: 'old' }, { name: 'no secret' }] } } },
    }
    const failed = loose(db, 'User').create(data)
    await expect(failed).rejects.toMatchObject({
      code: 'RESULT_SHAPE',
      message: 'WROTE.create.TAGGED.connect[1] names a Tag that is not there: nothing was written',
      outcome: 'not sent',
    })
    expect(await graphOf(db)).toEqual(['Tag old'])
  })

  it('says so where a key to connect by is not unique', async () => {
    await using db = await openShop(engine)
    await loose(db, 'Tag').createMany([{ name: 'twice' }, { name: 'twice' }])
    const failed = loose(db, 'Post').create({ id: 1, title: 'One', TAGGED: { connect: { name: 'twice' } } })
    await expect(failed).rejects.toMatchObject({
      message: 'TAGGED.connect names 2 nodes: name is not unique among Tag: nothing was written',
    })
    expect(await loose(db, 'Post').count()).toBe(0)
  })

  it('makes what is declared to be made', async () => {
    const made = new Date('2026-05-05T00:00:00Z')
    const declared = {
      version: 'version',
      fields: { fullName: 'full_name' },
      defaults: { visits: 0, tags: () => ['new'] },
      generated: { at: () => made },
    }
    await using db = await openShop(engine, { User: declared })
    const users = loose(db, 'User')
    expect(await users.create({ id: 1, name: 'Ada', fullName: 'Ada L.' })).toMatchObject({
      fullName: 'Ada L.',
      visits: 0,
      tags: ['new'],
      at: made,
      version: 1,
    })
    expect(await users.create({ id: 2, name: 'Bob', visits: 4, tags: null })).toMatchObject({ visits: 4, tags: null })
    await expect(users.create({ id: 3, name: 'Cy', at: made, version: 7 })).rejects.toMatchObject({
      code: 'VALIDATION',
      issues: [
        { path: ['at'], message: 'is made by itself, and not accepted' },
        { path: ['version'], message: 'is made by itself, and not accepted' },
      ],
    })
  })

  it('carries whatever a text may hold', async () => {
    await using db = await openShop(engine)
    const hostile = [
      "'); MATCH (n) DETACH DELETE n //",
      '`',
      '\\',
      '"$p1"',
      '${id}',
      '\u2028',
      '👩‍👩‍👧',
      '',
      'null',
      '{x: 1}',
    ]
    await loose(db, 'User').create({ id: 0, name: 'kept' })
    for (const [index, name] of hostile.entries()) {
      const row = await loose(db, 'User').create({
        id: index + 1,
        name,
        tags: [name],
        WROTE: {
          create: { id: index, title: name, TAGGED: { connectOrCreate: { by: { name }, create: { color: name } } } },
        },
      })
      expect(row).toMatchObject({ name, tags: [name] })
      expect(
        (await loose(db, 'User').update(index + 1, { full_name: name, LIKES: { connect: { $label: 'Tag', name } } }))[
          'full_name'
        ],
      ).toBe(name)
    }
    const titles = await loose(db, 'Post').find({ select: { title: true }, orderBy: 'id' })
    expect(titles).toEqual(hostile.map((title) => ({ title })))
    expect(await loose(db, 'User').count()).toBe(hostile.length + 1)
  })

  it('tells label, properties and values of a constraint, the values where nothing prints them', async () => {
    await using db = await openShop(engine)
    await db.cypher.as<never>('CREATE CONSTRAINT only_one FOR (u:User) REQUIRE u.id IS UNIQUE').execute()
    await loose(db, 'User').create({ id: 7, name: 'Ada' })
    const error: unknown = await loose(db, 'User')
      .create({ id: 7, name: 'Eve', WROTE: { create: { id: 1, title: 'One' } } })
      .catch((thrown: unknown) => thrown)
    const told = { label: 'User', properties: ['id'], values: { id: 7 } }
    expect(error).toMatchObject({ code: 'CONSTRAINT', ...(has(engine, 'names of constraints') ? told : {}) })
    expect(JSON.stringify(error)).not.toContain('"id":7')
    expect(await graphOf(db)).toEqual(['User Ada'])
  })
})

describe.each(engines)('upsert on %s', (engine) => {
  it('creates, changes, and tells which', async () => {
    await using db = await openShop(engine, { User: { version: 'version' } })
    const users = loose(db, 'User')
    const data = (name: string) => ({ create: { id: 1, name, visits: 1 }, update: { name, visits: { increment: 1 } } })
    expect(await users.upsert(data('Ada'))).toMatchObject({
      created: true,
      row: { name: 'Ada', visits: 1, version: 1 },
    })
    expect(await users.upsert(data('Bea'), { select: { name: true, visits: true, version: true } })).toEqual({
      created: false,
      row: { name: 'Bea', visits: 2, version: 2 },
    })
    expect(await users.count()).toBe(1)
    const seats = loose(db, 'Seat')
    const seat = { create: { row: 'A', number: 1 }, update: { taken: true } }
    expect([await seats.upsert(seat), await seats.upsert(seat)]).toMatchObject([
      { created: true },
      { created: false, row: { taken: true } },
    ])
  })

  it('relates by whether it was created', async () => {
    await using db = await openShop(engine)
    await loose(db, 'Tag').createMany([{ name: 'made' }, { name: 'met' }])
    const data = {
      create: {
        id: 1,
        title: 'One',
        TAGGED: { connect: { name: 'made' } },
        '<WROTE': { create: { id: 1, name: 'Ada' } },
      },
      update: { TAGGED: { set: { name: 'met' }, create: { name: 'more' } } },
    }
    const posts = loose(db, 'Post')
    expect(await posts.upsert(data, { include: { TAGGED: true } })).toEqual({
      created: true,
      row: { id: 1, title: 'One', TAGGED: [{ name: 'made', color: null }] },
    })
    expect(await graphOf(db)).toEqual(['Post One TAGGED made', 'Tag made', 'Tag met', 'User Ada WROTE One'])
    expect((await posts.upsert(data)).created).toBe(false)
    expect(await graphOf(db)).toEqual([
      'Post One TAGGED met',
      'Post One TAGGED more',
      'Tag made',
      'Tag met',
      'Tag more',
      'User Ada WROTE One',
    ])
    expect(await db.cypher.as('MATCH (p:Post) RETURN size(keys(p)) AS keys').one()).toEqual({ keys: 2 })
    await loose(db, 'Tag').delete('met', { detach: true })
    await expect(posts.upsert(data)).rejects.toMatchObject({ code: 'RESULT_SHAPE' })
  })

  it('of many at once makes one node, where the key is unique', async () => {
    await using db = await openShop(engine)
    await db.cypher.as<never>('CREATE CONSTRAINT only_one FOR (u:User) REQUIRE u.id IS UNIQUE').execute()
    const users = loose(db, 'User')
    const data = { create: { id: 1, name: 'Ada', visits: 1 }, update: { visits: { increment: 1 } } }
    const all = await Promise.all(Array.from({ length: 32 }, () => users.upsert(data)))
    expect(all.filter(({ created }) => created)).toHaveLength(1)
    expect(await users.find()).toMatchObject([{ visits: 32 }])
  })

  it('tells the values that break a constraint, of update too', async () => {
    await using db = await openShop(engine)
    await db.cypher.as<never>('CREATE CONSTRAINT only_one FOR (u:User) REQUIRE u.name IS UNIQUE').execute()
    const users = loose(db, 'User')
    await users.createMany([
      { id: 1, name: 'Ada' },
      { id: 2, name: 'Bob' },
    ])
    const told = { label: 'User', properties: ['name'], values: { name: 'Ada' } }
    const broken = { code: 'CONSTRAINT', ...(has(engine, 'names of constraints') ? told : {}) }
    await expect(users.update(2, { name: 'Ada' })).rejects.toMatchObject(broken)
    await expect(users.upsert({ create: { id: 3, name: 'Ada' }, update: {} })).rejects.toMatchObject(broken)
    await expect(db.write((tx) => loose(tx, 'User').create({ id: 4, name: 'Ada' }))).rejects.toMatchObject(broken)
    expect(await graphOf(db)).toEqual(['User Ada', 'User Bob'])
  })

  it('says so where a key that was declared is that of several', async () => {
    await using db = await openShop(engine)
    await loose(db, 'Tag').createMany([{ name: 'x' }, { name: 'x' }])
    await expect(loose(db, 'Tag').update('x', { color: 'red' })).rejects.toMatchObject({
      code: 'RESULT_SHAPE',
      outcome: 'committed',
      message: 'this key was that of 2 nodes, and all were changed',
    })
    const upsert = loose(db, 'Tag').upsert({ create: { name: 'x' }, update: { color: 'blue' } })
    await expect(upsert).rejects.toMatchObject({ code: 'RESULT_SHAPE', outcome: 'committed' })
  })
})
