import { GraphError } from '../error/graph-error.ts'
import type { Dialect } from './dialect.ts'
import { neo4j } from './neo4j.ts'

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
    name === 'grafeo'
      ? "the dialect 'grafeo' is not loaded: import { grafeo } from '@motif/core/grafeo' and give the value"
      : `there is no dialect '${name}': there is ${[...new Set([own.name, 'neo4j'])].join(', ')}, or one given as a value`,
  )
}
