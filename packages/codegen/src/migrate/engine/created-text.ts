import { declaredType } from '../declared-type.ts'
import type { ConstraintDefinition, IndexDefinition } from '../definition.ts'
import { quoted } from './quoted.ts'

const owned = (variable: string, properties: readonly string[]): string =>
  properties.map((property) => `${variable}.${quoted(property)}`).join(', ')

const bracketed = (text: string, properties: readonly string[]): string => (properties.length > 1 ? `(${text})` : text)

/** The Cypher that makes a constraint. */
export const constraintCypher = ({ name, kind, on, target, properties, type }: ConstraintDefinition): string => {
  const variable = on === 'node' ? 'n' : 'r'
  const pattern = on === 'node' ? `(n:${quoted(target)})` : `()-[r:${quoted(target)}]-()`
  const demand = {
    unique: 'IS UNIQUE',
    key: on === 'node' ? 'IS NODE KEY' : 'IS RELATIONSHIP KEY',
    exists: 'IS NOT NULL',
    type: `IS :: ${declaredType(type ?? 'any')}`,
  }[kind]
  const subject = bracketed(owned(variable, properties), properties)
  return `CREATE CONSTRAINT ${quoted(name)} FOR ${pattern} REQUIRE ${subject} ${demand}`
}

/** The Cypher that makes a range index. */
export const rangeIndexCypher = ({ name, on, targets, properties }: IndexDefinition): string => {
  const of = targets.map(quoted).join('|')
  return on === 'node'
    ? `CREATE INDEX ${quoted(name)} FOR (n:${of}) ON (${owned('n', properties)})`
    : `CREATE INDEX ${quoted(name)} FOR ()-[r:${of}]-() ON (${owned('r', properties)})`
}

const optionsOf = ({ kind, dimensions, similarity, analyzer }: IndexDefinition): string => {
  const settings =
    kind === 'vector'
      ? [`\`vector.dimensions\`: ${dimensions}`, `\`vector.similarity_function\`: '${similarity}'`]
      : analyzer === undefined
        ? []
        : [`\`fulltext.analyzer\`: ${JSON.stringify(analyzer)}`]
  return settings.length === 0 ? '' : ` OPTIONS {indexConfig: {${settings.join(', ')}}}`
}

/** The Cypher that makes an index of any kind, in Neo4j's words. */
export const indexCypher = (index: IndexDefinition): string => {
  const { kind, properties, on } = index
  const range = rangeIndexCypher(index)
  if (kind === 'range') return range
  const named = range.replace('CREATE INDEX', `CREATE ${kind.toUpperCase()} INDEX`)
  const variable = on === 'node' ? 'n' : 'r'
  const text =
    kind === 'fulltext'
      ? named.slice(0, named.lastIndexOf(' ON (')) + ` ON EACH [${owned(variable, properties)}]`
      : named
  return `${text}${optionsOf(index)}`
}
