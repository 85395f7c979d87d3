import { GraphError } from '@motif/core'
import { expect, test } from 'vitest'
import { fateOf, given, settled } from './support.ts'

test('making one has a deadline of its own, and frees its place', async () => {
  const { clock, factory, pool } = given({ max: 1, createTimeout: 5_000 })
  factory.mode = 'never'
  const first = fateOf(pool.acquire())
  await clock.pass(4_999)
  expect(first.state).toBe('pending')
  await clock.pass(1)
  expect(first.error).toMatchObject({
    code: 'CONNECTION',
    message: 'a connection to there:7687 could not be opened within 5000 ms',
    retryable: true,
    outcome: 'not sent',
  })
  expect(factory.given[0]!.aborted).toBe(true)
  expect(factory.given[0]!.reason).toBe(first.error)
  factory.mode = 'made'
  const second = fateOf(pool.acquire())
  await clock.pass(50)
  expect(second.value?.id).toBe(1)
})

test('it keeps back nobody who comes later while there is room', async () => {
  const { clock, factory, pool } = given({ max: 2, createTimeout: 30_000 })
  factory.mode = 'never'
  const first = fateOf(pool.acquire({ timeout: 100 }))
  await clock.pass(100)
  expect(first.error).toMatchObject({ code: 'POOL' })
  factory.mode = 'made'
  const second = fateOf(pool.acquire())
  await settled()
  expect(second.state).toBe('resolved')
  expect(pool.statistics()).toMatchObject({ inUse: 1, creating: 1, max: 2 })
})

test('nor when its caller left', async () => {
  const { factory, pool } = given({ max: 2 })
  factory.mode = 'never'
  const controller = new AbortController()
  const first = fateOf(pool.acquire({ signal: controller.signal }))
  controller.abort()
  factory.mode = 'made'
  const second = fateOf(pool.acquire())
  await settled()
  expect([first.state, second.state]).toEqual(['rejected', 'resolved'])
})

test('nor when its caller was served by another that came back', async () => {
  const { factory, pool } = given({ max: 3 })
  const thing = await pool.acquire()
  factory.mode = 'never'
  const second = fateOf(pool.acquire())
  pool.release(thing)
  await settled()
  expect(second.value).toBe(thing)
  factory.mode = 'made'
  const third = fateOf(pool.acquire())
  await settled()
  expect(third.value?.id).toBe(2)
})

test('nor does it keep back another try after a failure', async () => {
  const { clock, factory, pool } = given({ max: 3, createTimeout: 30_000 })
  factory.mode = 'never'
  void fateOf(pool.acquire({ timeout: 1 }))
  await clock.pass(1)
  factory.mode = new Error('refused')
  expect(fateOf(pool.acquire())).toMatchObject({ state: 'pending' })
  await settled()
  factory.mode = 'made'
  const third = fateOf(pool.acquire())
  await clock.pass(50)
  expect(third.state).toBe('resolved')
})

test('what comes after it was given up is closed, and not lent', async () => {
  const { clock, factory, pool } = given({ max: 1, createTimeout: 1_000 })
  factory.mode = 'held'
  const first = fateOf(pool.acquire())
  await clock.pass(1_000)
  expect(first.error).toBeInstanceOf(GraphError)
  factory.held[0]!.succeed()
  await settled()
  expect(factory.made[0]!.destroyed).toBe(true)
  expect(pool.statistics()).toMatchObject({ idle: 0, inUse: 0, created: 0 })
})

test('what fails after it was given up is no unhandled rejection', async () => {
  const { clock, factory, pool } = given({ max: 1, createTimeout: 1_000 })
  factory.mode = 'held'
  const first = fateOf(pool.acquire())
  await clock.pass(1_000)
  factory.held[0]!.fail(new Error('late'))
  await settled()
  expect(first.error).toBeInstanceOf(GraphError)
  expect(pool.statistics().createFailed).toBe(1)
})
