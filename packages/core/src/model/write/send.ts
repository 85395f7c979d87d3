import { GraphError } from '../../error/graph-error.ts'
import type { Counters, Executor } from '../../execute/executor.ts'
import type { ModelContext } from '../model-context.ts'
import { later } from '../unit/later.ts'
import type { Sendable } from './clauses.ts'
import type { Returning } from './returned.ts'

/** What a statement of a model gave. */
export interface Answer {
  readonly rows: readonly Record<string, unknown>[]
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
export const send = async ({ given: { executor }, unit }: ModelContext, query: Sendable): Promise<Answer> => {
  try {
    return await on(query, executor)
  } catch (error) {
    if (executor.atomically === undefined || !isLost(error)) throw error
    return await executor.atomically((inner) => on(query, inner))
  } finally {
    unit.written()
  }
}

/** As `send`, with the rows as they were asked for. */
export const sendFor = async (context: ModelContext, { query, finish }: Returning): Promise<Answer> => {
  const { rows, counters } = await send(context, query)
  return { rows: finish(rows), counters }
}

/** Starts a write: what a transaction has read before is read anew once somebody asks for it again. */
export const writing = <T>(context: ModelContext, work: () => Promise<T>): Promise<T> => {
  context.unit.written()
  return later(context, work)
}
