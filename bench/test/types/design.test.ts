import { describe, expect, it } from 'vitest'
import { places } from '../../types/design.ts'

describe('the places of queries', () => {
  it('are spread over a schema larger than they are many', () => {
    expect(places(10, 1_000).map(({ at }) => at(0))).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])
  })

  it('go round a smaller one, each with a number of its own', () => {
    expect(places(7, 5).map(({ index, at }) => [index, at(0), at(1)])).toEqual([
      [0, 0, 1],
      [1, 1, 2],
      [2, 2, 3],
      [3, 3, 4],
      [4, 4, 0],
      [5, 0, 1],
      [6, 1, 2],
    ])
  })
})
