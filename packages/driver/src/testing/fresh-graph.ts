import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GraphError, type SchemaShape } from '@motif/core'
import { connect } from '../connect.ts'
import type { Database } from '../database.ts'
import type { ConnectOptions } from '../options.ts'

/** How a graph for a test is made. */
export interface FreshGraphOptions<S extends SchemaShape, X = {}> extends ConnectOptions<S, X> {
  /** Keeps the graph in a file, which is deleted with the process; in memory otherwise. */
  readonly file?: boolean | undefined
}

/**
 * An empty graph for one test, on the engine of that name. Close it when the test is over.
 *
 * Throws a GraphError USAGE for an engine it cannot make graphs on.
 *
 * @example
 * await using db = freshGraph('grafeo', { schema })
 * await db.create('(u:User {id: 7})').execute()   // CREATE (u:User {id: 7})
 */
export const freshGraph = <S extends SchemaShape, X = {}>(
  engine = 'grafeo',
  options: FreshGraphOptions<S, X> = {},
): Database<S, X> & X => {
  if (engine !== 'grafeo') throw new GraphError('USAGE', `fresh graphs are made on grafeo, not on ${engine}`)
  if (options.file !== true) return connect<S, X>('grafeo::memory:', options)
  const folder = mkdtempSync(join(tmpdir(), 'motif-'))
  // A test that failed may never close its graph.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return connect<S, X>(`grafeo:${join(folder, 'graph.db')}?create=true`, options)
}
