import type { CompiledQuery } from '../compile/compiled-query.ts'
import type { ExecuteOptions, Executor } from '../execute/executor.ts'
import type { Claim } from './claim.ts'
import type { Context } from './context.ts'
import type { Call } from './run.ts'
import { type Params, Runs } from './runs.ts'

/** A compiled query with what it needs to run; what `prepare()` gives and every run goes through. */
export class PreparedQuery extends Runs {
  declare readonly compiled: CompiledQuery
  readonly #context: Context
  readonly #ignored: ReadonlySet<string> | undefined

  constructor(context: Context, compiled: CompiledQuery, ignored: ReadonlySet<string> | undefined) {
    super()
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

  override ready(params: Params, options: ExecuteOptions | undefined, claim?: Claim): Call {
    return { context: this.#context, compiled: this.compiled, params: this.bind(params), options, claim }
  }
}
