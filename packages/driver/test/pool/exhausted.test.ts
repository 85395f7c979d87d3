import { expect, test } from 'vitest'
import { failureOf, fateOf, given, lent } from './support.ts'

test('who waited in vain is told how many are in use, by whom and for how long', async () => {
  const { clock, pool } = given({ max: 5, acquireTimeout: 1_000 })
  await pool.acquire({ callSite: 'src/a.ts:1:1' })
  await clock.pass(60_000)
  await pool.acquire({ callSite: 'src/b.ts:2:2' })
  await clock.pass(1_500)
  await lent(pool, 1)
  await pool.acquire({ callSite: 'src/d.ts:4:4' })
  await pool.acquire({ callSite: 'src/e.ts:5:5' })
  const first = fateOf(pool.acquire({ callSite: 'src/x.ts:9:9', timeout: 250 }))
  void fateOf(pool.acquire())
  await clock.pass(250)
  expect(first.error).toMatchObject({
    name: 'GraphError',
    code: 'POOL',
    message:
      'no connection to there:7687 within 250 ms: all 5 are in use, 1 more waiting; held the longest ' +
      'for 61.8 s by src/a.ts:1:1, for 1.8 s by src/b.ts:2:2, for 250 ms by a caller unknown, and 2 more',
    fault: 'caller',
    retryable: false,
    outcome: 'not sent',
    callSite: 'src/x.ts:9:9',
  })
  expect((first.error as Error).cause).toBeUndefined()
})

test('each waits as long as it said, and no longer than the pool allows', async () => {
  const { clock, pool } = given({ max: 1, acquireTimeout: 1_000 })
  await lent(pool, 1)
  const fates = [900, 300, undefined, 5_000].map((timeout) => fateOf(pool.acquire({ timeout })))
  const pending = (): boolean[] => fates.map(({ state }) => state === 'pending')
  await clock.pass(300)
  expect(pending()).toEqual([true, false, true, true])
  await clock.pass(600)
  expect(pending()).toEqual([false, false, true, true])
  await clock.pass(100)
  expect(pending()).toEqual([false, false, false, false])
  expect(pool.statistics()).toMatchObject({ waiting: 0, timedOut: 4 })
})

test('a timeout of zero takes what is at hand, and opens nothing', async () => {
  const { factory, pool } = given()
  expect(await failureOf(pool.acquire({ timeout: 0 }))).toMatchObject({
    code: 'POOL',
    message: 'no connection to there:7687 within 0 ms: 0 of 100 are in use, 0 more waiting',
  })
  expect(factory.calls).toBe(0)
  const [thing] = await lent(pool, 1)
  pool.release(thing!)
  expect(pool.acquire({ timeout: 0 })).toBe(thing)
})

test('opening that is merely slow is told from exhaustion', async () => {
  const { clock, factory, pool } = given({ max: 5 })
  factory.mode = 'never'
  const waiting = fateOf(pool.acquire({ timeout: 100 }))
  await clock.pass(100)
  expect(waiting.error).toMatchObject({
    message: 'no connection to there:7687 within 100 ms: 0 of 5 are in use, 1 being opened, 0 more waiting',
  })
})

test('no more may wait than are allowed', async () => {
  const { pool } = given({ max: 1, maxWaiting: 2 })
  const [thing] = await lent(pool, 1)
  const waiting = [pool.acquire(), pool.acquire()].map(fateOf)
  expect(await failureOf(pool.acquire())).toMatchObject({
    code: 'POOL',
    message:
      'no connection to there:7687 as too many wait already: all 1 are in use, 2 more waiting; ' +
      'held the longest for 0 ms by a caller unknown',
  })
  pool.release(thing!)
  expect(waiting[1]!.state).toBe('pending')
  expect(fateOf(pool.acquire()).state).toBe('pending')
})
