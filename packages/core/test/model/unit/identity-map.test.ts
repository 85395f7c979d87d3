import { describe, expect, it } from 'vitest'
import { IdentityMap } from '../../../src/model/unit/identity-map.ts'
import { Point } from '../../../src/value/point.ts'

describe('an identity map', () => {
  it('gives one object for a node, with what was read last', () => {
    const people = new IdentityMap(['id'])
    const ada = people.keep({ id: 1, name: 'Ada', age: 36 })
    expect(people.keep({ id: 1, name: 'Ada L.' })).toBe(ada)
    expect(ada).toEqual({ id: 1, name: 'Ada L.' })
    expect(people.find({ id: 1 })).toBe(ada)
    expect(people.find({ id: 2 })).toBeUndefined()
  })

  it('asks for what may have changed to be read again, into the same object', () => {
    const people = new IdentityMap(['id'])
    const ada = people.keep({ id: 1, name: 'Ada' })
    people.outdate()
    expect(people.find({ id: 1 })).toBeUndefined()
    expect(people.keep({ id: 1, name: 'Ada L.' })).toBe(ada)
    expect(people.find({ id: 1 })).toBe(ada)
  })

  it('tells keys apart as a graph does', () => {
    const things = new IdentityMap(['a', 'b'])
    const rows = [
      { a: '1', b: '2' },
      { a: 1, b: '2' },
      { a: '12', b: '' },
      { a: '', b: '12' },
    ]
    const kept = rows.map((row) => things.keep({ ...row }))
    expect(new Set(kept).size).toBe(4)
    expect(things.find({ a: 1n, b: '2' })).toBe(kept[1])
  })

  it('tells keys apart by all that they hold', () => {
    const pairs: readonly (readonly [unknown, unknown])[] = [
      [new Date(1), new Date(2)],
      [new Point(7203, 1, 2), new Point(7203, 1, 3)],
      [Uint8Array.of(1, 2), Uint8Array.of(1, 3)],
    ]
    for (const [one, other] of pairs) {
      const things = new IdentityMap(['id'])
      const kept = [things.keep({ id: one }), things.keep({ id: other })]
      expect(kept).toEqual([{ id: one }, { id: other }])
      expect([things.find({ id: one }), things.find({ id: other })]).toEqual(kept)
    }
  })

  it('takes no two rows without a key for one node', () => {
    const things = new IdentityMap(['a', 'b'])
    const rows = [1, 2].map((at) => ({ a: 1, b: null, at }))
    expect(rows.map((row) => things.keep({ ...row }))).toEqual(rows)
  })
})
