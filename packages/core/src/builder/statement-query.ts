import type { Clause } from '../ast/clause.ts'
import { GraphError } from '../error/graph-error.ts'
import { parseStatement } from '../grammar/parse-statement.ts'
import type { Context, Source } from './context.ts'
import { refuseInterpolated } from './refuse-interpolated.ts'
import { RunnableQuery } from './runnable-query.ts'

/** Statements kept per root, with all that was compiled for them. */
const mostKept = 1_000
const kept = new WeakMap<Context, Map<string, StatementQuery>>()

/** A whole statement. */
export class StatementQuery extends RunnableQuery {
  readonly #clauses: readonly Clause[]
  readonly #text: string | undefined

  constructor(context: Context, clauses: readonly Clause[], text?: string) {
    super(context)
    this.#clauses = clauses
    this.#text = text
  }

  /** The statement of a text; one seen before is the same object, least recently used ones go first. */
  static of(context: Context, text: unknown): StatementQuery {
    if (typeof text !== 'string') {
      throw new GraphError(
        'USAGE',
        'cypher() takes a statement as one literal; dynamic text goes through the cypher tag of @motif/core',
      )
    }
    const known = kept.get(context) ?? new Map<string, StatementQuery>()
    const before = known.get(text)
    // Which was used last matters once some have to go.
    if (before !== undefined && known.size < mostKept / 2) return before
    if (before === undefined) refuseInterpolated(text)
    const made = before ?? new StatementQuery(context, parseStatement(text), text)
    kept.set(context, known)
    known.delete(text)
    known.set(text, made)
    if (known.size > mostKept) known.delete(known.keys().next().value as string)
    return made
  }

  override clauses(): readonly Clause[] {
    return this.#clauses
  }
  override source(): Source {
    return { source: this.#text }
  }
}
