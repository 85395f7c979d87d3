import type { Clause } from '../ast/clause.ts'
import { GraphError } from '../error/graph-error.ts'
import { parseStatement } from '../grammar/parse-statement.ts'
import { remembering } from '../value/remembering.ts'
import type { Context, Source } from './context.ts'
import { refuseInterpolated } from './refuse-interpolated.ts'
import { RunnableQuery } from './runnable-query.ts'

/** A whole statement. */
export class StatementQuery extends RunnableQuery {
  readonly #clauses: readonly Clause[]
  readonly #text: string | undefined

  constructor(context: Context, clauses: readonly Clause[], text?: string) {
    super(context)
    this.#clauses = clauses
    this.#text = text
  }

  /** Makes the statements of a root. One seen before is the same object, with all that was compiled for it. */
  static of(context: Context): (text: unknown) => StatementQuery {
    return remembering(1_000, (text) => {
      if (typeof text !== 'string') {
        throw new GraphError(
          'USAGE',
          'cypher() takes a statement as one literal; dynamic text goes through the cypher tag of @motif/core',
        )
      }
      refuseInterpolated(text)
      return new StatementQuery(context, parseStatement(text), text)
    })
  }

  override clauses(): readonly Clause[] {
    return this.#clauses
  }
  override source(): Source {
    return { source: this.#text }
  }
}
