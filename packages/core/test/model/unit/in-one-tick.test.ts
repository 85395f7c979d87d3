import { describe, expect, it } from 'vitest'
import { GraphError } from '../../../src/error/graph-error.ts'
import { inOneTick } from '../../../src/model/unit/in-one-tick.ts'

const doubled = (most = 1_000) => {
  const batches: (readonly number[])[] = []
  const call = inOneTick<number, number>(
    async (keys) => {
      batches.push(keys)
      return keys.map((key) => key * 2)
    },
    { most, begin: (work) => work() },
  )
  return { batches, call }
}

describe('calls of one tick', () => {
  it('are worked off together, each with its own value', async () => {
    const { batches, call } = doubled()
    expect(await Promise.all([1, 2, 3].map(call))).toEqual([2, 4, 6])
    expect(batches).toEqual([[1, 2, 3]])
  })

  it('meet again after the same await', async () => {
    const { batches, call } = doubled()
    const twice = async (key: number): Promise<number> => call(await call(key))
    expect(await Promise.all([1, 2, 3].map(twice))).toEqual([4, 8, 12])
    expect(batches).toEqual([
      [1, 2, 3],
      [2, 4, 6],
    ])
  })

  it('are split where there are too many', async () => {
    const { batches, call } = doubled(2)
    expect(await Promise.all([1, 2, 3].map(call))).toEqual([2, 4, 6])
    expect(batches).toEqual([[1, 2], [3]])
  })

  it('of another tick are another batch', async () => {
    const { batches, call } = doubled()
    await call(1)
    await call(2)
    expect(batches).toEqual([[1], [2]])
  })
})

describe('an error', () => {
  it('of a whole batch is that of each of its calls, and of no other batch', async () => {
    const call = inOneTick<number, number>(
      async (keys) => {
        if (keys.includes(1)) throw new Error(`lost ${keys.join()}`)
        return keys
      },
      { most: 2, begin: (work) => work().catch(() => {}) },
    )
    const endings = await Promise.allSettled([1, 2, 3].map(call))
    expect(endings).toMatchObject([
      { reason: { message: 'lost 1,2' } },
      { reason: { message: 'lost 1,2' } },
      { value: 3 },
    ])
  })

  it('of a key that cannot be sent is that of its call alone', async () => {
    const call = inOneTick<number, number>(
      async (keys) => {
        if (keys.includes(3)) throw new GraphError('PARAMETER', 'not 3', { outcome: 'not sent' })
        return keys
      },
      { most: 10, begin: (work) => work().catch(() => {}) },
    )
    expect(await Promise.allSettled([1, 2, 3, 4, 5].map(call))).toMatchObject([
      { value: 1 },
      { value: 2 },
      { reason: { message: 'not 3' } },
      { value: 4 },
      { value: 5 },
    ])
  })
})
