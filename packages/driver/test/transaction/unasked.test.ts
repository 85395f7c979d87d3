import { GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { Unasked } from '../../src/transaction/unasked.ts'
import { database, request, rowsOf, failureOf } from '../support.ts'

const refused = (): GraphError => new GraphError('USAGE', 'no such thing')
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('work that nobody asked for', () => {
  test('is no failure while it goes well', async () => {
    const unasked = new Unasked()
    void unasked.watch(Promise.resolve(1))
    await settled()
    expect(unasked.failure).toBeUndefined()
  })

  test('is the failure of what it was part of, whatever it threw', async () => {
    const unasked = new Unasked()
    const cause = new TypeError('odd')
    void unasked.watch(Promise.reject(cause))
    await settled()
    expect(unasked.failure).toMatchObject({
      code: 'TRANSACTION',
      message: 'work that nobody awaited failed: odd',
      cause,
    })
  })

  test('is one by itself once somebody asks, before or after it failed', async () => {
    const unasked = new Unasked()
    const early = failureOf(unasked.watch(Promise.reject(refused())))
    const late = unasked.watch(Promise.reject(refused()))
    await settled()
    expect([await early, unasked.failure]).toMatchObject([{ code: 'USAGE' }, { code: 'USAGE' }])
    expect(await failureOf(late)).toMatchObject({ code: 'USAGE' })
    expect(unasked.failure).toBeUndefined()
  })
})

describe('several statements of a transaction, started together', () => {
  const count = request('MATCH (n:A) RETURN count(n) AS n')

  test('are waited for by the commit', async () => {
    const db = database()
    const tx = await db.begin()
    void tx.later(async () => {
      await settled()
      await tx.execute(request('CREATE (:A)')).summary()
    })
    await tx.commit()
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })

  test('that failed unseen fail the commit, and leave nothing behind', async () => {
    const db = database()
    const tx = await db.begin()
    void tx.later(async () => {
      await tx.execute(request('CREATE (:A)')).summary()
      throw refused()
    })
    expect(await failureOf(tx.commit())).toMatchObject({
      code: 'USAGE',
      message: 'cannot commit: the transaction failed before: no such thing',
    })
    expect(tx.state).toBe('failed')
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('that failed and were asked for do not', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.execute(request('CREATE (:A)')).summary()
    expect(await failureOf(tx.later(() => Promise.reject(refused())))).toMatchObject({ code: 'USAGE' })
    await tx.commit()
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })

  test('that failed unseen in a savepoint undo that alone', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.execute(request('CREATE (:A)')).summary()
    const inner = tx.savepoint(async () => {
      await tx.execute(request('CREATE (:A)')).summary()
      void tx.later(() => Promise.reject(refused()))
    })
    expect(await failureOf(inner)).toMatchObject({ code: 'USAGE' })
    await tx.commit()
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })
})
