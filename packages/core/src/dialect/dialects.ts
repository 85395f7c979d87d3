import { GraphError } from '../error/graph-error.ts'
import type { Dialect } from './dialect.ts'
import { neo4j } from './neo4j.ts'

/** The entry that brings a dialect which is not loaded with the rest. */
const entries: Readonly<Record<string, string | undefined>> = {
  grafeo: 'grafeo',
  neo4j5: 'dialects',
  neo4j2025: 'dialects',
  arcadedb: 'dialects',
  memgraph: 'dialects',
  falkordb: 'dialects',
}

/**
 * The dialect of a name: `neo4j`, or `own`, the one the executor speaks. Others are given as values, so that a program
 * loads no dialect it does not speak.
 *
 * @throws GraphError USAGE for any other name, naming what to import.
 */
export const dialectNamed = (name: string, own: Dialect): Dialect => {
  const found = [own, neo4j].find((dialect) => dialect.name === name)
  if (found !== undefined) return found
  throw new GraphError(
    'USAGE',
    entries[name] !== undefined
      ? `the dialect '${name}' is not loaded: import { ${name} } from '@motif/core/${entries[name]}' and give the value`
      : `there is no dialect '${name}': there is ${[...new Set([own.name, 'neo4j'])].join(', ')}, or one given as a value`,
  )
}
