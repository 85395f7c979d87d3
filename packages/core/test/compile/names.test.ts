import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nested, only, withName } from '../../src/compile/names.ts'
import type { Scope } from '../../src/compile/rewrite-context.ts'
import type { ValueType } from '../../src/value/value-type.ts'

const type = (length: number): ValueType => ({
  kind: 'list',
  of: { kind: 'any', nullable: length > 1 },
  nullable: false,
})

describe('a scope', () => {
  it('sees what was added to it, not what was added to another that goes on from it', () => {
    const first = withName(new Map([['a', type(1)]]), 'b', type(2))
    const second = withName(first, 'c', type(1))
    const other = withName(first, 'd', type(1))
    expect([...first.keys()]).toEqual(['a', 'b'])
    expect([...second.keys()]).toEqual(['a', 'b', 'c'])
    expect([...other.keys()]).toEqual(['a', 'b', 'd'])
    expect([second.has('d'), other.has('c'), second.size]).toEqual([false, false, 3])
    expect([...only(second, ['c', 'a', 'd']).keys()]).toEqual(['c', 'a'])
  })

  const step = fc.record({
    from: fc.nat(),
    name: fc.constantFrom('a', 'b', 'c', 'd', 'toString'),
    length: fc.nat(2),
    nest: fc.boolean(),
  })
  it('is what a copied map would be', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const made: (readonly [Scope, ReadonlyMap<string, ValueType>])[] = [[nested(), new Map()]]
        for (const { from, name, length, nest } of steps) {
          const [scope, copy] = made[from % made.length] ?? [nested(), new Map()]
          made.push([withName(nest ? nested(scope) : scope, name, type(length)), new Map(copy).set(name, type(length))])
        }
        for (const [scope, copy] of made) {
          expect(new Map(scope)).toEqual(copy)
          for (const name of ['a', 'b', 'c', 'd', 'toString']) expect(scope.get(name)).toEqual(copy.get(name))
        }
      }),
    )
  })

  it('is as short to look through however deep it is nested', () => {
    let scope = nested()
    for (let at = 0; at < 100_000; at++) scope = withName(nested(scope), `n${at % 7}`, type(1))
    expect([...scope.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'])
  })
})
