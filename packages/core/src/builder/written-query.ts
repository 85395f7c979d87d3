import type { CompiledQuery } from '../compile/compiled-query.ts'
import type { ExecuteOptions, Summary } from '../execute/executor.ts'
import type { Asking, CompileOptions, Prepared, Runnable, RowsWithSummary } from './runnable.ts'

/**
 * A `Runnable` whose types `motif statements` wrote down: P and Row stand as they are, and nothing is left to compute.
 * A statement that asks for no parameter is a `Runnable` in that file too.
 *
 * @example
 * interface Statements { 'MATCH (u:User {id: $id}) RETURN u.name AS name': WrittenQuery<{ id: number }, { name: string }> }
 */
export interface WrittenQuery<in out P, in out Row> {
  run(this: Asking<P>): Promise<Row[]>
  run(params: P, options?: ExecuteOptions): Promise<Row[]>
  first(this: Asking<P>): Promise<Row | undefined>
  first(params: P, options?: ExecuteOptions): Promise<Row | undefined>
  one(this: Asking<P>): Promise<Row>
  one(params: P, options?: ExecuteOptions): Promise<Row>
  stream(params: P, options?: ExecuteOptions): AsyncIterable<Row>
  execute(params: P, options?: ExecuteOptions): Promise<Summary>
  runWithSummary(params: P, options?: ExecuteOptions): Promise<RowsWithSummary<Row>>
  readonly union: Runnable<P, Row>['union']
  readonly unionAll: Runnable<P, Row>['unionAll']
  prepare(): Prepared<P, Row>
  compile(options?: CompileOptions): CompiledQuery
  explain(params: P, options?: ExecuteOptions): Promise<Summary>
  profile(params: P, options?: ExecuteOptions): Promise<Summary>
}
