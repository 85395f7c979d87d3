import { describe, expect, it } from 'vitest'
import { median, quantile } from '../quantile.ts'

describe('a quantile', () => {
  it('is of the values in order, whatever order they came in', () => {
    expect([quantile([9, 1, 10, 2], 0), median([9, 1, 10]), quantile([9, 1, 10, 2], 1)]).toEqual([1, 9, 10])
  })

  it('of nothing is an error', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})
