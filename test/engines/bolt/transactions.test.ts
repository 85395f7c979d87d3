import { bookmarkManager, type ManagedTransaction } from '@motif/driver'
import { subscribe } from '@motif/driver/observe'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AnyDatabase, type AnyGraph, clear, neo4j } from './neo4j.ts'

let db: AnyDatabase
beforeEach(async () => {
  db = neo4j()
  await clear(db)
})
afterEach(() => db.close())

interface Count {
  n: number
}

const value = async (id: number): Promise<number> =>
  (await db.cypher.as<Count, { id: number }>('MATCH (c:Counter {id: $id}) RETURN c.n AS n').one({ id })).n

const create = (...ids: number[]): Promise<unknown> =>
  db.cypher.as<never, { ids: number[] }>('UNWIND $ids AS id CREATE (:Counter {id: id, n: 0})').execute({ ids })

type Work = ManagedTransaction<AnyGraph>

const add = (tx: Work, id: number): Promise<unknown> =>
  tx.cypher.as<never, { id: number }>('MATCH (c:Counter {id: $id}) SET c.n = c.n + 1').execute({ id })

describe('many writers', () => {
  test('32 that read under a lock and write what they read lose none of it', async () => {
    await create(1)
    await Promise.all(
      Array.from({ length: 32 }, () =>
        db.write(async (tx) => {
          await tx.cypher.as<never, {}>('MATCH (c:Counter {id: 1}) SET c.lock = true').execute()
          const { n } = await tx.cypher.as<Count, {}>('MATCH (c:Counter {id: 1}) RETURN c.n AS n').one()
          await tx.cypher.as<never, { n: number }>('MATCH (c:Counter {id: 1}) SET c.n = $n').execute({ n: n + 1 })
        }),
      ),
    )
    expect(await value(1)).toBe(32)
  })

  test('32 that take two locks, in either order, all come through: deadlocks are tried again', async () => {
    await create(1, 2)
    await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        db.write(async (tx) => {
          await add(tx, index % 2 === 0 ? 1 : 2)
          await add(tx, index % 2 === 0 ? 2 : 1)
        }),
      ),
    )
    expect([await value(1), await value(2)]).toEqual([32, 32])
  })
})

describe('two that wait for each other', () => {
  /** Each has its first lock before either asks for its second. */
  const meeting = (): (() => Promise<void>) => {
    let arrived = 0
    let open = (): void => undefined
    const both = new Promise<void>((resolve) => (open = resolve))
    return () => {
      if (++arrived === 2) open()
      return both
    }
  }

  test('are told apart: one goes on, the other is tried again', async () => {
    await create(1, 2)
    const met = meeting()
    let tries = 0
    const cross = (first: number, second: number): Promise<void> =>
      db.write(async (tx) => {
        tries++
        await add(tx, first)
        await met()
        await add(tx, second)
      })
    const retries: unknown[] = []
    const forget = subscribe('motif:retry', (event) => retries.push(event))
    await Promise.all([cross(1, 2), cross(2, 1)])
    forget()
    expect([await value(1), await value(2), tries]).toEqual([2, 2, 3])
    expect(retries).toMatchObject([{ tries: 1, error: { code: 'CONFLICT', retryable: true } }])
  })

  test('one that is not tried again is told that it met a deadlock', async () => {
    await create(1, 2)
    const [a, b] = [await db.begin(), await db.begin()]
    await add(a, 1)
    await add(b, 2)
    const settled = await Promise.allSettled([add(a, 2).then(() => a.commit()), add(b, 1).then(() => b.commit())])
    const failures = settled.filter((each) => each.status === 'rejected')
    expect(failures).toMatchObject([
      {
        reason: {
          code: 'CONFLICT',
          retryable: true,
          outcome: 'rolled back',
          message: expect.stringContaining('deadlock'),
          engineCode: 'Neo.TransientError.Transaction.DeadlockDetected',
        },
      },
    ])
    expect([await value(1), await value(2)]).toEqual([1, 1])
    for (const each of [a, b]) await each.rollback().catch(() => undefined)
  })
})

describe('bookmarks', () => {
  const write = (on: Pick<AnyDatabase, 'cypher'>): Promise<unknown> =>
    on.cypher.as<never, {}>('CREATE (:Counter)').execute()

  test('a session knows what it saw last, whichever way it wrote', async () => {
    const session = db.session()
    expect(session.lastBookmarks()).toEqual([])
    const seen: string[] = []
    const note = (): void => {
      expect(session.lastBookmarks()).toHaveLength(1)
      seen.push(...session.lastBookmarks())
    }
    await session.write(write)
    note()
    await write(session)
    note()
    const tx = await session.begin()
    await write(tx)
    await tx.commit()
    note()
    expect(new Set(seen).size).toBe(3)
    const failed = await session.begin()
    await write(failed)
    await failed.rollback()
    expect(session.lastBookmarks()).toEqual(seen.slice(2))
    await session.close()
  })

  test('one session sees what another wrote, and a bookmark of no meaning is refused', async () => {
    const writer = db.session()
    await writer.write(write)
    const reader = db.session({ bookmarks: writer.lastBookmarks() })
    expect(await reader.cypher.as<Count, {}>('MATCH (c:Counter) RETURN count(c) AS n').one()).toEqual({ n: 1 })
    const odd = db.session({ bookmarks: ['no bookmark'] })
    await expect(odd.cypher.as<Count, {}>('RETURN 1 AS n').one()).rejects.toMatchObject({
      code: 'USAGE',
      outcome: 'not sent',
      retryable: false,
    })
    await Promise.all([writer, reader, odd].map((each) => each.close()))
  })

  test('databases that share a manager see each other’s writes', async () => {
    const bookmarks = bookmarkManager()
    await using one = neo4j({ bookmarkManager: bookmarks })
    await using other = neo4j({ bookmarkManager: bookmarks })
    for (let times = 1; times <= 5; times++) {
      await one.write(write)
      const before = await bookmarks.bookmarks()
      expect(before).toHaveLength(1)
      expect(await other.cypher.as<Count, {}>('MATCH (c:Counter) RETURN count(c) AS n').one()).toEqual({ n: times })
    }
  })
})
