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

describe('an enum', () => {
  const found = catalog({
    labels: [
      label('User', 9, [
        { ...property('role', { string: 8 }), values: ['admin', 'reader'] },
        property('id', { integer: 9 }),
        { ...property('level', { integer: 9 }), values: [0, 1] },
      ]),
    ],
  })
  const enums = (properties: ElementOverride['properties']) => {
    const { nodes, warnings } = resolve(found, { overrides: { nodes: { User: { properties } } } })
    const told = nodes[0]?.properties.flatMap((each) =>
      each.values === undefined ? [] : [[each.name, formatSpec(each.type), ...each.values].join(' ')],
    )
    return [told, warnings]
  }

  it('is made of the values in the graph, or of those that are said', () => {
    expect(enums({ role: { enum: true }, level: { enum: 2 } })).toEqual([
      ['level integer 0 1', 'role string? admin reader'],
      [],
    ])
    expect(enums({ role: { enum: ['reader', 'guest'], nullable: false }, id: { enum: [2, 1, 2] } })).toEqual([
      ['id integer 1 2', 'role string guest reader'],
      [],
    ])
    expect(enums({ role: { enum: ['x', 10, 9] } })).toEqual([['role string|integer? 9 10 x'], []])
    expect(enums({ role: { enum: false }, level: 'integer' })).toEqual([[], []])
  })

  it('is not made of what was not read, and the user is told', () => {
    expect(enums({ id: { enum: 5 }, none: { enum: true } })).toEqual([
      [],
      [
        'User.id is not made an enum: it has no values, more than 5, or others than texts and whole numbers',
        'User.none is not made an enum: it has no values, more than 20, or others than texts and whole numbers',
      ],
    ])
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
