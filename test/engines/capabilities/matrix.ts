import type { Capability, Dialect } from '@motif/core'
import { arcadedb, falkordb, memgraph, neo4j2025, neo4j5 } from '@motif/core/dialects'
import { grafeo } from '@motif/core/grafeo'
import { shown } from './examples.ts'
import { spelt } from './spelt.ts'

const dialects: readonly (readonly [title: string, dialect: Dialect])[] = [
  ['grafeo', grafeo],
  ['neo4j 5.26', neo4j5],
  ['neo4j 2025 on', neo4j2025],
  ['arcadedb', arcadedb],
  ['memgraph', memgraph],
  ['falkordb', falkordb],
]

/** What was read off a grammar, or tried once: no word is given for what Motif does not look for in a text. */
const unseen: ReadonlySet<Dialect> = new Set([memgraph, falkordb])
const looked = new Set(dialects.flatMap(([, { lacks = [] }]) => [...lacks]))

const wordFor = (capability: Capability, texts: readonly string[], dialect: Dialect): string => {
  if (unseen.has(dialect) && !looked.has(capability)) return '?'
  if (texts.length === 0) return dialect.lacks?.has(capability) === true ? 'no' : '?'
  const made = texts.map((text) => spelt(text, dialect))
  const refused = made.filter((each) => typeof each !== 'string').length
  if (refused > 0) return refused === made.length ? 'no' : 'partly'
  return made.every((each, at) => each === texts[at] || each === `CYPHER 25 ${texts[at]}`)
    ? 'yes'
    : 'written another way'
}

/** The table of docs/engines.md: what each dialect makes of the examples of each capability. */
export const matrix = (): string => {
  const head = `| feature | what it is | ${dialects.map(([title]) => title).join(' | ')} |`
  const line = `|${'---|'.repeat(dialects.length + 2)}`
  const rows = Object.entries(shown).map(([name, { what, examples }]) => {
    const texts = examples.map(({ text }) => text)
    const cells = dialects.map(([, dialect]) => wordFor(name as Capability, texts, dialect)) // the keys are capabilities
    return `| \`${name}\` | ${what} | ${cells.join(' | ')} |`
  })
  return [head, line, ...rows].join('\n')
}
