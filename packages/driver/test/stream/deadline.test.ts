import { GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { Deadline } from '../../src/stream/deadline.ts'
import { failureOf } from '../support.ts'

const late = (deadline: Deadline) => (): GraphError => deadline.error('nothing happened', { outcome: 'not sent' })
const never = new Promise<never>(() => {})

test('a call without limits has no deadline', () => {
  expect(Deadline.of('the call', {})).toBeUndefined()
})

test('a limit that is no number of milliseconds is refused', () => {
  expect(() => Deadline.of('the call', { timeout: -1 })).toThrow('timeout must be a number of milliseconds, not -1')
  expect(() => Deadline.of('the call', { timeout: Number.NaN })).toThrow(GraphError)
})

describe('a race against it', () => {
  test('is won by what settles first', async () => {
    const deadline = new Deadline('the call', { timeout: 10_000 })
    expect(await deadline.race(Promise.resolve(1), late(deadline))).toBe(1)
    expect(await failureOf(deadline.race(Promise.reject(new Error('own')), late(deadline)))).toMatchObject({
      message: 'own',
    })
    deadline.dispose()
  })

  test('ends with an error that names the call, the limit and what became of it', async () => {
    const deadline = new Deadline('the call', { timeout: 5 })
    expect(await failureOf(deadline.race(never, late(deadline)))).toMatchObject({
      code: 'TIMEOUT',
      message: 'the call took longer than 5 ms; nothing happened',
      outcome: 'not sent',
      fault: 'surroundings',
    })
  })

  test("ends when the caller's signal fires, with its reason as the cause", async () => {
    const controller = new AbortController()
    const deadline = new Deadline('the call', { signal: controller.signal })
    const raced = failureOf(deadline.race(never, late(deadline)))
    controller.abort('bored')
    expect(await raced).toMatchObject({
      code: 'ABORTED',
      message: 'the call was aborted; nothing happened',
      cause: 'bored',
    })
  })

  test('ends when the deadline around it is reached, and says so', async () => {
    const outer = new Deadline('the transaction', { timeout: 5 })
    const inner = new Deadline('the query', { timeout: 10_000 }, outer)
    expect(await failureOf(inner.race(never, late(inner)))).toMatchObject({
      message: 'the transaction took longer than 5 ms; nothing happened',
    })
    inner.dispose()
  })

  test('is lost at once when the deadline has passed', async () => {
    const deadline = new Deadline('the call', { timeout: 0 })
    expect(deadline.reached).toBe(true)
    expect(await failureOf(deadline.race(never, late(deadline)))).toMatchObject({ code: 'TIMEOUT' })
    expect(new Deadline('the query', {}, deadline).reached).toBe(true)
  })
})

test('a limit past what a timer can count does not fire at once', async () => {
  const deadline = new Deadline('the call', { timeout: 2 ** 40 })
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(deadline.reached).toBe(false)
  deadline.dispose()
})

test("disposing of it leaves nothing on the caller's signal", () => {
  const { signal } = new AbortController()
  let listeners = 0
  const counted = {
    aborted: false,
    reason: undefined,
    addEventListener: (...args: Parameters<typeof signal.addEventListener>) => [
      listeners++,
      signal.addEventListener(...args),
    ],
    removeEventListener: (...args: Parameters<typeof signal.removeEventListener>) => [
      listeners--,
      signal.removeEventListener(...args),
    ],
  }
  const deadline = new Deadline('the call', { signal: counted as unknown as AbortSignal })
  expect(listeners).toBe(1)
  deadline.dispose()
  expect(listeners).toBe(0)
})
