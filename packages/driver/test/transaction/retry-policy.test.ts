import { expect, test } from 'vitest'
import { nextDelay } from '../../src/transaction/retry-policy.ts'

const settings = { firstDelay: 4, maxRetryTime: 30_000 }

test('pauses are drawn below a limit that doubles', () => {
  expect([1, 2, 3, 4, 10].map((tries) => nextDelay(tries, 0, settings, 0.5))).toEqual([2, 4, 8, 16, 1024])
  expect(nextDelay(1, 0, settings, 0)).toBe(0)
})

test('no pause is longer than five seconds, however many tries came before', () => {
  expect(nextDelay(40, 0, settings, 0.999)).toBeLessThanOrEqual(5_000)
  expect(nextDelay(5_000, 0, settings, 0.999)).toBeLessThanOrEqual(5_000)
})

test('it is time to give up when the next try would begin too late', () => {
  expect(nextDelay(1, 29_999, settings, 0.5)).toBeUndefined()
  expect(nextDelay(1, 29_997, settings, 0.5)).toBe(2)
  expect(nextDelay(1, 0, { firstDelay: 4, maxRetryTime: 0 }, 0.5)).toBeUndefined()
})
