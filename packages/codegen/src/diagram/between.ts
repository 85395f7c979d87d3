import type { Placed, Point } from './drawing.ts'

/** Where a line from inside a box to a point outside of it leaves the box. */
const edgeOf = ({ x, y, width, height }: Placed, to: Point): Point => {
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  const [dx, dy] = [to.x - middleX, to.y - middleY]
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : height / 2 / Math.abs(dy),
  )
  return { x: middleX + dx * share, y: middleY + dy * share }
}

/** The points between two boxes, beginning and ending at their edges. */
export const between = (from: Placed, to: Placed, points: readonly Point[]): Point[] => {
  const inner = points.slice(1, -1)
  const centre = (box: Placed): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  return [edgeOf(from, inner[0] ?? centre(to)), ...inner, edgeOf(to, inner.at(-1) ?? centre(from))]
}
