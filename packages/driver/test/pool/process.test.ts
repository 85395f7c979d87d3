import { expect, test } from 'vitest'
import { systemClock } from '../../src/pool/clock.ts'
import { Pool } from '../../src/pool/pool.ts'
import { failureOf, Factory, fateOf, given, lent, settled, type Thing } from './support.ts'

/** Timers that keep this process alive. */
const holding = (): number => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length

test('a timer holds the process only when it is told to', () => {
  const before = holding()
  const stopIdle = systemClock.after(1e12, () => undefined, false)
  expect(holding()).toBe(before)
  const stop = systemClock.after(1e12, () => undefined, true)
  expect(holding()).toBe(before + 1)
  stop()
  stopIdle()
  expect(holding()).toBe(before)
})

test('a pool with lent and idle connections lets the process end', async () => {
  const before = holding()
  const pool = new Pool<Thing>('there:7687', new Factory(), { min: 4, idleTimeout: 50, livenessAfter: 0 })
  const [first] = await lent(pool, 2)
  pool.release(first!)
  await settled()
  expect(pool.statistics()).toMatchObject({ inUse: 1, idle: 3 })
  expect(holding()).toBe(before)
  await pool.drain({ timeout: 0 })
})

test('so does one that tries in vain to keep its minimum', async () => {
  const { clock, factory, pool } = given({ min: 2 })
  factory.mode = new Error('refused')
  await failureOf(pool.warmUp())
  expect([...clock.timers].map(({ holds }) => holds)).toEqual([false])
})

test('while it is drained, the process stays until all are closed', async () => {
  const { clock, factory, pool } = given({ max: 1 })
  await lent(pool, 1)
  factory.closing = 'never'
  const drained = fateOf(pool.drain({ timeout: 100 }))
  expect([...clock.timers].map(({ holds }) => holds)).toEqual([true])
  await clock.pass(100)
  expect([...clock.timers].map(({ holds }) => holds)).toEqual([true])
  await clock.pass(5_000)
  expect([drained.state, clock.timers.size]).toEqual(['resolved', 0])
})

test('while somebody waits, the process stays; not longer', async () => {
  const { clock, pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  const waiting = fateOf(pool.acquire())
  expect([...clock.timers].map(({ holds }) => holds)).toEqual([true])
  pool.release(thing!)
  await settled()
  expect(waiting.state).toBe('resolved')
  expect(clock.timers.size).toBe(0)
})
