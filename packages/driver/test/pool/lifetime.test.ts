import { expect, test } from 'vitest'
import { given, lent } from './support.ts'

const forever = { idleTimeout: Infinity }

test('one too old is closed while it is idle', async () => {
  const { clock, pool, reasons } = given({ ...forever, maxLifetime: 10_000 })
  const [thing] = await lent(pool, 1)
  await clock.pass(1_000)
  pool.release(thing!)
  await clock.pass(8_999)
  expect(thing!.destroyed).toBe(false)
  await clock.pass(1)
  expect(thing!.destroyed).toBe(true)
  expect(reasons()).toEqual(['lifetime'])
})

test('one that grows too old while it is lent is closed when it comes back', async () => {
  const { clock, pool } = given({ ...forever, maxLifetime: 10_000 })
  const [thing] = await lent(pool, 1)
  await clock.pass(10_000)
  expect(thing!.destroyed).toBe(false)
  pool.release(thing!)
  expect(thing!.destroyed).toBe(true)
})

test('one too old is not lent, even before anything closed it', async () => {
  const { clock, pool } = given({ ...forever, maxLifetime: 10_000 })
  const [thing] = await lent(pool, 1)
  pool.release(thing!)
  clock.timers.clear()
  await clock.pass(10_000)
  expect((await pool.acquire()).id).toBe(2)
  expect(thing!.destroyed).toBe(true)
})

test('those made together end apart, up to a tenth earlier', async () => {
  const { clock, factory, pool } = given({ ...forever, maxLifetime: 10_000 })
  const chances = [0, 0.5, 0.999_999]
  clock.random = () => chances.shift()!
  const things = await lent(pool, 3)
  for (const thing of things) pool.release(thing)
  const livingAfter = async (milliseconds: number): Promise<number> => {
    await clock.pass(milliseconds)
    return factory.living.length
  }
  expect(await livingAfter(8_999)).toBe(3)
  expect(await livingAfter(2)).toBe(2)
  expect(await livingAfter(498)).toBe(2)
  expect(await livingAfter(1)).toBe(1)
  expect(await livingAfter(499)).toBe(1)
  expect(await livingAfter(1)).toBe(0)
})
