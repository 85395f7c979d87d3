import { describe, expect, it } from 'vitest'
import { sameOptions } from '../../../src/model/unit/same-options.ts'
import { Point } from '../../../src/value/point.ts'

const asked = (value: unknown): string => sameOptions({ include: { KNOWS: { where: { at: value } } } })

describe('options that ask for the same', () => {
  it('have a text in common', () => {
    expect(asked(new Date(1))).toBe(asked(new Date(1)))
    expect(asked(new Point(7203, 1, 2))).toBe(asked(new Point(7203, 1, 2)))
    expect(asked({ in: [1, 'a'] })).toBe(asked({ in: [1, 'a'] }))
  })

  it.each<[unknown, unknown]>([
    [1, 2],
    [1, '1'],
    [null, 'null'],
    [new Date(1), new Date(2)],
    [new Date(1), new Date(1).toJSON()],
    [new Point(7203, 1, 2), new Point(7203, 1, 3)],
    [Uint8Array.of(1), Uint8Array.of(2)],
    [['a', 'b'], ['a,b']],
  ])('and no others: %j, %j', (one, other) => {
    expect(asked(one)).not.toBe(asked(other))
  })
})
