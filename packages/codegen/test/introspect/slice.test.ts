import { describe, expect, it } from 'vitest'
import { introspect } from '../../src/introspect/introspect.ts'
import { sampleOf, slicesOf } from '../../src/introspect/slice.ts'
import { executorOf, freshGraph } from '../grafeo-executor.ts'

describe('what is read of a label', () => {
  it('is nothing of none, all of a few, and a slice a statement of many', () => {
    expect(slicesOf('x', 0, 50_000)).toEqual([])
    expect(slicesOf('x', 50_000, 50_000)).toEqual([{ params: {} }])
    expect(slicesOf('x', 50_001, 50_000)).toEqual([
      { condition: 'id(x) % $slices = $slice', params: { slices: 2, slice: 0 } },
      { condition: 'id(x) % $slices = $slice', params: { slices: 2, slice: 1 } },
    ])
  })

  it('is a share of a sample, and all when there are no more', () => {
    expect(sampleOf('x', 10, 10)).toEqual({ params: {} })
    expect(sampleOf('x', 4_000, 100)).toEqual({
      condition: 'id(x) % 1000003 * 618035 % 1000003 < $bound',
      params: { bound: 25_001 },
    })
  })

  it('adds up over slices to everything, once', { timeout: 30_000 }, async () => {
    const graph = await freshGraph(
      "UNWIND range(1, 120000) AS i CREATE (:Many {id: i, tags: ['a']})",
      'MATCH (m:Many) WHERE m.id % 3 = 0 SET m.third = true',
    )
    const executor = executorOf(graph)
    const { labels } = await introspect(executor)
    expect(labels).toEqual([
      {
        name: 'Many',
        count: 120_000,
        scanned: 120_000,
        properties: [
          { name: 'id', count: 120_000, types: { integer: 120_000 } },
          { name: 'tags', count: 120_000, types: { list: 120_000 }, elements: { string: 120_000 } },
          { name: 'third', count: 40_000, types: { boolean: 40_000 } },
        ],
      },
    ])
    expect(executor.asked.filter(({ text }) => text.includes('$slice')).map(({ params }) => params['slice'])).toEqual([
      0, 0, 1, 1, 2, 2,
    ])
  })
})
