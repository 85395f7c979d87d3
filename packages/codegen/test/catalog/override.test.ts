import { describe, expect, it } from 'vitest'
import type { GraphModel } from '../../src/catalog/model.ts'
import { resolve } from '../../src/catalog/resolve.ts'
import { formatSpec } from '../../src/catalog/spec.ts'
import type { ElementOverride, PropertyOverride } from '../../src/config/config.ts'
import { catalog, label, property, social, type } from '../catalogs.ts'

const withUser = (user: ElementOverride): GraphModel => resolve(social, { overrides: { nodes: { User: user } } })

const settled = (name: string, override: PropertyOverride): string | undefined => {
  const user = withUser({ properties: { [name]: override } }).nodes.find((each) => each.label === 'User')
  const found = user?.properties.find((each) => each.name === name)
  return found && [formatSpec(found.type), found.reason, ...found.notes].join('; ')
}

describe('what the user says of a property', () => {
  it.each<[string, PropertyOverride, string]>([
    ['age', 'float', 'float; by override'],
    ['age', 'float?', 'float?; by override'],
    ['code', 'string', 'string; by override'],
    ['age', { nullable: false }, 'integer; by override'],
    ['name', { nullable: true }, 'string?; by override'],
    ['age', { type: 'bigint' }, 'bigint?; 12 of 3,376 nodes lack it; Type by override.'],
    ['id', { type: 'bigint' }, 'bigint; by constraint user_id; Type by override.'],
    ['age', { comment: 'In years.' }, 'integer?; 12 of 3,376 nodes lack it; In years.'],
    ['nickname', 'string?', 'string?; by override'],
    ['nickname', { type: 'string' }, 'string?; by override, no value was seen; Type by override.'],
  ])('%s: %j', (name, override, expected) => {
    expect(settled(name, override)).toBe(expected)
  })

  it('may leave it out', () => {
    expect(settled('age', { omit: true })).toBeUndefined()
  })

  it('is not mixed up with what every object has', () => {
    const odd = catalog({ labels: [label('constructor', 1, [property('toString', { string: 1 })])] })
    expect(resolve(odd, { overrides: { nodes: {} } }).nodes[0]?.properties[0]?.reason).toBe('the only node has it')
  })
})

describe('what the user says of a label or type', () => {
  it('names it', () => {
    expect(withUser({ name: 'Person' }).nodes.map((each) => each.name)).toEqual(['Admin', 'Post', 'Person'])
  })

  it('leaves a label out of nodes, ends and label sets', () => {
    const model = withUser({ omit: true })
    expect(model.nodes.map((each) => each.label)).toEqual(['Admin', 'Post'])
    expect(model.relationships.map((each) => [each.type, each.from, each.to])).toEqual([
      ['FOLLOWS', [], []],
      ['WROTE', ['Admin'], ['Post']],
    ])
    expect(model.nodes.find((each) => each.label === 'Post')?.in).toEqual([{ type: 'WROTE', labels: ['Admin'] }])
    expect(model.labelSets).toEqual([['Admin'], ['Post']])
  })

  it('leaves a type out of adjacency', () => {
    const model = resolve(social, { overrides: { relationships: { WROTE: { omit: true } } } })
    expect(model.nodes.find((each) => each.label === 'Post')?.in).toEqual([])
    expect(model.relationships.map((each) => each.type)).toEqual(['FOLLOWS'])
  })

  it('warns where it names nothing', () => {
    const overrides = { nodes: { Usr: {}, Gone: { omit: true } }, relationships: { KNOWS: { name: 'Knows' } } }
    expect(resolve(social, { overrides }).warnings).toEqual([
      "an override names the label 'Usr', which the graph does not have",
      "an override names the relationship type 'KNOWS', which the graph does not have",
    ])
  })
})

describe('adjacency', () => {
  it('keeps each pair of ends: not every label of one side meets every label of the other', () => {
    const model = resolve(
      catalog({
        labels: ['A', 'B', 'C', 'D'].map((name) => label(name, 1)),
        relationships: [
          type('R', [
            ['A', 'B'],
            ['C', 'D'],
            ['A:C', 'B'],
          ]),
        ],
      }),
    )
    expect(Object.fromEntries(model.nodes.map((each) => [each.label, [each.out, each.in]]))).toEqual({
      A: [[{ type: 'R', labels: ['B'] }], []],
      B: [[], [{ type: 'R', labels: ['A', 'C'] }]],
      C: [[{ type: 'R', labels: ['B', 'D'] }], []],
      D: [[], [{ type: 'R', labels: ['C'] }]],
    })
  })
})
