import type { Executor } from '../execute/executor.ts'
import { GraphError } from '../error/graph-error.ts'
import { PreparedQuery } from './prepared-query.ts'
import type { Prepared, Runnable } from './runnable.ts'
import { RunnableQuery } from './runnable-query.ts'

/**
 * A query on another executor than the one it was made with: how a transaction runs queries that were built outside it.
 *
 * @example
 * await runOn(friends, transaction).run({ id: 1 })
 * @throws GraphError USAGE for what is no query.
 */
export const runOn = <P, Row>(query: Runnable<P, Row> | Prepared<P, Row>, executor: Executor): Prepared<P, Row> => {
  const given: unknown = query
  // The cast: run time carries trees, the types what their rows are.
  if (given instanceof RunnableQuery || given instanceof PreparedQuery)
    return given.on(executor) as unknown as Prepared<P, Row>
  throw new GraphError('USAGE', 'run() takes a query made by Motif: db.match(…), db.cypher(…), or what prepare() gave')
}
