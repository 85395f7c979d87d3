import { GraphError } from '../error/graph-error.ts'
import type { Dialect } from './dialect.ts'
import { grafeo } from './grafeo.ts'
import { neo4j } from './neo4j.ts'

const dialects: readonly Dialect[] = [grafeo, neo4j]

/**
 * The dialect of a name.
 *
 * @throws GraphError USAGE for a name that is none, listing those there are.
 */
export const dialectNamed = (name: string): Dialect => {
  const found = dialects.find((dialect) => dialect.name === name)
  if (found !== undefined) return found
  throw new GraphError(
    'USAGE',
    `there is no dialect '${name}': there is ${dialects.map((each) => each.name).join(', ')}`,
  )
}
