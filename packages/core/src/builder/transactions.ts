import type { Transactions } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'

/** `IN TRANSACTIONS`: the subquery is committed in batches; only outside of a transaction. */
export interface InTransactions<Status extends string> {
  /** Rows a batch; the engine's own measure otherwise. */
  readonly rows?: number | undefined
  /** So many batches at a time, `true` for the engine's own measure. */
  readonly concurrency?: number | true | undefined
  /** What becomes of the rest when a batch fails. Default 'fail'. */
  readonly onError?: 'fail' | 'continue' | 'break' | undefined
  /** Seconds for which a batch that lost to another is tried again, before `onError`. */
  readonly retryFor?: number | undefined
  /** A name for what became of the batch that a row was in. */
  readonly reportStatus?: Status | undefined
}

/** Options of a subquery. */
export interface CallOptions<Status extends string> {
  readonly inTransactions: InTransactions<Status>
}

/** What became of a batch. */
export interface TransactionStatus {
  readonly started: boolean
  readonly committed: boolean
  readonly transactionId: string | null
  readonly errorMessage: string | null
}

const value = (given: number | undefined): Expression | undefined =>
  given === undefined ? undefined : { kind: 'value', value: given, type: { kind: 'integer', nullable: false } }

/** The tree of the options of a subquery. */
export const transactionsOf = (options: unknown): Transactions | undefined => {
  if (options === undefined) return undefined
  const { rows, concurrency, onError, retryFor, reportStatus } = (options as CallOptions<string>).inTransactions
  return {
    rows: value(rows),
    concurrency: concurrency === true ? 'default' : value(concurrency),
    onError: retryFor === undefined ? onError : 'retry',
    seconds: value(retryFor),
    then: retryFor === undefined ? undefined : onError,
    status: reportStatus,
  }
}
