import { describe, expect, it } from 'vitest'
import type { Constraint } from '../../src/catalog/catalog.ts'
import { resolve } from '../../src/catalog/resolve.ts'
import { formatSpec } from '../../src/catalog/spec.ts'
import type { TypeCounts } from '../../src/catalog/type-word.ts'
import { catalog, label, property } from '../catalogs.ts'

const typed: Constraint = {
  name: 'code_type',
  kind: 'type',
  on: 'node',
  target: 'User',
  properties: ['code'],
  types: ['integer', 'list'],
  elements: ['string'],
}

const settled = (types: TypeCounts, more: Partial<Constraint> = {}) => {
  const from = catalog({ labels: [label('User', 2, [property('code', types)])], constraints: [{ ...typed, ...more }] })
  const [found] = resolve(from).nodes[0]?.properties ?? []
  return found === undefined ? undefined : { type: formatSpec(found.type), reason: found.reason, notes: found.notes }
}

describe('a property whose type a constraint holds', () => {
  it('has that type before there is a value, and may be missing', () => {
    expect(settled({})).toEqual({
      type: 'integer|list<string>?',
      reason: 'named by a constraint, but no node has it',
      notes: ['Its type is held by constraint code_type.'],
    })
  })

  it('has all that is allowed when less was met, and integers past 2^53 when they were', () => {
    expect(settled({ integer: 2 })?.type).toBe('integer|list<string>')
    expect(settled({ bigint: 1, integer: 1 }, { types: ['integer'], elements: [] })?.type).toBe('bigint')
  })

  it('is another one where the constraint is on something else', () => {
    expect(settled({ string: 2 }, { on: 'relationship' })?.type).toBe('string')
    expect(settled({ string: 2 }, { target: 'Post' })?.type).toBe('string')
    expect(settled({ string: 2 }, { properties: ['other'] })?.type).toBe('string')
  })
})
