import { grouped } from '../catalog/words.ts'
import type { Content, Entity, Link, Row } from './content.ts'
import { line, shortened, widthOf } from './measure.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Relationships between the same two labels in the same direction: one arrow, a line of text for each type. */
export interface Bundle {
  readonly from: string
  readonly to: string
  readonly links: readonly Link[]
}

/** A box before it has a place. */
export interface Sized {
  readonly entity: Entity
  readonly rows: readonly Row[]
  /** How many properties are not shown. */
  readonly more: number
  readonly width: number
  readonly height: number
  /** Relationships from the label to itself, which are drawn beneath. */
  readonly loop: Bundle | undefined
}

export interface Placed extends Sized, Point {}

export interface Arrow extends Bundle {
  readonly points: readonly Point[]
  /** The middle of its text; nothing for a line that says that one label lies within another. */
  readonly text: Point | undefined
}

/** Boxes that hang together, in their places. */
export interface Island {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Placed[]
  readonly arrows: readonly Arrow[]
}

/** A diagram in numbers: what is drawn, and where. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Placed[]
  readonly arrows: readonly Arrow[]
}

export const padding = 10
export const header = 30
const shownRows = 24
const longest = 36

/** What an arrow says of a type. */
export const linkText = ({ type, count }: Link): string => `${shortened(type, longest)} ${grouped(count)}`

export const bundleSize = ({ links }: Bundle): { readonly width: number; readonly height: number } => ({
  width: Math.max(0, ...links.map((each) => widthOf(linkText(each)))) + 8,
  height: links.length * line,
})

/** A row's texts as they are shown. */
export const rowTexts = ({ name, type }: Row): readonly [string, string] => [
  shortened(name, longest),
  shortened(type, longest),
]

/** A label's texts as they are shown. */
export const headTexts = ({ label, count }: Entity): readonly [string, string] => [
  shortened(label, longest),
  grouped(count),
]

/** How high the loop of a box is, with its text. */
export const loopHeight = (loop: Bundle | undefined): number => (loop === undefined ? 0 : 26 + loop.links.length * line)

/** The box of a label, as large as its texts need. */
export const sized = (entity: Entity, loop: Bundle | undefined): Sized => {
  const rows = entity.rows.slice(0, shownRows)
  const widths = [headTexts(entity), ...rows.map(rowTexts)].map(([left, right]) => widthOf(left) + widthOf(right))
  const widest = Math.max(...widths) + 28 + 2 * padding
  const more = entity.rows.length - rows.length
  const lines = rows.length + (more > 0 ? 1 : 0)
  return {
    entity,
    rows,
    more,
    loop,
    width: Math.max(130, widest),
    height: header + (lines === 0 ? 0 : lines * line + padding),
  }
}

/** Links by what they join. */
export const bundlesOf = ({ links }: Content): readonly Bundle[] => {
  const bundles = new Map<string, Link[]>()
  for (const link of links) {
    const key = JSON.stringify([link.from, link.to])
    bundles.set(key, [...(bundles.get(key) ?? []), link])
  }
  return [...bundles.values()].flatMap((all) => {
    const [first] = all
    return first === undefined ? [] : [{ from: first.from, to: first.to, links: all }]
  })
}
