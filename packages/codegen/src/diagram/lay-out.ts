import { Graph, layout } from '@dagrejs/dagre'
import { between } from './between.ts'
import {
  type Arrow,
  type Bundle,
  bundleSize,
  type Island,
  loopHeight,
  type Placed,
  type Point,
  type Sized,
} from './drawing.ts'
import { inGrid } from './in-grid.ts'

/** Ranks of more labels take minutes to find. */
const most = 200

/** Places boxes that hang together in ranks from left to right. `bundles` without links are drawn without a text. */
export const layOut = (boxes: readonly Sized[], bundles: readonly Bundle[]): Island => {
  if (boxes.length > most) return inGrid(boxes, bundles)
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 56, edgesep: 18, ranker: 'network-simplex' })
  // The library has names of its own, which a label may be called by.
  const ids = new Map(boxes.map(({ entity }, index) => [entity.label, `box${index}`]))
  const idOf = (label: string): string => ids.get(label) ?? ''
  for (const { entity, width, height, loop } of boxes)
    graph.setNode(idOf(entity.label), { width, height: height + loopHeight(loop) })
  for (const [index, bundle] of bundles.entries())
    graph.setEdge(idOf(bundle.from), idOf(bundle.to), { ...bundleSize(bundle), labelpos: 'c' }, String(index))
  layout(graph)
  const placed = new Map(
    boxes.map((box): [string, Placed] => {
      const { x = 0, y = 0 } = graph.node(idOf(box.entity.label)) as Partial<Point>
      return [box.entity.label, { ...box, x: x - box.width / 2, y: y - (box.height + loopHeight(box.loop)) / 2 }]
    }),
  )
  const arrows = bundles.flatMap((bundle, index): Arrow[] => {
    const [from, to] = [placed.get(bundle.from), placed.get(bundle.to)]
    if (from === undefined || to === undefined) return []
    const { points, x, y } = graph.edge(idOf(bundle.from), idOf(bundle.to), String(index)) as Point & {
      points: Point[]
    }
    return [{ ...bundle, points: between(from, to, points), text: bundle.links.length === 0 ? undefined : { x, y } }]
  })
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return { width, height, boxes: [...placed.values()], arrows }
}
