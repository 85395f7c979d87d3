import type { GraphError } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has, needs } from '../lacks.ts'

interface Schema {
  nodes: { Counter: { properties: { id: number; value: number; turn: boolean | null }; out: {}; in: {} } }
  relationships: {}
}

describe.each(engines)('on %s', (engine) => {
  let db: Database<Schema>
  beforeEach(async () => {
    db = await emptyGraph<Schema>(engine)
    await db.create('(c:Counter {id: 1, value: 0})').execute()
  })
  afterEach(() => db.close())

  const value = async (id = 1): Promise<number | undefined> =>
    (await db.match('(c:Counter {id: $id})').return('c.value AS value').first({ id }))?.value

  const raise = (id = 1): Promise<number> =>
    db.write(async (tx) => {
      const counter = tx.match('(c:Counter {id: $id})')
      // Where a read holds nothing, what is to be changed is written to before it is read.
      const held = has(engine, 'repeatable reads') ? counter : counter.set('c.turn = true')
      const { value: before } = await held.return('c.value AS value').one({ id })
      await tx
        .match('(c:Counter {id: $id})')
        .set('c.value = $next')
        .execute({ id, next: before + 1 })
      return before + 1
    })

  describe('transactions side by side', () => {
    test('32 that raise one counter all succeed, and the sum is right', async () => {
      const seen = await Promise.all(Array.from({ length: 32 }, () => raise()))
      expect(await value()).toBe(32)
      expect(new Set(seen).size).toBe(32)
    })

    test('32 that raise counters of their own do not wait for each other', async () => {
      for (let id = 2; id <= 33; id++) await db.create('(c:Counter {id: $id, value: 0})').execute({ id })
      await Promise.all(Array.from({ length: 32 }, (_, at) => raise(at + 2)))
      expect(await Promise.all(Array.from({ length: 32 }, (_, at) => value(at + 2)))).toEqual(
        Array.from({ length: 32 }, () => 1),
      )
    })

    test('a thousand queries at once all answer', async () => {
      const query = db.match('(c:Counter {id: $id})').return('c.value AS value')
      const rows = await Promise.all(Array.from({ length: 1_000 }, () => query.run({ id: 1 })))
      expect(rows.every(([row]) => row?.value === 0)).toBe(true)
    })

    test('an autocommit that lost a conflict says that trying again may help, and did nothing', async () => {
      const increments = Array.from({ length: 64 }, () =>
        db.match('(c:Counter {id: 1})').set('c.value = c.value + 1').execute(),
      )
      const settled = await Promise.allSettled(increments)
      const lost = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as GraphError] : []))
      for (const error of lost)
        expect(error).toMatchObject({ code: 'CONFLICT', retryable: true, outcome: 'rolled back' })
      expect(await value()).toBe(64 - lost.length)
    })

    test('two that want what the other has both succeed in the end', async () => {
      await db.create('(c:Counter {id: 2, value: 0})').execute()
      let arrived = 0
      let meet = (): void => {}
      const together = new Promise<void>((resolve) => {
        meet = resolve
      })
      const rise = db.match('(c:Counter {id: $id})').set('c.value = c.value + 1')
      const cross = (first: number, second: number): Promise<void> =>
        db.write(async (tx) => {
          await tx.execute(rise, { id: first })
          if (++arrived === 2) meet()
          await together
          await tx.execute(rise, { id: second })
        })
      await Promise.all([cross(1, 2), cross(2, 1)])
      expect([await value(1), await value(2)]).toEqual([2, 2])
    })

    test('one that lost too often tells the causes of all its tries', async (context) => {
      needs(engine, 'conflicts at once', context)
      const blocker = await db.begin()
      await blocker.match('(c:Counter {id: 1})').set('c.value = 100').execute()
      const lost = db.write((tx) => tx.match('(c:Counter {id: 1})').set('c.value = 1').execute(), {
        maxRetryTime: 1_000,
      })
      const error = await lost.then(
        () => undefined,
        (reason: unknown) => reason as GraphError,
      )
      expect(error).toMatchObject({ code: 'CONFLICT', retryable: true, outcome: 'rolled back' })
      expect(error?.attempts?.length).toBeGreaterThan(2)
      expect(error?.message).toMatch(/gave up after \d+ tries/)
      await blocker.commit()
      expect(await value()).toBe(100)
    })

    test('one that waits for a lock goes on when it is free', async (context) => {
      needs(engine, 'waiting for locks', context)
      const blocker = await db.begin()
      await blocker.match('(c:Counter {id: 1})').set('c.value = 100').execute()
      const waiting = db.match('(c:Counter {id: 1})').set('c.value = c.value + 1').execute()
      await blocker.commit()
      await waiting
      expect(await value()).toBe(101)
    })

    test('one that waits too long is rolled back, and says so', async (context) => {
      needs(engine, 'waiting for locks', context)
      const blocker = await db.begin()
      await blocker.match('(c:Counter {id: 1})').set('c.value = 100').execute()
      const waiting = db.write((tx) => tx.match('(c:Counter {id: 1})').set('c.value = 1').execute(), { timeout: 500 })
      await expect(waiting).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
      await blocker.commit()
      expect(await value()).toBe(100)
    })
  })
})
