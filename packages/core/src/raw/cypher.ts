import type { Clause } from '../ast/clause.ts'
import { quoteName } from '../ast/quote.ts'
import { GraphError } from '../error/graph-error.ts'
import { lex, type Token } from '../grammar/lex.ts'
import { Identifier } from './identifier.ts'

declare const row: unique symbol

/** Text from the `cypher` tag: its values apart from it, as parameters. Row is what its author says it returns. */
export class CypherText<out Row = Readonly<Record<string, unknown>>> {
  declare readonly [row]: Row
  declare readonly text: string
  declare readonly values: Readonly<Record<string, unknown>>
  constructor(text: string, values: Readonly<Record<string, unknown>>) {
    this.text = text
    this.values = values
  }
}

/**
 * Dynamic Cypher: names made by `label`, `relationshipType` or `propertyKey` are quoted, another `cypher` text is taken
 * in, every other value becomes a parameter.
 *
 * @example
 * cypher<{ name: string }>`MATCH (n:${label(kind)}) WHERE n.age > ${18} RETURN n.name AS name`
 * // MATCH (n:`…`) WHERE n.age > $v1 RETURN n.name AS name
 * @throws GraphError USAGE when it is not called as a tag, or a value is undefined; SYNTAX for a quote left open in a text
 * that is taken in.
 */
export const cypher = <Row = Readonly<Record<string, unknown>>>(
  strings: TemplateStringsArray,
  ...holes: readonly unknown[]
): CypherText<Row> => {
  if (!Array.isArray(strings) || !('raw' in strings)) {
    throw new GraphError('USAGE', 'cypher is a tag: write cypher`MATCH …`, so that values stay apart from text')
  }
  const values: Record<string, unknown> = {}
  let count = 0
  const take = (value: unknown): string => {
    const name = `v${++count}`
    values[name] = value
    return `$${name}`
  }
  const written = (hole: unknown, at: number): string => {
    if (hole === undefined) throw new GraphError('USAGE', `the value in hole ${at + 1} of a cypher text is undefined`)
    if (hole instanceof Identifier) return quoteName(hole.name)
    if (!(hole instanceof CypherText)) return take(hole)
    return renamed(hole.text, (name) => (Object.hasOwn(hole.values, name) ? take(hole.values[name]) : undefined))
  }
  const text = strings.map((part, at) => (at < holes.length ? part + written(holes[at], at) : part)).join('')
  return new CypherText<Row>(text, Object.freeze(values))
}

const isParameter = ({ kind }: Token): boolean => kind === 'parameter'

/** A text with some of its parameters written otherwise; what looks like one in a literal or a comment is none. */
const renamed = (text: string, written: (name: string) => string | undefined): string => {
  let out = ''
  let from = 0
  for (const { value, start, end } of lex(text).filter(isParameter)) {
    out += text.slice(from, start) + (written(value) ?? text.slice(start, end))
    from = end
  }
  return out + text.slice(from)
}

/** Words that change the graph; a text that holds one is routed to writers. */
const writes = /\b(?:CREATE|INSERT|MERGE|SET|REMOVE|DELETE|DROP|FOREACH|LOAD|CALL)\b/i

/** The clause of a text that is sent as it stands. A word inside a name or a literal counts too: to a writer it is safe. */
export const opaqueClause = (text: string, values: Readonly<Record<string, unknown>> = {}): Clause => ({
  kind: 'opaque',
  source: text.trim().replace(/;$/, ''),
  parameters: [
    ...new Set(
      lex(text)
        .filter(isParameter)
        .map(({ value }) => value),
    ),
  ].filter((name) => !Object.hasOwn(values, name)),
  values,
  access: writes.test(text) ? 'write' : 'read',
})
