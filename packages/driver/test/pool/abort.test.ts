import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { failureOf, fateOf, given, lent, settled } from './support.ts'

test('a signal that has fired is refused, even if one is idle', async () => {
  const { pool } = given()
  const [thing] = await lent(pool, 1)
  pool.release(thing!)
  expect(await failureOf(pool.acquire({ signal: AbortSignal.abort('bored') }))).toMatchObject({
    code: 'ABORTED',
    message: 'waiting for a connection to there:7687 was aborted',
    cause: 'bored',
    outcome: 'not sent',
  })
  expect(pool.statistics().idle).toBe(1)
})

test('a signal ends the waiting, and the next in line takes what comes', async () => {
  const { pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  const controller = new AbortController()
  const first = fateOf(pool.acquire({ signal: controller.signal }))
  const second = fateOf(pool.acquire())
  controller.abort('bored')
  await settled()
  expect(first.error).toMatchObject({ code: 'ABORTED' })
  pool.release(thing!)
  await settled()
  expect(second.value).toBe(thing)
})

test('what was made for who left is kept for the next', async () => {
  const { factory, pool } = given({ max: 1 })
  factory.mode = 'held'
  const controller = new AbortController()
  const first = fateOf(pool.acquire({ signal: controller.signal }))
  controller.abort()
  factory.held[0]!.succeed()
  await settled()
  expect(first.state).toBe('rejected')
  expect(pool.statistics()).toMatchObject({ idle: 1, inUse: 0, waiting: 0 })
  expect(pool.acquire()).toBe(factory.made[0])
})

test('what comes after the timeout is kept for the next', async () => {
  const { clock, factory, pool } = given({ max: 1 })
  factory.mode = 'held'
  const first = fateOf(pool.acquire({ timeout: 10 }))
  await clock.pass(10)
  expect(first.error).toMatchObject({ code: 'POOL' })
  const second = fateOf(pool.acquire())
  factory.held[0]!.succeed()
  await settled()
  expect(second.value).toBe(factory.made[0])
})

test('nobody listens to a signal any longer than it takes', async () => {
  const { clock, pool } = given({ max: 1 })
  const { signal } = new AbortController()
  const thing = await pool.acquire({ signal })
  const second = fateOf(pool.acquire({ signal }))
  const third = fateOf(pool.acquire({ signal, timeout: 10 }))
  expect(getEventListeners(signal, 'abort')).toHaveLength(2)
  pool.release(thing)
  await clock.pass(10)
  expect([second.state, third.state]).toEqual(['resolved', 'rejected'])
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})
