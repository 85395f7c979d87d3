import { GraphError } from '../../error/graph-error.ts'
import type { Counters, Executor } from '../../execute/executor.ts'
import { Pending } from '../../builder/pending.ts'
import type { ModelSource } from '../model-context.ts'
import type { Sendable } from './clauses.ts'
import type { Returning } from './returned.ts'

/** What a statement of a model gave. */
export interface Answer {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly counters: Counters
}

const on = async (query: Sendable, executor: Executor): Promise<Answer> => {
  const { rows, summary } = await query.on(executor).runWithSummary()
  return { rows: rows as Answer['rows'], counters: summary.counters } // rows are objects by column name
}

/** Whether nothing of a statement stands, and another try may succeed. */
const isLost = (error: unknown): boolean =>
  error instanceof GraphError && error.retryable && (error.outcome === 'rolled back' || error.outcome === 'not sent')

/**
 * Runs one statement. Outside a transaction it is one of its own; where it lost against another it is run again, as
 * `db.write` does.
 */
export const send = async ({ given: { executor } }: ModelSource, query: Sendable): Promise<Answer> => {
  try {
    return await on(query, executor)
  } catch (error) {
    if (executor.atomically === undefined || !isLost(error)) throw error
    return executor.atomically((inner) => on(query, inner))
  }
}

/** As `send`, with the rows as they were asked for. */
export const sendFor = async (context: ModelSource, { query, finish }: Returning): Promise<Answer> => {
  const { rows, counters } = await send(context, query)
  return { rows: finish(rows), counters }
}

/** Starts work of several steps, that the end of a transaction waits for. */
export const later = <T>({ given: { executor } }: ModelSource, work: () => Promise<T>): Promise<T> =>
  executor.later === undefined ? Pending.of(work(), () => {}) : executor.later(work)
