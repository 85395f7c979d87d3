import { expect, test } from 'vitest'
import { fateOf, given, lent, settled, type Thing } from './support.ts'

const idleFor = async (milliseconds: number, prepare: (thing: Thing) => void = () => undefined) => {
  const made = given({ max: 1, livenessAfter: 1_000 })
  const thing = await made.pool.acquire()
  prepare(thing)
  made.pool.release(thing)
  await made.clock.pass(milliseconds)
  return { ...made, thing }
}

test('one that was idle no longer than that is lent without asking', async () => {
  const { pool, thing } = await idleFor(1_000)
  expect(pool.acquire()).toBe(thing)
  expect(thing.asked).toBe(0)
})

test('one that was idle for longer is asked first', async () => {
  const { pool, thing } = await idleFor(1_001)
  const got = pool.acquire()
  expect(got).toBeInstanceOf(Promise)
  expect(await got).toBe(thing)
  pool.release(thing)
  expect(pool.acquire()).toBe(thing)
  expect(thing.asked).toBe(1)
})

test.each([false, 'rejects', 'throws'] as const)('one that is dead (%s) is closed and another made', async (alive) => {
  const { pool, thing, reasons } = await idleFor(2_000, (each) => (each.alive = alive))
  expect((await pool.acquire()).id).toBe(2)
  expect(thing.destroyed).toBe(true)
  expect(reasons()).toEqual(['dead'])
  expect(pool.statistics()).toMatchObject({ inUse: 1, idle: 0 })
})

test('one that does not answer is dead after 5 s', async () => {
  const { clock, pool, thing } = await idleFor(2_000, (each) => (each.alive = 'never'))
  const got = fateOf(pool.acquire())
  await clock.pass(4_999)
  expect(got.state).toBe('pending')
  expect(pool.statistics()).toMatchObject({ inUse: 0, idle: 1, waiting: 1 })
  await clock.pass(1)
  expect(got.value?.id).toBe(2)
  expect(thing.destroyed).toBe(true)
})

test('while one is asked, who waits may be served by another', async () => {
  const { clock, pool } = given({ max: 2, livenessAfter: 1_000 })
  const [first, second] = await lent(pool, 2)
  second!.alive = 'never'
  pool.release(second!)
  await clock.pass(2_000)
  const got = fateOf(pool.acquire())
  pool.release(first!)
  await settled()
  expect(got.value).toBe(first)
})

test('one closed while it is asked stays closed', async () => {
  const { pool, thing, factory } = await idleFor(2_000)
  const got = fateOf(pool.acquire())
  await pool.destroy(thing)
  await settled()
  expect(got.value?.id).toBe(2)
  expect(factory.living.map(({ id }) => id)).toEqual([2])
  expect(pool.statistics()).toMatchObject({ inUse: 1, idle: 0, destroyed: 1 })
})

test('nobody is asked where there is no way to', async () => {
  const { clock, factory, pool } = given({ livenessAfter: 0 })
  Object.assign(factory, { isAlive: undefined })
  const thing = await pool.acquire()
  pool.release(thing)
  await clock.pass(1_000)
  expect(pool.acquire()).toBe(thing)
})
