import { expect, test } from 'vitest'
import { nextDelay } from '../../src/transaction/retry-policy.ts'

const settings = { firstDelay: 2, jitter: 1, maxRetryTime: 30_000 }
const ofServers = { firstDelay: 1_000, jitter: 0.2, maxRetryTime: 30_000 }

test('pauses double on average, and chance has the share it is given', () => {
  expect([1, 2, 3, 4, 10].map((tries) => nextDelay(tries, 0, settings, 0.5))).toEqual([2, 4, 8, 16, 1024])
  expect([0, 0.5, 1].map((random) => nextDelay(1, 0, settings, random))).toEqual([0, 2, 4])
  expect([0, 0.5, 1].map((random) => nextDelay(2, 0, ofServers, random))).toEqual([1_600, 2_000, 2_400])
})

test('no pause is longer than five seconds on average, however many tries came before', () => {
  expect(nextDelay(40, 0, settings, 0.5)).toBe(5_000)
  expect(nextDelay(5_000, 0, ofServers, 0.5)).toBe(5_000)
})

test('it is time to give up when the next try would begin too late', () => {
  expect(nextDelay(1, 29_999, settings, 0.5)).toBeUndefined()
  expect(nextDelay(1, 29_997, settings, 0.5)).toBe(2)
  expect(nextDelay(1, 0, { ...settings, maxRetryTime: 0 }, 0.5)).toBeUndefined()
})
