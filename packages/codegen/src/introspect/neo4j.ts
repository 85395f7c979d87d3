import { GraphReader } from './graph-reader.ts'
import type { Introspector } from './introspect.ts'
import { neo4jDisguises } from './neo4j-disguises.ts'
import { neo4jConstraints, neo4jIndexes } from './neo4j-schema.ts'
import { typeWordOf } from './neo4j-types.ts'
import type { Words } from './words.ts'

export const neo4jWords: Words = {
  engine: 'neo4j',
  slice: 1_000_000, // seconds, and Ctrl-C is heard inside one
  // Older versions of the language read \uXXXX also inside of a name.
  quoted: (name) => (name.includes('\\u') ? undefined : `\`${name.replaceAll('`', '``')}\``),
  typeWordOf,
  constraints: neo4jConstraints,
  indexes: neo4jIndexes,
  disguises: neo4jDisguises,
}

/** Reads a Neo4j graph, Community or Enterprise, with nothing but its own procedures. */
export const introspectNeo4j: Introspector = (executor, options) =>
  new GraphReader(executor, neo4jWords, options).read()
