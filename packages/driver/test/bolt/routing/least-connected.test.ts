import { expect, test } from 'vitest'
import { LeastConnected } from '../../../src/bolt/routing/least-connected.ts'
import { at } from './support.ts'

const servers = ['a', 'b', 'c'].map(at)
const times = (balance: LeastConnected, count: number): string =>
  Array.from({ length: count }, () => balance.pick(servers)?.host).join(' ')

test('the server with the fewest connections in use is taken', () => {
  const inUse: Record<string, number> = { a: 3, b: 1, c: 2 }
  expect(times(new LeastConnected(({ host }) => inUse[host] ?? 0), 3)).toBe('b b b')
})

test('equals take turns', () => {
  expect(times(new LeastConnected(() => 0), 6)).toBe('a b c a b c')
})

test('work spreads evenly over servers that keep it', () => {
  const inUse: Record<string, number> = { a: 0, b: 0, c: 0 }
  const balance = new LeastConnected(({ host }) => inUse[host] ?? 0)
  for (let i = 0; i < 30; i++) {
    const host = balance.pick(servers)?.host ?? ''
    inUse[host] = (inUse[host] ?? 0) + 1
  }
  expect(inUse).toEqual({ a: 10, b: 10, c: 10 })
})

test('from nobody nobody is taken', () => {
  expect(new LeastConnected(() => 0).pick([])).toBeUndefined()
})
