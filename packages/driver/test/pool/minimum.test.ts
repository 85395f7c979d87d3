import { expect, test } from 'vitest'
import { failureOf, fateOf, given, lent, settled } from './support.ts'

test('warming up opens what is missing', async () => {
  const { pool } = given({ min: 3 })
  await pool.warmUp()
  expect(pool.statistics()).toMatchObject({ idle: 3, inUse: 0, created: 3 })
  await pool.warmUp()
  expect(pool.statistics().created).toBe(3)
})

test('warming up fails with what kept one from being made', async () => {
  const { factory, pool } = given({ min: 3 })
  const refused = new Error('refused')
  factory.mode = 'held'
  const warm = fateOf(pool.warmUp())
  factory.held[0]!.succeed()
  factory.held[1]!.fail(refused)
  factory.held[2]!.succeed()
  await settled()
  expect(warm.error).toBe(refused)
  expect(pool.statistics()).toMatchObject({ idle: 2, createFailed: 1 })
})

test('who comes while it warms up gets one of those, and no more are made', async () => {
  const { factory, pool } = given({ min: 2 })
  factory.mode = 'held'
  const warm = pool.warmUp()
  const waiting = lent(pool, 2)
  expect(factory.held).toHaveLength(2)
  for (const each of factory.held) each.succeed()
  await warm
  expect((await waiting).map(({ id }) => id)).toEqual([1, 2])
})

test('from the first that is asked for, as many are kept', async () => {
  const { pool } = given({ min: 3 })
  const thing = await pool.acquire()
  await settled()
  expect(pool.statistics()).toMatchObject({ inUse: 1, idle: 2 })
  await pool.destroy(thing)
  await settled()
  expect(pool.statistics()).toMatchObject({ inUse: 0, idle: 3 })
})

test('so many stay, however long they are idle, and are renewed when too old', async () => {
  const { clock, factory, pool } = given({ min: 2, idleTimeout: 1_000, maxLifetime: 10_000 })
  const things = await lent(pool, 5)
  for (const thing of things) pool.release(thing)
  await clock.pass(1_000)
  expect(factory.living.map(({ id }) => id)).toEqual([4, 5])
  await clock.pass(8_900)
  expect(factory.living.map(({ id }) => id)).toEqual([4, 5])
  await clock.pass(200)
  expect(factory.living.map(({ id }) => id)).toEqual([6, 7])
})

test('while they cannot be made it is tried again, one at a time, until it succeeds', async () => {
  const { clock, factory, pool } = given({ min: 3 })
  factory.mode = new Error('refused')
  await failureOf(pool.warmUp())
  await clock.pass(50 + 100 + 200)
  expect(factory.calls).toBe(3 + 3)
  factory.mode = 'made'
  await clock.pass(400)
  expect(pool.statistics()).toMatchObject({ idle: 3, createFailed: 6 })
  expect(clock.timers.size).toBe(1)
})
