import type { Clause } from '../ast/clause.ts'
import type { CompiledQuery } from '../compile/compiled-query.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { ExecuteOptions, Executor, Summary } from '../execute/executor.ts'
import { Pending } from './pending.ts'
import type { Context, Source } from './context.ts'
import { type Params, PreparedQuery } from './prepared-query.ts'
import type { CompileOptions } from './runnable.ts'

const nothing: ReadonlySet<string> = new Set()

/** The run-time side of `Runnable`: clauses, compiled once per dialect. */
export class RunnableQuery {
  readonly context: Context
  /** What was compiled for the dialect asked for first, most often the only one. */
  #first: { readonly dialect: Dialect; readonly query: PreparedQuery } | undefined
  #others: Map<Dialect, PreparedQuery> | undefined

  constructor(context: Context) {
    this.context = context
  }

  /** The clauses, first to last. */
  clauses(): readonly Clause[] {
    return []
  }
  /** How the text is to be compiled. */
  source(): Source {
    return {}
  }
  /** Parameters of branches that were not taken: they may be given, and are not sent. */
  ignored(): ReadonlySet<string> {
    return nothing
  }

  #prepared(dialect: Dialect): PreparedQuery {
    const before = this.#first?.dialect === dialect ? this.#first.query : this.#others?.get(dialect)
    if (before !== undefined) return before
    const compiled = this.context.compile(this.clauses(), dialect, this.source())
    const made = new PreparedQuery(this.context, compiled, this.ignored())
    if (this.#first === undefined) this.#first = { dialect, query: made }
    else (this.#others ??= new Map<Dialect, PreparedQuery>()).set(dialect, made)
    return made
  }

  /** The same query on another executor, in that one's dialect. */
  on(executor: Executor): PreparedQuery {
    return this.#prepared(executor.dialect).on(executor)
  }

  /** What does not compile is told where the outcome is awaited, as every other failure is. */
  #later<T>(work: (query: PreparedQuery) => Promise<T>): Promise<T> {
    try {
      return work(this.prepare())
    } catch (error) {
      return Pending.of<T>(Promise.reject(error), () => {})
    }
  }

  compile(options?: CompileOptions): CompiledQuery {
    return this.#prepared(this.context.dialectOf(options?.dialect)).compiled
  }
  prepare(): PreparedQuery {
    return this.#prepared(this.context.executor.dialect)
  }
  run(params?: Params, options?: ExecuteOptions): Promise<unknown[]> {
    return this.#later((query) => query.run(params, options))
  }
  first(params?: Params, options?: ExecuteOptions): Promise<unknown> {
    return this.#later((query) => query.first(params, options))
  }
  one(params?: Params, options?: ExecuteOptions): Promise<unknown> {
    return this.#later((query) => query.one(params, options))
  }
  stream(params?: Params, options?: ExecuteOptions): AsyncIterable<unknown> {
    return this.prepare().stream(params, options)
  }
  execute(params?: Params, options?: ExecuteOptions): Promise<Summary> {
    return this.#later((query) => query.execute(params, options))
  }
  explain(params?: Params, options?: ExecuteOptions): Promise<Summary> {
    return this.#later((query) => query.explain(params, options))
  }
  profile(params?: Params, options?: ExecuteOptions): Promise<Summary> {
    return this.#later((query) => query.profile(params, options))
  }
}
