import type { CompiledQuery } from '../compile/compiled-query.ts'
import type { Rewriter } from '../compile/rewriter.ts'
import type { ExecuteOptions } from './executor.ts'

/**
 * A row as an engine gives it: neutral values. A node or relationship is whole or, where it is returned as its properties,
 * may be these alone; the query's columns tell.
 */
export type NeutralRow = Readonly<Record<string, unknown>>

/**
 * Something that stands between all queries of a graph and its engine. Plugins see the queries of every door in the order
 * they are listed, and rows in the opposite order. `@motif/core/plugins` has some, and what helps to write others.
 *
 * @example
 * const tags: Plugin = { name: 'tags', options: (options) => ({ ...options, metadata: { app: 'shop', ...options.metadata } }) }
 * createGraph({ executor, schema, plugins: [tags] })
 */
export interface Plugin extends Rewriter {
  /** The options of a call, as they are to be. */
  readonly options?: ((options: ExecuteOptions, query: CompiledQuery) => ExecuteOptions) | undefined
  /** Rows as they come, before they are read by their types; as many, fewer or others. */
  readonly rows?: ((rows: readonly NeutralRow[], query: CompiledQuery) => readonly NeutralRow[]) | undefined
}
