import { expect, test } from 'vitest'
import { fateOf, given, lent, settled } from './support.ts'

test('a larger pool serves those who wait, at once', async () => {
  const { pool } = given({ max: 1 })
  await lent(pool, 1)
  const waiting = [pool.acquire(), pool.acquire(), pool.acquire()].map(fateOf)
  pool.resize({ max: 3 })
  await settled()
  expect(waiting.map(({ state }) => state)).toEqual(['resolved', 'resolved', 'pending'])
  expect(pool.statistics()).toMatchObject({ inUse: 3, max: 3, waiting: 1 })
})

test('a smaller pool closes the idle now, and the lent when they come back', async () => {
  const { pool, factory, reasons } = given({ max: 4 })
  const [first, second, third, fourth] = await lent(pool, 4)
  pool.release(first!)
  pool.resize({ max: 2 })
  expect(first!.destroyed).toBe(true)
  pool.release(second!)
  pool.release(third!)
  expect([second!.destroyed, third!.destroyed]).toEqual([true, false])
  pool.release(fourth!)
  expect(factory.living).toEqual([third, fourth])
  expect(reasons()).toEqual(['surplus', 'surplus'])
})

test('of the idle those used last are kept', async () => {
  const { pool, factory } = given({ max: 3 })
  const [first, second, third] = await lent(pool, 3)
  for (const thing of [third, first, second]) pool.release(thing!)
  pool.resize({ max: 1 })
  expect(factory.living).toEqual([second])
})

test('one too many is not given to who waits', async () => {
  const { pool, factory } = given({ max: 2 })
  const [first, second] = await lent(pool, 2)
  const waiting = fateOf(pool.acquire())
  pool.resize({ max: 1 })
  pool.release(first!)
  await settled()
  expect(waiting.state).toBe('pending')
  pool.release(second!)
  await settled()
  expect(waiting.value).toBe(second)
  expect(factory.living).toEqual([second])
})

test('those being made that have become too many are closed when they come', async () => {
  const { pool, factory } = given({ max: 3 })
  factory.mode = 'held'
  const waiting = [pool.acquire(), pool.acquire(), pool.acquire()].map(fateOf)
  pool.resize({ max: 1 })
  for (const each of factory.held) each.succeed()
  await settled()
  expect(waiting.map(({ state }) => state)).toEqual(['resolved', 'pending', 'pending'])
  expect(factory.living).toHaveLength(1)
})

test('a larger min is opened at once', async () => {
  const { pool } = given()
  await lent(pool, 1)
  pool.resize({ min: 4 })
  await settled()
  expect(pool.statistics()).toMatchObject({ inUse: 1, idle: 3 })
})

test('sizes that cannot be are refused, and change nothing', () => {
  const { pool } = given({ max: 5, min: 2 })
  expect(() => pool.resize({ max: 1 })).toThrow("the pool's min must be a whole number from 0 to max (1), not 2")
  expect(() => pool.resize({ max: 0, min: 0 })).toThrow("the pool's max must be a whole number from 1, not 0")
  expect(() => pool.resize({ max: 2.5 })).toThrow("the pool's max must be a whole number from 1, not 2.5")
  expect(pool.statistics().max).toBe(5)
})
