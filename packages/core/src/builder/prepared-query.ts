import type { CompiledQuery } from '../compile/compiled-query.ts'
import type { ExecuteOptions, Executor, Summary } from '../execute/executor.ts'
import type { Context } from './context.ts'
import { type Call, collectRows, firstRow, oneRow, streamRows, summaryOf } from './run.ts'

export type Params = Readonly<Record<string, unknown>> | undefined

/** A compiled query with what it needs to run; what `prepare()` gives and every run goes through. */
export class PreparedQuery {
  readonly compiled: CompiledQuery
  readonly #context: Context
  readonly #ignored: ReadonlySet<string>

  constructor(context: Context, compiled: CompiledQuery, ignored: ReadonlySet<string>) {
    this.#context = context
    this.compiled = compiled
    this.#ignored = ignored
  }

  /** The same query on another executor. */
  on(executor: Executor): PreparedQuery {
    return new PreparedQuery({ ...this.#context, executor }, this.compiled, this.#ignored)
  }

  bind(params?: Params): Readonly<Record<string, unknown>> {
    return this.#context.bind(this.compiled, params, this.#ignored)
  }

  #call(params: Params, options: ExecuteOptions | undefined): Call {
    return { context: this.#context, compiled: this.compiled, params: this.bind(params), options, made: new Error() }
  }
  async run(params?: Params, options?: ExecuteOptions): Promise<unknown[]> { return collectRows(this.#call(params, options)) }
  async first(params?: Params, options?: ExecuteOptions): Promise<unknown> { return firstRow(this.#call(params, options)) }
  async one(params?: Params, options?: ExecuteOptions): Promise<unknown> { return oneRow(this.#call(params, options)) }
  stream(params?: Params, options?: ExecuteOptions): AsyncIterable<unknown> { return streamRows(this.#call(params, options)) }
  async execute(params?: Params, options?: ExecuteOptions): Promise<Summary> { return summaryOf(this.#call(params, options)) }
  async explain(params?: Params, options?: ExecuteOptions): Promise<Summary> { return summaryOf(this.#call(params, options), 'EXPLAIN') }
  async profile(params?: Params, options?: ExecuteOptions): Promise<Summary> { return summaryOf(this.#call(params, options), 'PROFILE') }
}
