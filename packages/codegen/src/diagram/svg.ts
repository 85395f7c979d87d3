import type { Content, Link, Row } from './content.ts'
import { draw } from './draw.ts'
import {
  type Arrow,
  type Bundle,
  bundleSize,
  header,
  headTexts,
  linkText,
  padding,
  type Placed,
  type Point,
  rowTexts,
} from './drawing.ts'
import { markup } from './markup.ts'
import { cell, line, size } from './measure.ts'
import { svgStyle } from './style.ts'

const margin = 28
const titleHeight = 34

const n = (value: number): string => String(Math.round(value * 10) / 10)

const text = (x: number, y: number, classes: string, content: string): string =>
  `<text x="${n(x)}" y="${n(y)}" class="${classes}">${markup(content)}</text>`

const titled = (content: string): string => `<title>${markup(content)}</title>`

/** A path through points with its corners rounded: straight at both ends, bent between the middles. */
const pathOf = (points: readonly Point[]): string => {
  const [first, second, ...others] = points
  if (first === undefined || second === undefined) return ''
  const steps = [`M${n(first.x)} ${n(first.y)}`]
  let last = second
  for (const next of others) {
    const middle = { x: (last.x + next.x) / 2, y: (last.y + next.y) / 2 }
    steps.push(`Q${n(last.x)} ${n(last.y)} ${n(middle.x)} ${n(middle.y)}`)
    last = next
  }
  return `${steps.join('')}L${n(last.x)} ${n(last.y)}`
}

const rowTitle = ({ name, type, detail }: Row): string => `${name}: ${type}\n${detail}`

const linkTitle = ({ type, from, to, rows }: Link): string =>
  [`(${from})-[:${type}]->(${to})`, ...rows.map((row) => `${row.name}: ${row.type}`)].join('\n')

/** What is written on an arrow, on a ground that hides the line. */
const bundleText = (bundle: Bundle, middle: Point): string => {
  const { width, height } = bundleSize(bundle)
  const ground = `<rect class="ground" x="${n(middle.x - width / 2)}" y="${n(middle.y - height / 2)}" width="${n(width)}" height="${n(height)}" rx="4"/>`
  const lines = bundle.links.map((link, index) => {
    const y = middle.y - height / 2 + index * line + line / 2 + size * 0.35
    return `<g>${titled(linkTitle(link))}${text(middle.x, y, 'type', linkText(link))}</g>`
  })
  return ground + lines.join('')
}

const arrowOf = (arrow: Arrow, ids: ReadonlyMap<string, number>): string => {
  const ends = `data-from="${ids.get(arrow.from)}" data-to="${ids.get(arrow.to)}"`
  if (arrow.text === undefined)
    return `<g class="arrow within" ${ends}>${titled(`every ${arrow.from} is a ${arrow.to}`)}<path d="${pathOf(arrow.points)}" marker-end="url(#within)"/></g>`
  return `<g class="arrow" ${ends}><path d="${pathOf(arrow.points)}" marker-end="url(#tip)"/>${bundleText(arrow, arrow.text)}</g>`
}

/** Relationships of a label with itself, beneath its box. */
const loopOf = ({ loop, x, y, width, height }: Placed, id: number): string => {
  if (loop === undefined) return ''
  const [left, right, bottom] = [x + width * 0.25, x + width * 0.75, y + height]
  const path = `M${n(left)} ${n(bottom)}C${n(left)} ${n(bottom + 26)} ${n(right)} ${n(bottom + 26)} ${n(right)} ${n(bottom)}`
  const middle = { x: x + width / 2, y: bottom + 24 + (loop.links.length * line) / 2 }
  return `<g class="arrow" data-from="${id}" data-to="${id}"><path d="${path}" marker-end="url(#tip)"/>${bundleText(loop, middle)}</g>`
}

const rowOf = (row: Row, { x, width }: Placed, y: number): string => {
  const [name, type] = rowTexts(row)
  const left = text(x + padding, y, row.isKey ? 'key' : 'name', name)
  return `<g>${titled(rowTitle(row))}${left}${text(x + width - padding, y, 'kind', type)}</g>`
}

/** The ground of a label's name: round above, and below where nothing follows. */
const headOf = ({ x, y, width, rows }: Placed): string =>
  rows.length === 0
    ? `<rect class="head" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${header}" rx="8"/>`
    : `<path class="head" d="M${n(x)} ${n(y + header)}v${n(8 - header)}q0 -8 8 -8h${n(width - 16)}q8 0 8 8v${n(header - 8)}z"/>`

const boxOf = (box: Placed, id: number): string => {
  const { x, y, width, height, entity, rows, more } = box
  const [label, count] = headTexts(entity)
  const top = y + header + padding / 2 + line * 0.72
  const lines = rows.map((row, index) => rowOf(row, box, top + index * line))
  const rest = more > 0 ? [text(x + padding, top + rows.length * line, 'more', `… ${more} more`)] : []
  const place = `x="${n(x)}" y="${n(y)}" width="${n(width)}"`
  return [
    `<g class="box" data-box="${id}" tabindex="0">`,
    titled(`${entity.label}: ${entity.detail}`),
    `<rect class="body" ${place} height="${n(height)}" rx="8"/>`,
    headOf(box),
    text(x + padding, y + header / 2 + size * 0.38, 'label', label),
    text(x + width - padding, y + header / 2 + size * 0.38, 'count', count),
    ...lines,
    ...rest,
    '</g>',
  ].join('')
}

const markers =
  '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="tip" d="M0 1 9 5 0 9z"/></marker>' +
  '<marker id="within" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="10" markerHeight="10" orient="auto-start-reverse"><path class="open" d="M1 1 11 6 1 11z"/></marker></defs>'

/** Draws a diagram as an SVG file of its own: nothing is loaded, light and dark follow the reader's system. */
export const svgText = (content: Content, title: string): string => {
  const drawing = draw(content)
  const ids = new Map(content.entities.map(({ label }, index) => [label, index]))
  const titleWidth = (title.length + content.summary.length + 3) * cell
  const width = Math.max(drawing.width, titleWidth, 320) + 2 * margin
  const height = drawing.height + titleHeight + 2 * margin
  const idOf = (box: Placed): number => ids.get(box.entity.label) ?? 0
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" role="img" aria-label="${markup(`${title}: ${content.summary}`)}">`,
    `<style>${svgStyle}</style>`,
    markers,
    `<rect class="page" width="100%" height="100%"/>`,
    `<text x="${margin}" y="${margin + 8}" class="title">${markup(title)}<tspan class="summary" dx="12">${markup(content.summary)}</tspan></text>`,
    `<g transform="translate(${margin} ${margin + titleHeight})">`,
    ...drawing.arrows.map((arrow) => arrowOf(arrow, ids)),
    ...drawing.boxes.map((box) => loopOf(box, idOf(box))),
    ...drawing.boxes.map((box) => boxOf(box, idOf(box))),
    '</g>',
    '</svg>',
    '',
  ]
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n')
}
