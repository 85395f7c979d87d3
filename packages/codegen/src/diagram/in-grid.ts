import { between } from './between.ts'
import { type Arrow, type Bundle, type Island, loopHeight, type Placed, type Sized } from './drawing.ts'

const gap = 72

/** Places boxes in columns as they come, with straight arrows: for what is too large to be put in ranks. */
export const inGrid = (boxes: readonly Sized[], bundles: readonly Bundle[]): Island => {
  const heightOf = (box: Sized): number => box.height + loopHeight(box.loop) + gap
  const area = boxes.reduce((sum, box) => sum + heightOf(box) * (box.width + gap), 0)
  const tall = Math.sqrt(area / 1.8)
  const placed = new Map<string, Placed>()
  let [x, y, wide, height] = [0, 0, 0, 0]
  for (const box of boxes) {
    if (y > 0 && y + heightOf(box) > tall) [x, y, wide] = [x + wide + gap, 0, 0]
    placed.set(box.entity.label, { ...box, x, y })
    y += heightOf(box)
    wide = Math.max(wide, box.width)
    height = Math.max(height, y - gap)
  }
  const arrows = bundles.flatMap((bundle): Arrow[] => {
    const [from, to] = [placed.get(bundle.from), placed.get(bundle.to)]
    if (from === undefined || to === undefined) return []
    const points = between(from, to, [])
    const [start = { x: 0, y: 0 }, end = start] = points
    const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
    return [{ ...bundle, points, text: bundle.links.length === 0 ? undefined : middle }]
  })
  return { width: x + wide, height, boxes: [...placed.values()], arrows }
}
