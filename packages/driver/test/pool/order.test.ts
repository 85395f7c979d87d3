import { expect, test } from 'vitest'
import { given, lent } from './support.ts'

test('those who wait are served in the order they came', async () => {
  const { pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  const served: number[] = []
  const waiting = [1, 2, 3, 4].map(async (each) => {
    const got = await pool.acquire()
    served.push(each)
    pool.release(got)
  })
  pool.release(thing!)
  await Promise.all(waiting)
  expect(served).toEqual([1, 2, 3, 4])
})

test('who comes while others wait does not overtake them', async () => {
  const { pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  const first = pool.acquire()
  pool.release(thing!)
  const second = pool.acquire()
  expect(second).toBeInstanceOf(Promise)
  expect(await first).toBe(thing)
  pool.release(thing!)
  expect(await second).toBe(thing)
})

test('those with high priority come first, in their own order', async () => {
  const { pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  const served: string[] = []
  const ask = async (name: string, priority: 'normal' | 'high'): Promise<void> => {
    const got = await pool.acquire({ priority })
    served.push(name)
    pool.release(got)
  }
  const asked = [ask('a', 'normal'), ask('B', 'high'), ask('c', 'normal'), ask('D', 'high')]
  pool.release(thing!)
  await Promise.all([...asked, ask('e', 'normal'), ask('F', 'high')])
  expect(served).toEqual(['B', 'D', 'F', 'a', 'c', 'e'])
})

test('the order holds when some leave from the middle', async () => {
  const { pool } = given({ max: 1 })
  const [thing] = await lent(pool, 1)
  const bored = new AbortController()
  const served: number[] = []
  const ask = async (each: number): Promise<void> => {
    const high = each % 3 === 0
    const signal = each % 4 === 0 ? bored.signal : undefined
    const got = await pool.acquire({ priority: high ? 'high' : 'normal', signal })
    served.push(each)
    pool.release(got)
  }
  const asked = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((each) => ask(each))
  bored.abort()
  asked.push(ask(13), ask(15))
  pool.release(thing!)
  await Promise.allSettled(asked)
  expect(served).toEqual([3, 6, 9, 15, 1, 2, 5, 7, 10, 11, 13])
})
