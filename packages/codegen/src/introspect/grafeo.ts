import { grafeoConstraints, grafeoIndexes } from './grafeo-schema.ts'
import { typeWordOf } from './grafeo-types.ts'
import { GraphReader } from './graph-reader.ts'
import type { Introspector } from './introspect.ts'
import type { Words } from './words.ts'

export const grafeoWords: Words = {
  engine: 'grafeo',
  slice: 50_000, // far from its limit of 30 s
  quoted: (name) => (name === '' || name.includes('`') ? undefined : `\`${name}\``),
  typeWordOf,
  constraints: grafeoConstraints,
  indexes: grafeoIndexes,
}

/**
 * Reads a Grafeo graph. Relationship constraints and declared node types (`CREATE NODE TYPE`) cannot be asked for in
 * Cypher and are not seen.
 */
export const introspectGrafeo: Introspector = (executor, options) =>
  new GraphReader(executor, grafeoWords, options).read()
