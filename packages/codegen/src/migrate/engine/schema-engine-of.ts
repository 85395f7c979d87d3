import { GraphError } from '@motif/core'
import { grafeoSchema } from './grafeo.ts'
import { neo4jSchema } from './neo4j.ts'
import type { SchemaEngineOf } from './schema-engine.ts'

/** By the name of the dialect that the executor speaks. */
const engines: ReadonlyMap<string, SchemaEngineOf> = new Map([
  ['grafeo', grafeoSchema],
  ['neo4j', neo4jSchema],
  ['neo4j5', neo4jSchema],
  ['neo4j2025', neo4jSchema],
])

/** What an executor's engine has of constraints and indexes. Throws UNSUPPORTED_FEATURE for one that is not known. */
export const schemaEngineOf: SchemaEngineOf = async (executor) => {
  const { name } = executor.dialect
  const known = engines.get(name)
  if (known !== undefined) return known(executor)
  throw new GraphError(
    'UNSUPPORTED_FEATURE',
    `a graph that speaks '${name}' cannot be migrated; engines that can: grafeo, neo4j`,
  )
}
