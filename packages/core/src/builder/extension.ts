import type { Executor } from '../execute/executor.ts'
import type { Plugin } from '../execute/plugin.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Graph } from './graph-doors.ts'

/** What an extension is told of the graph that it adds to. */
export interface ExtensionGiven {
  readonly executor: Executor
  readonly schema: SchemaDescriptor | undefined
  readonly plugins: readonly Plugin[]
  /** Whether the graph is a transaction, which it lives as long as. */
  readonly transaction: boolean
}

/**
 * Doors of one's own beside those of the builder. It is called once for each graph: for a database, for each of its sessions
 * and transactions; what it returns becomes part of that graph. The graph is still being made: it may be queried later.
 *
 * @example
 * const people: Extension<Schema, { grown(): Promise<{ name: string }[]> }> = (graph) => ({
 *   grown: () => graph.match('(u:User)').where('u.age >= 18').return('u.name AS name').run(),
 * })
 * await connect(url, { schema, extend: people }).grown()   // MATCH (u:User) WHERE u.age >= 18 RETURN u.name AS name
 */
export type Extension<S extends SchemaShape, X> = (graph: Graph<S>, given: ExtensionGiven) => X
