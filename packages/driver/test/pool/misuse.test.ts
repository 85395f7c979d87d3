import { expect, test } from 'vitest'
import { failureOf, given, lent, Thing } from './support.ts'

test('giving one back twice is an error, and changes nothing', async () => {
  const { pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  pool.release(thing!)
  expect(() => pool.release(thing!)).toThrow('a connection to there:7687 was given back twice')
  expect(pool.acquire()).toBe(thing)
  expect(pool.statistics()).toMatchObject({ inUse: 1, idle: 0 })
})

test('giving back what is not of the pool is an error', async () => {
  const { pool } = given()
  const foreign = {
    code: 'USAGE',
    message: 'what was given back is no connection of the pool of there:7687, or was closed before',
  }
  expect(() => pool.release(new Thing(7))).toThrow(expect.objectContaining(foreign))
  expect(await failureOf(pool.destroy(new Thing(7)))).toMatchObject(foreign)
  expect(pool.statistics()).toMatchObject({ inUse: 0, idle: 0, destroyed: 0 })
})

test('one that is closed under who holds it may be given back, once', async () => {
  const { pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  await pool.destroy(thing!, 'broken')
  pool.release(thing!)
  expect(() => pool.release(thing!)).toThrow('or was closed before')
  expect(pool.statistics()).toMatchObject({ inUse: 0, idle: 0, destroyed: 1 })
})
