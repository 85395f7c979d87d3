import { expect, test } from 'vitest'
import { failureOf, fateOf, given, lent, settled } from './support.ts'

test('an unused pool ends at once', async () => {
  const { clock, pool } = given()
  await pool.drain()
  expect(clock.timers.size).toBe(0)
})

test('nobody new is served', async () => {
  const { pool } = given()
  void pool.drain()
  const closed = { code: 'USAGE', message: 'the pool of there:7687 is closed', outcome: 'not sent' }
  expect(await failureOf(pool.acquire())).toMatchObject(closed)
  expect(await failureOf(pool.warmUp())).toMatchObject(closed)
})

test('the idle are closed, the lent when they come back; then it is over', async () => {
  const { clock, pool, reasons } = given({ min: 2 })
  const [first, second] = await lent(pool, 2)
  pool.release(first!)
  const drained = fateOf(pool.drain())
  await settled()
  expect([first!.destroyed, drained.state]).toEqual([true, 'pending'])
  pool.release(second!)
  await settled()
  expect([second!.destroyed, drained.state]).toEqual([true, 'resolved'])
  expect(reasons()).toEqual(['drained', 'drained'])
  expect(clock.timers.size).toBe(0)
})

test('those who wait already are still served, also by what must be made', async () => {
  const { pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  const waiting = [pool.acquire(), pool.acquire()].map(fateOf)
  const drained = fateOf(pool.drain())
  pool.release(thing!)
  await settled()
  expect(waiting[0]!.value).toBe(thing)
  await pool.destroy(thing!)
  await settled()
  expect(waiting[1]!.value?.id).toBe(2)
  pool.release(waiting[1]!.value!)
  await settled()
  expect(drained.state).toBe('resolved')
})

test('at the deadline who waits is refused, and the lent are closed; giving them back is no mistake', async () => {
  const { clock, pool, reasons } = given({ max: 1 })
  const thing = await pool.acquire({ callSite: 'src/a.ts:1:1' })
  const waiting = fateOf(pool.acquire())
  const drained = fateOf(pool.drain({ timeout: 2_000 }))
  await clock.pass(1_999)
  expect([waiting.state, drained.state]).toEqual(['pending', 'pending'])
  await clock.pass(1)
  expect(waiting.error).toMatchObject({
    code: 'POOL',
    message:
      'no connection to there:7687 before it was closed: all 1 are in use, 1 more waiting; ' +
      'held the longest for 2.0 s by src/a.ts:1:1',
  })
  expect([thing.destroyed, drained.state]).toEqual([true, 'resolved'])
  expect(reasons()).toEqual(['deadline of drain'])
  pool.release(thing)
  expect(pool.statistics()).toMatchObject({ inUse: 0, idle: 0, destroyed: 1 })
})

test('what is being made for nobody is given up', async () => {
  const { factory, pool } = given({ min: 1 })
  factory.mode = 'held'
  const warm = fateOf(pool.warmUp())
  const drained = fateOf(pool.drain())
  await settled()
  expect([warm.state, drained.state]).toEqual(['rejected', 'resolved'])
  expect(factory.given[0]!.aborted).toBe(true)
  factory.held[0]!.succeed()
  await settled()
  expect(factory.living).toEqual([])
})

test('what was made is no longer given up', async () => {
  const { factory, pool } = given({ max: 2 })
  await lent(pool, 1)
  factory.mode = 'never'
  const waiting = fateOf(pool.acquire())
  await pool.drain({ timeout: 0 })
  expect(waiting.state).toBe('rejected')
  expect(factory.given.map(({ aborted }) => aborted)).toEqual([false, true])
})

test('nothing is tried again', async () => {
  const { clock, factory, pool } = given({ min: 2 })
  factory.mode = new Error('refused')
  await failureOf(pool.warmUp())
  await pool.drain()
  expect(clock.timers.size).toBe(0)
})

test('it ends when the last of those who wait leaves', async () => {
  const { factory, pool } = given({ max: 1 })
  factory.mode = 'never'
  const controller = new AbortController()
  const waiting = fateOf(pool.acquire({ signal: controller.signal }))
  const drained = fateOf(pool.drain())
  await settled()
  expect([waiting.state, drained.state]).toEqual(['pending', 'pending'])
  controller.abort()
  await settled()
  expect([waiting.state, drained.state]).toEqual(['rejected', 'resolved'])
})

test('drained again, the earlier deadline counts', async () => {
  const { clock, pool } = given()
  const [thing] = await lent(pool, 1)
  const drained = fateOf(pool.drain({ timeout: 10_000 }))
  const later = fateOf(pool.drain({ timeout: 60_000 }))
  const sooner = fateOf(pool.drain({ timeout: 1_000 }))
  await clock.pass(1_000)
  expect([drained.state, later.state, sooner.state]).toEqual(['resolved', 'resolved', 'resolved'])
  expect(thing!.destroyed).toBe(true)
})

test('a timeout of zero closes all at once', async () => {
  const { pool, factory } = given({ max: 2 })
  await lent(pool, 2)
  const waiting = fateOf(pool.acquire())
  await pool.drain({ timeout: 0 })
  expect(waiting.state).toBe('rejected')
  expect(factory.living).toEqual([])
})

test.each(['rejects', 'throws'] as const)('closing that %s does not keep it', async (closing) => {
  const { pool, factory } = given()
  const [thing] = await lent(pool, 1)
  factory.closing = closing
  pool.release(thing!)
  await pool.drain()
  expect(thing!.destroyed).toBe(true)
})

test('closing that never ends keeps it for 5 s', async () => {
  const { clock, pool, factory } = given()
  const [thing] = await lent(pool, 1)
  factory.closing = 'never'
  pool.release(thing!)
  const drained = fateOf(pool.drain())
  await clock.pass(4_999)
  expect(drained.state).toBe('pending')
  await clock.pass(1)
  expect(drained.state).toBe('resolved')
})

test('one that is asked whether it lives does not keep it past its deadline', async () => {
  const { clock, pool } = given({ livenessAfter: 10 })
  const [thing] = await lent(pool, 1)
  thing!.alive = 'never'
  pool.release(thing!)
  await clock.pass(1_000)
  const waiting = fateOf(pool.acquire())
  const drained = fateOf(pool.drain({ timeout: 100 }))
  await clock.pass(100)
  expect([waiting.state, drained.state, thing!.destroyed]).toEqual(['rejected', 'resolved', true])
  await clock.pass(10_000)
  expect(pool.statistics()).toMatchObject({ inUse: 0, idle: 0, waiting: 0 })
})
