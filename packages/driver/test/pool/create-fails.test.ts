import { GraphError } from '@motif/core'
import { expect, test } from 'vitest'
import { failureOf, fateOf, given, lent, settled } from './support.ts'

const refused = new Error('connect ECONNREFUSED')

test('who waits gets the error itself, at once', async () => {
  const { factory, pool } = given({ max: 5 })
  factory.mode = refused
  const waiting = [pool.acquire(), pool.acquire(), pool.acquire()].map(fateOf)
  await settled()
  expect(waiting.map(({ error }) => error)).toEqual([refused, refused, refused])
  expect(pool.statistics()).toMatchObject({ waiting: 0, creating: 0, createFailed: 3, timedOut: 0 })
})

test('one that is thrown instead is no different', async () => {
  const { factory, pool } = given()
  factory.create = () => {
    throw refused
  }
  expect(await failureOf(pool.acquire())).toBe(refused)
})

test('callers who ask again at once do not keep the event loop busy: it is tried again after a pause', async () => {
  const { clock, factory, pool } = given({ acquireTimeout: 60_000 })
  factory.mode = refused
  let failures = 0
  const asking = (async () => {
    while (failures < 12) await failureOf(pool.acquire()).then(() => failures++)
  })()
  await settled()
  expect(factory.calls).toBe(1)
  await clock.pass(49)
  expect(factory.calls).toBe(1)
  await clock.pass(1)
  expect(factory.calls).toBe(2)
  await clock.pass(100 + 200 + 400 + 800)
  expect(factory.calls).toBe(6)
  await clock.pass(3_000)
  expect(factory.calls).toBe(9)
  await clock.pass(3_000)
  await asking
})

test('the pause is cut by chance to no less than its half', async () => {
  const { clock, factory, pool } = given()
  clock.chance = 0.999_999
  factory.mode = refused
  await failureOf(pool.acquire())
  const again = fateOf(pool.acquire())
  await clock.pass(24)
  expect(again.state).toBe('pending')
  await clock.pass(2)
  expect(again.error).toBe(refused)
})

test('those who may be served by what is lent go on waiting, and it is tried again meanwhile', async () => {
  const { clock, factory, pool } = given({ max: 2 })
  const [thing] = await lent(pool, 1)
  factory.mode = refused
  const [first, second, third] = [pool.acquire(), pool.acquire(), pool.acquire()].map(fateOf)
  await clock.pass(40)
  expect([first!.state, second!.state, third!.state]).toEqual(['pending', 'pending', 'pending'])
  pool.release(thing!)
  await settled()
  expect(first!.value).toBe(thing)
  factory.mode = 'made'
  await clock.pass(10)
  expect(second!.value?.id).toBe(2)
  expect(third!.state).toBe('pending')
  pool.release(thing!)
  await settled()
  expect(third!.value).toBe(thing)
})

test('what is lent but broken serves nobody', async () => {
  const { factory, pool } = given({ max: 2 })
  const [thing] = await lent(pool, 1)
  thing!.usable = false
  factory.mode = refused
  expect(await failureOf(pool.acquire())).toBe(refused)
})

test('when the last that could have served is closed, who waits gets the error of the next try', async () => {
  const { clock, factory, pool } = given({ max: 2 })
  const [thing] = await lent(pool, 1)
  factory.mode = refused
  const waiting = fateOf(pool.acquire())
  await settled()
  await pool.destroy(thing!)
  expect(waiting.state).toBe('pending')
  await clock.pass(50)
  expect(waiting.error).toBe(refused)
})

test('one failure among several that are being made takes nobody down', async () => {
  const { factory, pool } = given({ max: 2 })
  factory.mode = 'held'
  const [first, second] = [pool.acquire(), pool.acquire()].map(fateOf)
  factory.held[0]!.fail(refused)
  await settled()
  expect([first!.state, second!.state]).toEqual(['pending', 'pending'])
  factory.held[1]!.succeed()
  await settled()
  expect(first!.state).toBe('resolved')
  pool.release(first!.value!)
  await settled()
  expect(second!.value).toBe(first!.value)
})

test('while it fails one at a time is tried; the first success lifts that', async () => {
  const { clock, factory, pool } = given({ max: 5 })
  factory.mode = refused
  await failureOf(pool.acquire())
  factory.mode = 'held'
  const waiting = [pool.acquire(), pool.acquire(), pool.acquire()].map(fateOf)
  await clock.pass(50)
  expect(factory.held).toHaveLength(1)
  factory.held[0]!.succeed()
  await settled()
  expect(factory.held).toHaveLength(3)
  expect(waiting.map(({ state }) => state)).toEqual(['resolved', 'pending', 'pending'])
})

test('a burst that fails together counts as one failure', async () => {
  const { clock, factory, pool } = given({ max: 50 })
  factory.mode = refused
  await Promise.allSettled(Array.from({ length: 50 }, async () => pool.acquire()))
  expect(factory.calls).toBe(50)
  const again = fateOf(pool.acquire())
  await clock.pass(50)
  expect(again.error).toBe(refused)
})

test('a success in the midst of failures does not lift the pause of the next failure', async () => {
  const { factory, pool } = given({ max: 5 })
  factory.mode = 'held'
  const waiting = Array.from({ length: 4 }, () => fateOf(pool.acquire()))
  factory.held[0]!.fail(refused)
  await settled()
  factory.held[1]!.succeed()
  factory.create = () => {
    factory.calls++
    // Without a pause this would go on for ever.
    return factory.calls > 100 ? new Promise(() => undefined) : Promise.reject(refused)
  }
  await settled()
  expect(factory.calls).toBe(4 + 1)
  expect(waiting.map(({ state }) => state)).toEqual(['resolved', 'pending', 'pending', 'pending'])
})

test('who waits for one in use and times out is told that opening fails, and how', async () => {
  const { clock, factory, pool } = given({ max: 2, acquireTimeout: 1_000 })
  await lent(pool, 1)
  factory.mode = new GraphError('CONNECTION', 'nobody listens at there:7687', { retryable: true })
  const waiting = fateOf(pool.acquire({ callSite: 'src/b.ts:2:2' }))
  await clock.pass(1_000)
  expect(waiting.error).toMatchObject({
    code: 'POOL',
    message:
      'no connection to there:7687 within 1000 ms: 1 of 2 are in use, 0 more waiting; ' +
      'held the longest for 1.0 s by a caller unknown; ' +
      'opening one failed 5 times in a row, last with: nobody listens at there:7687',
    fault: 'surroundings',
    retryable: true,
    outcome: 'not sent',
    callSite: 'src/b.ts:2:2',
    cause: factory.mode,
  })
})
