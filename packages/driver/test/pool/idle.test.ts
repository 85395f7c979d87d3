import { expect, test } from 'vitest'
import { given, lent } from './support.ts'

test('one that was idle for too long is closed', async () => {
  const { clock, pool, reasons } = given({ idleTimeout: 1_000 })
  const [first, second] = await lent(pool, 2)
  pool.release(first!)
  await clock.pass(500)
  pool.release(second!)
  await clock.pass(499)
  expect(first!.destroyed).toBe(false)
  await clock.pass(1)
  expect([first!.destroyed, second!.destroyed]).toEqual([true, false])
  await clock.pass(500)
  expect(second!.destroyed).toBe(true)
  expect(reasons()).toEqual(['idle', 'idle'])
})

test('one that is used again begins anew', async () => {
  const { clock, pool } = given({ idleTimeout: 1_000 })
  const [thing] = await lent(pool, 1)
  pool.release(thing!)
  for (let each = 0; each < 5; each++) {
    await clock.pass(900)
    expect(pool.acquire()).toBe(thing)
    pool.release(thing!)
  }
  await clock.pass(999)
  expect(thing!.destroyed).toBe(false)
  await clock.pass(1)
  expect(thing!.destroyed).toBe(true)
})

test('a pool with nothing idle sets no timer', async () => {
  const { clock, pool } = given({ idleTimeout: 1_000 })
  const [thing] = await lent(pool, 1)
  expect(clock.timers.size).toBe(0)
  pool.release(thing!)
  expect(clock.timers.size).toBe(1)
  await clock.pass(1_000)
  expect(clock.timers.size).toBe(0)
})

test('with no idle timeout it stays', async () => {
  const { clock, pool } = given({ idleTimeout: Infinity, maxLifetime: Infinity })
  const [thing] = await lent(pool, 1)
  pool.release(thing!)
  await clock.pass(1e9)
  expect(thing!.destroyed).toBe(false)
})

test('one that breaks while it is idle can be closed at once', async () => {
  const { pool, factory } = given()
  const [first, second] = await lent(pool, 2)
  pool.release(first!)
  pool.release(second!)
  await pool.destroy(first!, 'reset by the server')
  expect(factory.living).toEqual([second])
  expect(pool.acquire()).toBe(second)
})

test('one that is idle is lent by itself, and none is made for who would take one', async () => {
  const { pool } = given({ idleTimeout: 1_000 })
  expect(pool.takeIdle()).toBeUndefined()
  const [thing] = await lent(pool, 1)
  expect(pool.takeIdle()).toBeUndefined()
  pool.release(thing!)
  expect(pool.takeIdle()).toBe(thing)
  expect(pool.statistics()).toMatchObject({ inUse: 1, idle: 0, creating: 0, waiting: 0, created: 1, acquired: 2 })
  pool.release(thing!)
  void pool.drain()
  expect(pool.takeIdle()).toBeUndefined()
})
