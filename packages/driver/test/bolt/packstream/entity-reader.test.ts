import { GraphNode, GraphPath, GraphRelationship } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { Structure } from '../../../src/bolt/packstream/structure.ts'
import { bolt, packed, read, readerOf, thrownBy } from './support.ts'

const old = bolt('4.4')

const node = (id: number, ...more: unknown[]): Structure =>
  new Structure(0x4e, [id, ['User', 'Admin'], { name: `n${id}` }, ...more])

describe('a node', () => {
  test('has its labels, its element id and its properties', () => {
    const value = read(packed(node(7, '4:abc:7')))
    expect(value).toBeInstanceOf(GraphNode)
    expect(value).toEqual(new GraphNode(['User', 'Admin'], '4:abc:7', { name: 'n7' }))
  })

  test('of Bolt 4.4 has its number for an element id', () => {
    expect(read(packed(node(7)), old)).toEqual(new GraphNode(['User', 'Admin'], '7', { name: 'n7' }))
  })

  test('has any number of labels', () => {
    for (const count of [0, 1, 3, 20]) {
      const labels = Array.from({ length: count }, (_, index) => `L${index}`)
      expect(read(packed(new Structure(0x4e, [1, labels, {}, '4:a:1'])))).toEqual(new GraphNode(labels, '4:a:1', {}))
    }
  })
})

describe('a relationship', () => {
  const fields = [3, 1, 2, 'KNOWS', { since: 2020 }]

  test('has its type, its element id, those of its ends and its properties', () => {
    const value = read(packed(new Structure(0x52, [...fields, '5:abc:3', '4:abc:1', '4:abc:2'])))
    expect(value).toBeInstanceOf(GraphRelationship)
    expect(value).toEqual(new GraphRelationship('KNOWS', '5:abc:3', ['4:abc:1', '4:abc:2'], { since: 2020 }))
  })

  test('of Bolt 4.4 has numbers for element ids', () => {
    expect(read(packed(new Structure(0x52, fields)), old)).toEqual(
      new GraphRelationship('KNOWS', '3', ['1', '2'], { since: 2020 }),
    )
  })
})

describe('a path', () => {
  const unbound = (id: number, ...more: unknown[]): Structure => new Structure(0x72, [id, `R${id}`, { id }, ...more])
  const path = (indexes: readonly number[]): Structure => {
    const nodes = [42, 69, 1].map((id) => node(id, `4:${id}`))
    return new Structure(0x50, [nodes, [1000, 1001].map((id) => unbound(id, `5:${id}`)), indexes])
  }

  test('puts its nodes and relationships in order, and these the right way round', () => {
    // (42)-[1000]->(69)-[1000]->(42)<-[1001]-(1)
    const value = read(packed(path([1, 1, 1, 0, -2, 2]))) as GraphPath<GraphNode, GraphRelationship>
    expect(value).toBeInstanceOf(GraphPath)
    expect(value.nodes.map(({ elementId }) => elementId)).toEqual(['4:42', '4:69', '4:42', '4:1'])
    expect(value.relationships).toEqual([
      new GraphRelationship('R1000', '5:1000', ['4:42', '4:69'], { id: 1000 }),
      new GraphRelationship('R1000', '5:1000', ['4:69', '4:42'], { id: 1000 }),
      new GraphRelationship('R1001', '5:1001', ['4:1', '4:42'], { id: 1001 }),
    ])
    expect(value).toHaveLength(3)
  })

  test('may be one node', () => {
    const value = read(packed(new Structure(0x50, [[node(1, '4:1')], [], []]))) as GraphPath
    expect(value).toEqual(new GraphPath([new GraphNode(['User', 'Admin'], '4:1', { name: 'n1' })], []))
  })

  test('of Bolt 4.4 has numbers for element ids', () => {
    const value = read(packed(new Structure(0x50, [[node(1), node(2)], [unbound(3)], [-1, 1]])), old) as GraphPath
    expect(value.relationships).toEqual([new GraphRelationship('R3', '3', ['2', '1'], { id: 3 })])
  })

  test.each([
    ['without a node', new Structure(0x50, [[], [], []])],
    ['with half a step', path([1])],
    ['with a relationship that is not there', path([3, 1])],
    ['with a relationship of number 0', path([0, 1])],
    ['with a node that is not there', path([1, 3])],
    ['with a node before the first', path([1, -1])],
    ['with a fraction of a node', path([1, 0.5])],
    ['with something else for a node', new Structure(0x50, [[1], [], []])],
    ['with something else for a relationship', new Structure(0x50, [[node(1, '4:1')], [node(2, '4:2')], []])],
  ])('%s breaks the protocol', (_, value) => {
    expect(thrownBy(() => read(packed(value))).code).toBe('PROTOCOL')
  })
})

describe('a structure that is not put together as one breaks the protocol', () => {
  test.each([
    ['a node with the fields of 4.4', node(1), undefined],
    ['a node of 4.4 with those of 5.0', node(1, '4:1'), '4.4'],
    ['a relationship with those of 4.4', new Structure(0x52, [3, 1, 2, 'KNOWS', {}]), undefined],
    ['a node without labels', new Structure(0x4e, [1, 'User', {}, '4:1']), undefined],
    ['a node with a number for a label', new Structure(0x4e, [1, [1], {}, '4:1']), undefined],
    ['a node with a list of properties', new Structure(0x4e, [1, [], [], '4:1']), undefined],
    ['a node with another node for its properties', new Structure(0x4e, [1, [], node(2, '4:2'), '4:1']), undefined],
    ['a node with a number for its element id', new Structure(0x4e, [1, [], {}, 1]), undefined],
    ['a node of 4.4 with text for its number', new Structure(0x4e, ['1', [], {}]), '4.4'],
    ['a relationship of a path outside of one', new Structure(0x72, [1, 'R', {}, '5:1']), undefined],
    ['a point with too few fields', new Structure(0x58, [7203, 1.5]), undefined],
    ['a point in words', new Structure(0x58, [7203, 'x', 'y']), undefined],
    ['a point with a list', new Structure(0x59, [7203, 0.5, 0.5, []]), undefined],
  ])('%s', (_, value, version) => {
    expect(thrownBy(() => read(packed(value), bolt(version))).code).toBe('PROTOCOL')
  })
})

test('with their properties alone where no more is wanted, at any depth but within a path', () => {
  const whole = [
    node(1, '4:1'),
    { deep: [node(2, '4:2')] },
    new Structure(0x52, [3, 1, 2, 'KNOWS', { since: 2020 }, '5:3', '4:1', '4:2']),
    new Structure(0x50, [[node(4, '4:4')], [], []]),
    node(5, '4:5'),
  ]
  const reader = readerOf(packed(whole))
  expect(reader.valueAs(true)).toEqual([
    { name: 'n1' },
    { deep: [{ name: 'n2' }] },
    { since: 2020 },
    new GraphPath([new GraphNode(['User', 'Admin'], '4:4', { name: 'n4' })], []),
    { name: 'n5' },
  ])
})
