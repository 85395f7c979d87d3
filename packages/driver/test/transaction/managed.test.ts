import { GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import type { TransactionCore } from '../../src/transaction/transaction-core.ts'
import { database, failureOf, request, rowsOf, slow, testClock } from '../support.ts'

const count = request('MATCH (n:A) RETURN count(n) AS n')
const conflict = (): GraphError => new GraphError('CONFLICT', 'lost', { retryable: true, outcome: 'rolled back' })

describe('managed work', () => {
  test('returns what the work returns, committed', async () => {
    const db = database()
    const made = await db.managed('write', async (tx) =>
      rowsOf(tx.execute(request('CREATE (n:A {x: 1}) RETURN n.x AS x'))),
    )
    expect(made).toEqual([{ x: 1 }])
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })

  test('is rolled back when the work throws, and throws the very same error', async () => {
    const db = database()
    const mine = new Error('no')
    const work = db.managed('write', async (tx) => {
      await tx.execute(request('CREATE (:A)')).summary()
      throw mine
    })
    expect(await failureOf(work)).toBe(mine)
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('may roll itself back and still return', async () => {
    const db = database()
    const result = await db.managed('write', async (tx) => {
      await tx.execute(request('CREATE (:A)')).summary()
      await tx.rollback()
      return 'dry run'
    })
    expect(result).toBe('dry run')
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('commits nothing when a statement failed that nobody awaited', async () => {
    const db = database()
    const work = db.managed('write', async (tx) => {
      tx.execute(request('CREATE (:A)'))
      tx.execute(request('RETURN 1/0 AS x'))
      tx.execute(request('CREATE (:A)'))
    })
    expect(await failureOf(work)).toMatchObject({ code: 'ENGINE', query: 'RETURN 1/0 AS x' })
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('commits nothing when a failure was caught inside', async () => {
    const db = database()
    const work = db.managed('write', async (tx) => {
      await tx.execute(request('CREATE (:A)')).summary()
      await rowsOf(tx.execute(request('RETURN 1/0 AS x'))).catch(() => undefined)
      return 'all is well'
    })
    expect(await failureOf(work)).toMatchObject({ code: 'ENGINE' })
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('waits for chains of statements that were not awaited', async () => {
    const db = database()
    await db.managed('write', async (tx) => {
      const chain = async (): Promise<void> => {
        for (let i = 0; i < 5; i++) await tx.execute(request('CREATE (:A)')).summary()
      }
      void chain()
    })
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 5 }])
    await db.close()
  })

  test('refuses another transaction of the same database inside', async () => {
    const db = database()
    expect(await failureOf(db.managed('write', async () => db.managed('write', async () => 1)))).toMatchObject({
      code: 'TRANSACTION',
    })
    expect(await failureOf(db.managed('read', async () => db.begin()))).toMatchObject({ code: 'TRANSACTION' })
    expect(await db.managed('write', async () => db.outside(() => db.managed('write', async () => 1)))).toBe(1)
    await db.close()
  })
})

describe('a lost conflict', () => {
  test('is tried again in a new transaction, after a pause', async () => {
    const clock = testClock()
    const db = database({}, {}, clock)
    const seen = new Set<TransactionCore>()
    const result = await db.managed('write', async (tx) => {
      seen.add(tx)
      await tx.execute(request('CREATE (:A)')).summary()
      if (seen.size < 4) throw conflict()
      return seen.size
    })
    expect(result).toBe(4)
    expect(clock.pauses).toEqual([2, 4, 8])
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })

  test('is given up in the end, with the causes of all tries', async () => {
    const clock = testClock()
    const db = database({}, { maxRetryTime: 20 }, clock)
    const error = (await failureOf(db.managed('write', async () => Promise.reject(conflict())))) as GraphError
    expect(error).toMatchObject({ code: 'CONFLICT', message: 'lost (gave up after 4 tries)', retryable: true })
    expect(error.attempts).toHaveLength(4)
    expect(error.attempts?.[0]).toBeInstanceOf(GraphError)
    expect(clock.pauses).toEqual([2, 4, 8])
    await db.close()
  })

  test('is tried again when the work wrapped it, or caught it and went on', async () => {
    const db = database({}, {}, testClock())
    let tries = 0
    const wrapped = db.managed('write', async () => {
      if (++tries < 3) throw new Error('could not transfer', { cause: conflict() })
      return tries
    })
    expect(await wrapped).toBe(3)

    await db.execute(request('CREATE (:C {v: 0})')).summary()
    const raise = request('MATCH (n:C) SET n.v = n.v + 1')
    let attempts = 0
    await db.managed('write', async (tx) => {
      attempts++
      if (attempts === 1) {
        await rowsOf(tx.execute(request('MATCH (n:C) RETURN n.v AS v')))
        await db.outside(() => db.execute(raise).summary())
      }
      await tx
        .execute(raise)
        .summary()
        .catch(() => undefined)
    })
    expect(attempts).toBe(2)
    expect(await rowsOf(db.execute(request('MATCH (n:C) RETURN n.v AS v')))).toEqual([{ v: 2 }])
    await db.close()
  })

  test('is not tried again when no time is given', async () => {
    const db = database({}, {}, testClock())
    let tries = 0
    const work = db.managed('write', async () => Promise.reject([++tries, conflict()][1]), { maxRetryTime: 0 })
    const error = (await failureOf(work)) as GraphError
    expect([error.code, error.attempts]).toEqual(['CONFLICT', undefined])
    expect(tries).toBe(1)
    await db.close()
  })
})

test('other failures are not tried again, nor any whose outcome is not known', async () => {
  const db = database({}, {}, testClock())
  let tries = 0
  const fail = (error: Error) => db.managed('write', async () => Promise.reject([++tries, error][1]))
  await failureOf(fail(new GraphError('CONSTRAINT', 'twice')))
  await failureOf(fail(new Error('mine')))
  await failureOf(fail(new GraphError('CONNECTION', 'lost', { retryable: true, outcome: 'unknown' })))
  expect(tries).toBe(3)
  await db.close()
})

describe('the deadline of managed work', () => {
  test('ends it at once, though the engine works on, and rolls it back', async () => {
    const db = database()
    const started = performance.now()
    const work = db.managed(
      'write',
      async (tx) => {
        await tx.execute(request('CREATE (:A)')).summary()
        return rowsOf(tx.execute(request(slow)))
      },
      { timeout: 30 },
    )
    expect(await failureOf(work)).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    expect(performance.now() - started).toBeLessThan(200)
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('ends work that waits for something else', async () => {
    const db = database()
    const work = db.managed('write', () => new Promise(() => {}), { timeout: 20 })
    expect(await failureOf(work)).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    await db.close()
  })

  test('covers all tries', async () => {
    const db = database()
    const work = db.managed('write', async () => Promise.reject(conflict()), { timeout: 60 })
    const error = (await failureOf(work)) as GraphError
    expect(error).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    expect(error.attempts?.length).toBeGreaterThan(1)
    await db.close()
  })

  test('may be a signal', async () => {
    const db = database()
    const controller = new AbortController()
    const work = db.managed('write', () => new Promise(() => {}), { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('the user left')), 10)
    const error = await failureOf(work)
    expect(error).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(error.cause).toMatchObject({ message: 'the user left' })
    await db.close()
  })
})
