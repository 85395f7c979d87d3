import type { CompiledQuery } from '../compile/compiled-query.ts'
import { Claim } from './claim.ts'
import type { ExecuteOptions, Executor, Summary } from '../execute/executor.ts'
import { Pending } from './pending.ts'
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

  #call(params: Params, options: ExecuteOptions | undefined, claim?: Claim): Call {
    return { context: this.#context, compiled: this.compiled, params: this.bind(params), options, claim }
  }
  /** Starts at once; a failure waits to be asked for. */
  #later<T>(work: (call: Call) => Promise<T>, params: Params, options: ExecuteOptions | undefined): Promise<T> {
    const claim = new Claim()
    // Awaited here, so that the stack of a failure leads on to the caller.
    const begun = async (): Promise<T> => await work(this.#call(params, options, claim))
    return Pending.of(begun(), claim.ask)
  }
  run(params?: Params, options?: ExecuteOptions): Promise<unknown[]> {
    return this.#later(collectRows, params, options)
  }
  first(params?: Params, options?: ExecuteOptions): Promise<unknown> {
    return this.#later(firstRow, params, options)
  }
  one(params?: Params, options?: ExecuteOptions): Promise<unknown> {
    return this.#later(oneRow, params, options)
  }
  stream(params?: Params, options?: ExecuteOptions): AsyncIterable<unknown> {
    return streamRows(this.#call(params, options))
  }
  execute(params?: Params, options?: ExecuteOptions): Promise<Summary> {
    return this.#later(summaryOf, params, options)
  }
  explain(params?: Params, options?: ExecuteOptions): Promise<Summary> {
    return this.#later((call) => summaryOf(call, 'EXPLAIN'), params, options)
  }
  profile(params?: Params, options?: ExecuteOptions): Promise<Summary> {
    return this.#later((call) => summaryOf(call, 'PROFILE'), params, options)
  }
}
