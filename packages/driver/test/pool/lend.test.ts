import { expect, test } from 'vitest'
import { fateOf, given, lent, settled } from './support.ts'

test('nothing is made before it is asked for', async () => {
  const { factory, pool } = given({ min: 3 })
  expect(factory.calls).toBe(0)
  expect(pool.statistics()).toMatchObject({ inUse: 0, idle: 0, creating: 0 })
})

test('one that is idle is lent at once, without a promise and without a timer', async () => {
  const { clock, pool } = given()
  const thing = await pool.acquire()
  pool.release(thing)
  const timers = clock.timers.size
  expect(pool.acquire({ timeout: 5 })).toBe(thing)
  expect(clock.timers.size).toBe(timers)
})

test('the one used last is lent first, so that those not needed stay idle', async () => {
  const { pool } = given()
  const [first, second, third] = await lent(pool, 3)
  for (const thing of [second, first, third]) pool.release(thing!)
  expect([pool.acquire(), pool.acquire(), pool.acquire()]).toEqual([third, first, second])
})

test('one that is no longer usable is closed, and the next is lent', async () => {
  const { pool, reasons } = given()
  const [first, second] = await lent(pool, 2)
  pool.release(first!)
  pool.release(second!)
  second!.usable = false
  expect(pool.acquire()).toBe(first)
  expect(second!.destroyed).toBe(true)
  expect(reasons()).toEqual(['unusable'])
})

test('one that broke while it was lent is closed when it comes back, and who waits gets another', async () => {
  const { pool, factory } = given({ max: 1 })
  const [broken] = await lent(pool, 1)
  const waiting = pool.acquire()
  broken!.usable = false
  pool.release(broken!)
  expect((await waiting).id).toBe(2)
  expect(factory.living).toHaveLength(1)
})

test('there are never more than max', async () => {
  const { pool, factory } = given({ max: 2 })
  const [first] = await lent(pool, 2)
  const third = pool.acquire()
  expect(factory.calls).toBe(2)
  pool.release(first!)
  expect(await third).toBe(first)
  expect(factory.calls).toBe(2)
})

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('nor while one is just made, %i microtasks on', async (ticks) => {
  const { pool, factory } = given({ max: 2, min: 2 })
  const first = fateOf(pool.acquire())
  for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
  if (first.value !== undefined) await pool.destroy(first.value)
  const others = [pool.acquire(), pool.acquire()].map(fateOf)
  await settled()
  expect(factory.living).toHaveLength(2)
  expect(factory.calls - factory.made.filter(({ destroyed }) => destroyed).length).toBe(2)
  expect([first, ...others].filter(({ state }) => state === 'resolved').length).toBeGreaterThanOrEqual(2)
})

test('callers who come together while there is room wait for one each', async () => {
  const { pool, factory } = given({ max: 10 })
  factory.mode = 'held'
  const waiting = lent(pool, 3)
  expect(factory.calls).toBe(3)
  for (const each of factory.held) each.succeed()
  expect((await waiting).map(({ id }) => id)).toEqual([1, 2, 3])
})

test('one that is used up is closed when it comes back', async () => {
  const { pool, reasons } = given({ maxUses: 2 })
  const thing = await pool.acquire()
  pool.release(thing)
  expect(pool.acquire()).toBe(thing)
  pool.release(thing)
  expect(thing.destroyed).toBe(true)
  expect(reasons()).toEqual(['uses'])
})
