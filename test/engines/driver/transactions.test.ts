import { GraphError } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has } from '../lacks.ts'

interface Schema {
  nodes: { User: { properties: { id: number; name: string }; out: {}; in: {} } }
  relationships: {}
}

describe.each(engines)('on %s', (engine) => {
  let db: Database<Schema>
  beforeEach(async () => {
    db = await emptyGraph<Schema>(engine)
  })
  afterEach(() => db.close())

  const names = (): Promise<{ name: string }[]> => db.match('(u:User)').return('u.name AS name').orderBy('name').run()
  const byId = (): ReturnType<typeof makeById> => makeById(db)
  const makeById = (from: Database<Schema>) => from.match('(u:User {id: $id})').return('u.name AS name')

  describe('a query in a transaction', () => {
    test('may be built in place, or elsewhere and run in it', async () => {
      const query = byId()
      const seen = await db.write(async (tx) => {
        await tx.create('(u:User {id: $id, name: $name})').execute({ id: 1, name: 'Ada' })
        const all = await tx.run(query, { id: 1 })
        const prepared = await tx.one(query.prepare(), { id: 1 })
        const streamed = []
        for await (const row of tx.stream(query, { id: 1 })) streamed.push(row)
        return {
          all,
          first: await tx.first(query, { id: 1 }),
          none: await tx.first(query, { id: 2 }),
          prepared,
          streamed,
        }
      })
      const ada = { name: 'Ada' }
      expect(seen).toEqual({ all: [ada], first: ada, none: undefined, prepared: ada, streamed: [ada] })
      expect(await names()).toEqual([ada])
    })

    test('that is run by itself inside would be outside: it is refused, with the way to do it', async () => {
      const query = byId()
      const error = await db.write(() => query.run({ id: 1 })).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(GraphError)
      expect(error).toMatchObject({ code: 'TRANSACTION', outcome: 'not sent', query: query.compile().text })
      expect((error as Error).message).toMatchInlineSnapshot(
        `"this query would run outside the transaction around it: use tx.run(query), or db.outside(() => …) if that is meant"`,
      )
      expect(await db.write(() => db.outside(() => query.run({ id: 1 })))).toEqual([])
    })

    test('cannot write where only reading was asked for', async () => {
      const error = await db
        .read((tx) => tx.create('(u:User {id: 1, name: "Ada"})').execute())
        .catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'USAGE' })
      expect(await names()).toEqual([])
    })
  })

  describe("a transaction of one's own", () => {
    test('is rolled back when it is left without a commit', async () => {
      const work = async (): Promise<void> => {
        await using tx = await db.begin()
        await tx.create('(u:User {id: 1, name: "Ada"})').execute()
      }
      await work()
      expect(await names()).toEqual([])
    })

    test('stays when it was committed', async () => {
      await using tx = await db.begin()
      await tx.create('(u:User {id: 1, name: "Ada"})').execute()
      await tx.commit()
      expect(await names()).toEqual([{ name: 'Ada' }])
    })

    test('loses what was done since a savepoint, where there are savepoints', async () => {
      await using tx = await db.begin()
      await tx.create('(u:User {id: 1, name: "Ada"})').execute()
      const point = tx.savepoint(async () => {
        await tx.create('(u:User {id: 2, name: "Bob"})').execute()
        throw new Error('not Bob')
      })
      await expect(point).rejects.toMatchObject(
        has(engine, 'savepoints') ? { message: 'not Bob' } : { code: 'UNSUPPORTED_FEATURE' },
      )
      await tx.commit()
      expect(await names()).toEqual([{ name: 'Ada' }])
    })

    test('keeps the snapshot it began with, or says that it cannot', async () => {
      await db.create('(u:User {id: 1, name: "Ada"})').execute()
      const begun = db.begin({ isolation: 'snapshot' })
      if (!has(engine, 'snapshot isolation')) {
        await expect(begun).rejects.toMatchObject({ code: 'UNSUPPORTED_FEATURE', outcome: 'not sent' })
        return
      }
      await using tx = await begun
      expect(await tx.one(byId(), { id: 1 })).toEqual({ name: 'Ada' })
      await db.match('(u:User {id: 1})').set('u.name = "Bob"').execute()
      expect(await tx.one(byId(), { id: 1 })).toEqual({ name: 'Ada' })
      await tx.rollback()
    })
  })

  describe('a session', () => {
    test('has one transaction open at a time, and many sessions run side by side', async () => {
      const session = db.session()
      const tx = await session.begin()
      const second = await session.begin().catch((reason: unknown) => reason)
      expect(second).toMatchObject({
        code: 'TRANSACTION',
        message: 'the session has a transaction open: end it first, or use another session',
      })
      expect(await session.write(async () => 1).catch((reason: unknown) => reason)).toMatchObject({
        code: 'TRANSACTION',
      })
      expect(
        await session
          .match('(u:User)')
          .return('u.name AS name')
          .run()
          .catch((reason: unknown) => reason),
      ).toMatchObject({ code: 'TRANSACTION' })
      await db.session().write((other) => other.create('(u:User {id: 1, name: "Ada"})').execute())
      await tx.commit()
      expect(await session.read((again) => again.run(byId(), { id: 1 }))).toEqual([{ name: 'Ada' }])
      expect(session.lastBookmarks()).toHaveLength(has(engine, 'bookmarks') ? 1 : 0)
      await session.close()
    })

    test('rolls back what is open when it is closed', async () => {
      const session = db.session()
      const tx = await session.begin()
      await tx.create('(u:User {id: 1, name: "Ada"})').execute()
      await session.close()
      expect(await names()).toEqual([])
      expect(await session.begin().catch((reason: unknown) => reason)).toMatchObject({
        code: 'USAGE',
        message: 'the session is closed',
      })
    })

    test('of a database is refused inside its transactions', async () => {
      const session = db.session()
      const inside = db.write(() => session.write(async () => 1))
      expect(await inside.catch((reason: unknown) => reason)).toMatchObject({ code: 'TRANSACTION' })
    })
  })
})
