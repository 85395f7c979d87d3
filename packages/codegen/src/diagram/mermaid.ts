import { grouped } from '../catalog/words.ts'
import type { Content, Row } from './content.ts'

/** Characters that Mermaid would read as its own, or a page as markup, by their number. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{Nd} _.,?|'…-]/gu, (character) => `#${character.codePointAt(0) ?? 32};`)

const rowText = ({ name, type, isKey }: Row): string =>
  `    ${escaped(type)} ${escaped(name)}${isKey ? ' #128273;' : ''}`

/** Writes a class diagram of Mermaid: a class for each label, an arrow for each relationship type between two. */
export const mermaidText = ({ entities, links, summary }: Content): string => {
  const ids = new Map(entities.map(({ label }, index) => [label, `n${index}`]))
  const classes = entities.map(({ label, count, rows }) => {
    const head = `  class ${ids.get(label)}["${escaped(label)} · ${grouped(count)}"]`
    return rows.length === 0 ? head : `${head} {\n${rows.map(rowText).join('\n')}\n  }`
  })
  const nested = entities.flatMap(({ label, within }) =>
    within.flatMap((other) => (ids.has(other) ? [`  ${ids.get(label)} ..|> ${ids.get(other)}`] : [])),
  )
  const arrows = links.map(
    ({ type, from, to, count }) => `  ${ids.get(from)} --> ${ids.get(to)} : ${escaped(type)} ${grouped(count)}`,
  )
  return `%% ${escaped(summary)}\nclassDiagram\n  direction LR\n${[...classes, ...nested, ...arrows].map((line) => `${line}\n`).join('')}`
}
