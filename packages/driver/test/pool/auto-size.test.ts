import { expect, test } from 'vitest'
import { fateOf, given, lent, settled } from './support.ts'

const autoSize = { ceiling: 4, waitAbove: 100 }

test('it grows by one when a caller waited too long, and not faster than that', async () => {
  const { clock, pool } = given({ max: 1, autoSize })
  const [thing] = await lent(pool, 1)
  const waiting = Array.from({ length: 5 }, () => fateOf(pool.acquire()))
  await clock.pass(100)
  pool.release(thing!)
  await settled()
  expect(pool.statistics().max).toBe(1)
  await clock.pass(1)
  pool.release(thing!)
  await settled()
  expect(pool.statistics().max).toBe(2)
  expect(waiting.map(({ state }) => state)).toEqual(['resolved', 'resolved', 'resolved', 'pending', 'pending'])
  pool.release(thing!)
  await settled()
  expect(pool.statistics().max).toBe(2)
})

test('it does not grow past its ceiling, and goes back as connections stay idle', async () => {
  const { clock, factory, pool } = given({ max: 1, autoSize, idleTimeout: 10_000 })
  const [thing] = await lent(pool, 1)
  const waiting = Array.from({ length: 20 }, () => fateOf(pool.acquire()))
  for (let each = 0; each < 10; each++) {
    await clock.pass(101)
    pool.release(thing!)
  }
  await settled()
  expect(pool.statistics().max).toBe(4)
  expect(factory.living).toHaveLength(4)
  pool.resize({ max: 4 })
  pool.resize({ max: 1 })
  expect(waiting.filter(({ state }) => state === 'pending')).toHaveLength(7)
})

test('what it grew by is given back, down to its own size', async () => {
  const { clock, pool } = given({ max: 1, autoSize, idleTimeout: 10_000 })
  const [thing] = await lent(pool, 1)
  const second = pool.acquire()
  const third = pool.acquire()
  await clock.pass(101)
  pool.release(thing!)
  pool.release(await second)
  pool.release(await third)
  await settled()
  expect(pool.statistics()).toMatchObject({ max: 2, idle: 2 })
  await clock.pass(10_000)
  expect(pool.statistics()).toMatchObject({ max: 1, idle: 0 })
})

test('it is off unless asked for', async () => {
  const { clock, pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  const waiting = fateOf(pool.acquire())
  await clock.pass(50_000)
  pool.release(thing!)
  await settled()
  expect(waiting.state).toBe('resolved')
  expect(pool.statistics().max).toBe(1)
})
