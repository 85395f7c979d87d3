import { describe, expect, it } from 'vitest'
import { formatSpec } from '../../src/catalog/spec.ts'
import { type IntegerPolicy, typeOfCounts } from '../../src/catalog/type-of-counts.ts'
import type { TypeCounts } from '../../src/catalog/type-word.ts'

const specOf = (types: TypeCounts, policy: IntegerPolicy = 'auto', elements?: TypeCounts): string =>
  formatSpec(typeOfCounts(types, { policy, elements, nullable: false }))

describe('the type that holds what was counted', () => {
  it.each<[TypeCounts, string]>([
    [{ integer: 3 }, 'integer'],
    [{ string: 2, integer: 1 }, 'string|integer'],
    [{ integer: 2, float: 1 }, 'float'],
    [{ date: 1, string: 4 }, 'string|date'],
    [{ map: 1 }, 'any'],
    [{ decimal: 1, string: 1 }, 'any'],
    [{ integer: 0, boolean: 1 }, 'boolean'],
    [{}, 'any'],
  ])('%j is %s', (types, spec) => {
    expect(specOf(types)).toBe(spec)
  })

  it('reads integers by policy, and past 2^53 as bigint unless told otherwise', () => {
    expect(specOf({ integer: 5, bigint: 1 })).toBe('bigint')
    expect(specOf({ integer: 5, bigint: 1 }, 'number')).toBe('integer')
    expect(specOf({ integer: 5 }, 'bigint')).toBe('bigint')
    expect(specOf({ integer: 5, float: 1 }, 'bigint')).toBe('float')
    expect(specOf({ bigint: 5, float: 1 })).toBe('any')
    expect(specOf({ bigint: 5, float: 1 }, 'number')).toBe('float')
  })

  it('types lists by their elements', () => {
    expect(specOf({ list: 2 }, 'auto', { integer: 4 })).toBe('list<integer>')
    expect(specOf({ list: 2 }, 'auto', { string: 1, null: 1 })).toBe('list<string?>')
    expect(specOf({ list: 2 }, 'auto', { list: 2 })).toBe('list<list<any>>')
    expect(specOf({ list: 2 }, 'auto', {})).toBe('list<any>')
    expect(specOf({ list: 2, string: 1 }, 'auto', { integer: 1 })).toBe('string|list<integer>')
  })
})
