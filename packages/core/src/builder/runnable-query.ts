import type { Clause } from '../ast/clause.ts'
import type { CompiledQuery } from '../compile/compiled-query.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { GraphError } from '../error/graph-error.ts'
import type { ExecuteOptions, Executor } from '../execute/executor.ts'
import type { Claim } from './claim.ts'
import type { Context, Source } from './context.ts'
import { PreparedQuery } from './prepared-query.ts'
import type { Call } from './run.ts'
import type { CompileOptions } from './runnable.ts'
import { type Params, Runs } from './runs.ts'

/** The run-time side of `Runnable`: clauses, compiled once for the dialect at hand. */
export abstract class RunnableQuery extends Runs {
  declare readonly context: Context
  /** What was compiled for the dialect asked for last, most often the only one. */
  #last: { readonly dialect: Dialect; readonly query: PreparedQuery } | undefined

  constructor(context: Context) {
    super()
    this.context = context
  }

  /** The clauses, first to last. */
  abstract clauses(): readonly Clause[]
  /** How the text is to be compiled. */
  abstract source(): Source
  /** Parameters of branches that were not taken: they may be given, and are not sent. */
  ignored(): ReadonlySet<string> | undefined {
    return undefined
  }

  #prepared(dialect: Dialect): PreparedQuery {
    if (this.#last?.dialect === dialect) return this.#last.query
    const compiled = this.context.compile(this.clauses(), dialect, this.source())
    const query = new PreparedQuery(this.context, compiled, this.ignored())
    this.#last = { dialect, query }
    return query
  }

  /** The same query on another executor, in that one's dialect. */
  on(executor: Executor): PreparedQuery {
    return this.#prepared(executor.dialect).on(executor)
  }
  compile(options?: CompileOptions): CompiledQuery {
    return this.#prepared(this.context.dialectOf(options?.dialect)).compiled
  }
  prepare(): PreparedQuery {
    return this.#prepared(this.context.executor.dialect)
  }

  union(other: RunnableQuery): RunnableQuery {
    return new UnionQuery(this, false, other)
  }
  unionAll(other: RunnableQuery): RunnableQuery {
    return new UnionQuery(this, true, other)
  }

  override ready(params: Params, options: ExecuteOptions | undefined, claim?: Claim): Call {
    return this.prepare().ready(params, options, claim)
  }
}

/** The rows of two queries. It stands here because every query has `union`. */
class UnionQuery extends RunnableQuery {
  readonly #parts: readonly [RunnableQuery, RunnableQuery]
  readonly #all: boolean

  constructor(first: RunnableQuery, all: boolean, second: RunnableQuery) {
    super(first.context)
    if (!(second instanceof RunnableQuery)) throw new GraphError('USAGE', 'union() takes a query made by Motif')
    this.#parts = [first, second]
    this.#all = all
    const mixed = this.clauses().some((clause) => clause.kind === 'union' && clause.all !== all)
    if (mixed) throw new GraphError('USAGE', 'UNION and UNION ALL do not mix: put one of them into call([], …)')
  }
  override clauses(): readonly Clause[] {
    const [first, second] = this.#parts
    return [...first.clauses(), { kind: 'union', all: this.#all }, ...second.clauses()]
  }
  override source(): Source {
    return { allowUnfiltered: this.#parts.some((part) => part.source().allowUnfiltered) }
  }
  override ignored(): ReadonlySet<string> {
    return new Set(this.#parts.flatMap((part) => [...(part.ignored() ?? [])]))
  }
}
