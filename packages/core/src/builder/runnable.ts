import type { CompiledQuery } from '../compile/compiled-query.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { ExecuteOptions, Summary } from '../execute/executor.ts'
import type { Flat, ParametersOf } from '../grammar/statement.ts'

/** For a query without parameters: nothing may be given. The key is what the compiler shows for what is. */
export interface NoParameters {
  readonly [name: string]: { readonly 'this query asks for no parameter': never }
}

/** The arguments of a run: the parameters a query asks for, none when it asks for none; then options. */
export type Arguments<P> = {} extends P
  ? keyof P extends never
    ? [params?: NoParameters, options?: ExecuteOptions]
    : [params?: Partial<ParametersOf<P>>, options?: ExecuteOptions]
  : [params: ParametersOf<P>, options?: ExecuteOptions]

/**
 * What a run without its parameters would have to be called on: the compiler names them, as an overload that takes no
 * argument is the one it then speaks of. It stands first, since `Parameters` and `ReturnType` look at the last.
 */
export interface Asking<P> {
  readonly 'this query asks for parameters': P
}

/** What `compile` may be told. */
export interface CompileOptions {
  /** The dialect to write in: a value, or the name of `neo4j` or of the engine's own. The engine's own by default. */
  readonly dialect?: Dialect | string | undefined
}

/** What a row is, put together when it is shown. */
export type RowOfQuery<Row> = Flat<Row>

/** What a run gives, whole. */
export interface RowsWithSummary<Row> {
  readonly rows: Row[]
  readonly summary: Summary
}

/** The name of a column that one of two queries lacks, in words; `never` when both have the same. */
type Lacking<A, B> = [keyof A] extends [keyof B]
  ? [keyof B] extends [keyof A]
    ? never
    : `✖ UNION takes queries with the same columns: '${Exclude<keyof B, keyof A> & string}' is missing in the first`
  : `✖ UNION takes queries with the same columns: '${Exclude<keyof A, keyof B> & string}' is missing in the second`
/** The rows of two queries of the same columns. */
export type United<A, B> = [B] extends [A] ? A : { [K in keyof A]: A[K] | (K extends keyof B ? B[K] : never) }

/** A query that can be run: P the parameters it asks for, Row what it returns. */
export interface Runnable<in out P, in out Row> {
  run(this: Asking<Flat<ParametersOf<P>>>): Promise<RowOfQuery<Row>[]>
  /** Runs it and returns all rows. */
  run(...args: Arguments<P>): Promise<RowOfQuery<Row>[]>
  first(this: Asking<Flat<ParametersOf<P>>>): Promise<RowOfQuery<Row> | undefined>
  /** The first row, or undefined when there is none. */
  first(...args: Arguments<P>): Promise<RowOfQuery<Row> | undefined>
  one(this: Asking<Flat<ParametersOf<P>>>): Promise<RowOfQuery<Row>>
  /** Exactly one row. @throws GraphError RESULT_SHAPE when there is none, or more than one. */
  one(...args: Arguments<P>): Promise<RowOfQuery<Row>>
  /** Rows as they come; leaving the loop frees the connection. */
  stream(...args: Arguments<P>): AsyncIterable<RowOfQuery<Row>>
  /** Runs it for its effect and returns the counters. */
  execute(...args: Arguments<P>): Promise<Summary>
  /** All rows, and what the engine says of the run: counters, notifications, times. */
  runWithSummary(...args: Arguments<P>): Promise<RowsWithSummary<RowOfQuery<Row>>>
  /**
   * `UNION`: the rows of both, each once. Both must return the same columns.
   *
   * @example
   * db.match('(u:User)').return('u.name AS name').union(db.match('(t:Tag)').return('t.name AS name'))
   * // MATCH (u:User) RETURN u.name AS name UNION MATCH (t:Tag) RETURN t.name AS name
   */
  union<P2, Row2>(
    other: [Lacking<Row, Row2>] extends [never] ? Runnable<P2, Row2> : Lacking<Row, Row2>,
  ): Runnable<P & P2, United<Row, Row2>>
  /** `UNION ALL`: the rows of both, as often as they are found. */
  unionAll<P2, Row2>(
    other: [Lacking<Row, Row2>] extends [never] ? Runnable<P2, Row2> : Lacking<Row, Row2>,
  ): Runnable<P & P2, United<Row, Row2>>
  /** The same query, compiled once. */
  prepare(): Prepared<P, Row>
  /** Text, parameters and shape; needs no engine. */
  compile(options?: CompileOptions): CompiledQuery
  /** The engine's plan, without running it. */
  explain(...args: Arguments<P>): Promise<Summary>
  /** The engine's plan with what each step cost, by running it. */
  profile(...args: Arguments<P>): Promise<Summary>
}

/** A compiled query: only binds parameters and sends. */
export interface Prepared<in out P, in out Row> {
  readonly compiled: CompiledQuery
  run(...args: Arguments<P>): Promise<RowOfQuery<Row>[]>
  first(...args: Arguments<P>): Promise<RowOfQuery<Row> | undefined>
  one(...args: Arguments<P>): Promise<RowOfQuery<Row>>
  stream(...args: Arguments<P>): AsyncIterable<RowOfQuery<Row>>
  execute(...args: Arguments<P>): Promise<Summary>
  runWithSummary(...args: Arguments<P>): Promise<RowsWithSummary<RowOfQuery<Row>>>
  /** The parameters as they would be sent. */
  bind(...args: Arguments<P>): Readonly<Record<string, unknown>>
}
