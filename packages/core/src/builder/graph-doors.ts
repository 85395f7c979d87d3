import type { SchemaShape } from '../schema/schema-shape.ts'
import type { StartNode } from './path-steps.ts'
import type { Query } from './query.ts'
import type { CypherDoor } from './statement.ts'

/** The clauses that may begin a query. */
export const starts = [
  'match',
  'optionalMatch',
  'unwind',
  'with',
  'return',
  'create',
  'insert',
  'merge',
  'call',
  'optionalCall',
  'foreach',
  'callProcedure',
  'loadCsv',
  'loadCsvWithHeaders',
  'useGraph',
  'let',
  'whenThen',
] as const

/** The root of all queries: each clause that may begin one, whole statements, patterns put together at run time. */
export interface Graph<in out S extends SchemaShape>
  extends Pick<Query<S, {}, {}, never, {}>, (typeof starts)[number]> {
  readonly cypher: CypherDoor<S>
  /** Begins a pattern that is put together at run time. */
  readonly node: StartNode<S>
}
