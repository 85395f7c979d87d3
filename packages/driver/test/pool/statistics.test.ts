import { expect, test } from 'vitest'
import { failureOf, given, lent, settled } from './support.ts'

test('it counts what is and what was', async () => {
  const { clock, factory, pool } = given({ max: 3, acquireTimeout: 100 })
  const [first, second] = await lent(pool, 2)
  pool.release(first!)
  void pool.acquire()
  await pool.destroy(second!)
  pool.release(first!)
  factory.mode = new Error('refused')
  void pool.acquire()
  const failing = failureOf(pool.acquire())
  await clock.pass(100)
  await failing
  factory.mode = 'never'
  const waiting = failureOf(pool.acquire())
  await clock.pass(50)
  expect(pool.statistics()).toEqual({
    name: 'there:7687',
    inUse: 1,
    idle: 0,
    creating: 1,
    waiting: 1,
    max: 3,
    created: 2,
    createFailed: 2,
    destroyed: 1,
    acquired: 4,
    timedOut: 1,
    waits: expect.any(Array),
  })
  await clock.pass(100)
  await waiting
})

test('it counts how long callers waited, by bounds', async () => {
  const { clock, pool } = given({ max: 1 })
  const thing = await pool.acquire()
  for (const wait of [0, 3, 70, 70, 2_000]) {
    const waiting = pool.acquire()
    await clock.pass(wait)
    pool.release(thing)
    await waiting
  }
  pool.release(thing)
  void pool.acquire()
  const counts = Object.fromEntries(pool.statistics().waits.map(({ upTo, count }) => [upTo, count]))
  expect(counts).toEqual({
    1: 3,
    5: 4,
    10: 4,
    50: 4,
    100: 6,
    500: 6,
    1000: 6,
    5000: 7,
    10000: 7,
    60000: 7,
    Infinity: 7,
  })
})

test('whoever listens is told everything that happens', async () => {
  const { clock, events, factory, pool } = given({ max: 1, acquireTimeout: 100 })
  factory.mode = 'held'
  const asked = pool.acquire({ callSite: 'src/a.ts:1:1' })
  await clock.pass(20)
  factory.held[0]!.succeed()
  const thing = await asked
  const late = failureOf(pool.acquire())
  await clock.pass(100)
  const error = await late
  pool.release(thing)
  await pool.destroy(thing, 'reset by the server')
  const refused = new Error('refused')
  factory.mode = refused
  await failureOf(pool.acquire())
  expect(events).toEqual([
    { type: 'created', took: 20 },
    { type: 'acquired', waited: 20, callSite: 'src/a.ts:1:1' },
    { type: 'timed out', waited: 100, error },
    { type: 'released', held: 100, callSite: 'src/a.ts:1:1' },
    { type: 'destroyed', why: 'reset by the server' },
    { type: 'create failed', took: 0, error: refused, nextIn: 50 },
  ])
})

test('it works the same when nobody listens', async () => {
  const { factory, pool } = given({ max: 1, maxUses: 1 })
  pool.onEvent = undefined
  pool.release(await pool.acquire())
  await settled()
  expect(factory.living).toEqual([])
})
