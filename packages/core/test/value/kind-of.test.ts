import { expect, it, vi } from 'vitest'
import { Float, float, isFloat } from '../../src/value/float.ts'
import { GraphNode, isGraphNode } from '../../src/value/graph-node.ts'
import { GraphPath, isGraphPath } from '../../src/value/graph-path.ts'
import { GraphRelationship, isGraphRelationship } from '../../src/value/graph-relationship.ts'
import { kindOf } from '../../src/value/kind-of.ts'
import { isPoint, Point } from '../../src/value/point.ts'

const node = new GraphNode(['User'], 'n:1', { id: 1 })
const relationship = new GraphRelationship('KNOWS', 'r:1', ['n:1', 'n:2'], { since: 2020 })
const path = new GraphPath([node, node], [relationship])

it('tells the classes apart, and other objects from them', () => {
  expect([node, relationship, path, new Point(7203, 1, 2), float(1), {}, new Date(), []].map(kindOf)).toEqual([
    'node',
    'relationship',
    'path',
    'point',
    'float',
    undefined,
    undefined,
    undefined,
  ])
  expect([isGraphNode(node), isGraphNode(relationship), isGraphNode(null), isGraphNode('node')]).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect([
    isGraphRelationship(relationship),
    isGraphPath(path),
    isPoint(new Point(7203, 1, 2)),
    isFloat(float(1)),
    isFloat(1),
  ]).toEqual([true, true, true, true, false])
})

it('knows a value of another copy of Motif', async () => {
  vi.resetModules()
  const other = await import('../../src/value/graph-node.ts')
  expect(other.GraphNode).not.toBe(GraphNode)
  expect(isGraphNode(new other.GraphNode([], '', {}))).toBe(true)
})

it('prints as JSON what it is', () => {
  expect(JSON.parse(JSON.stringify({ path, at: new Point(9157, 1, 2, 3), x: float(1.5) }))).toEqual({
    path: {
      nodes: [
        { labels: ['User'], elementId: 'n:1', properties: { id: 1 } },
        { labels: ['User'], elementId: 'n:1', properties: { id: 1 } },
      ],
      relationships: [
        { type: 'KNOWS', elementId: 'r:1', startElementId: 'n:1', endElementId: 'n:2', properties: { since: 2020 } },
      ],
      length: 1,
    },
    at: { srid: 9157, x: 1, y: 2, z: 3 },
    x: 1.5,
  })
})

it('lets a float be used as the number it is', () => {
  const half = float(0.5)
  expect(half).toBeInstanceOf(Float)
  expect(Number(half) + 1).toBe(1.5)
})
