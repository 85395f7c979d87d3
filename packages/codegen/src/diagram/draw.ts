import type { Content } from './content.ts'
import { type Arrow, type Bundle, bundlesOf, type Drawing, type Island, type Sized, sized } from './drawing.ts'
import { layOut } from './lay-out.ts'

const gap = 48

/** Labels that hang together, each group on its own. */
const groups = (labels: readonly string[], bundles: readonly Bundle[]): string[][] => {
  const next = new Map<string, string[]>()
  for (const { from, to } of bundles) {
    next.set(from, [...(next.get(from) ?? []), to])
    next.set(to, [...(next.get(to) ?? []), from])
  }
  const seen = new Set<string>()
  return labels.flatMap((label) => {
    const group: string[] = []
    const open = [label]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      group.push(at)
      open.push(...(next.get(at) ?? []))
    }
    return group.length === 0 ? [] : [group]
  })
}

const moved = ({ boxes, arrows }: Island, dx: number, dy: number): Pick<Drawing, 'boxes' | 'arrows'> => {
  const by = <P extends { readonly x: number; readonly y: number }>(point: P): P => ({
    ...point,
    x: point.x + dx,
    y: point.y + dy,
  })
  return {
    boxes: boxes.map(by),
    arrows: arrows.map(
      (each): Arrow => ({
        ...each,
        points: each.points.map(by),
        text: each.text === undefined ? undefined : by(each.text),
      }),
    ),
  }
}

/** Puts islands side by side, the tallest first, in rows that are together about as wide as a screen. */
const packed = (islands: readonly Island[]): Drawing => {
  const area = islands.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const wide = Math.max(...islands.map((each) => each.width), Math.sqrt(area * 1.8))
  let [x, y, tall, width] = [0, 0, 0, 0]
  const parts = islands
    .toSorted((a, b) => b.height - a.height)
    .map((island) => {
      if (x > 0 && x + island.width > wide) [x, y, tall] = [0, y + tall + gap, 0]
      const part = moved(island, x, y)
      x += island.width + gap
      tall = Math.max(tall, island.height)
      width = Math.max(width, x - gap)
      return part
    })
  return {
    width,
    height: y + tall,
    boxes: parts.flatMap((part) => part.boxes),
    arrows: parts.flatMap((part) => part.arrows),
  }
}

/** Gives everything in a diagram its size and its place; the same content is always drawn alike. */
export const draw = (content: Content): Drawing => {
  const shown = new Set(content.entities.map((each) => each.label))
  const nested = content.entities.flatMap(({ label, within }) =>
    within.filter((other) => shown.has(other)).map((other): Bundle => ({ from: label, to: other, links: [] })),
  )
  const bundles = bundlesOf(content)
  const loops = new Map(bundles.filter(({ from, to }) => from === to).map((each) => [each.from, each]))
  const joining = [...bundles.filter(({ from, to }) => from !== to), ...nested]
  const boxes = new Map(
    content.entities.map((each): [string, Sized] => [each.label, sized(each, loops.get(each.label))]),
  )
  const islands = groups([...boxes.keys()], joining).map((group) => {
    const members = new Set(group)
    return layOut(
      [...boxes.values()].filter(({ entity }) => members.has(entity.label)),
      joining.filter(({ from }) => members.has(from)),
    )
  })
  return islands.length === 0 ? { width: 0, height: 0, boxes: [], arrows: [] } : packed(islands)
}
