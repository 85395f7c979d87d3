// What was refused is written down as well: in a transaction of its own, since that of the order is taken back.
import { GraphError } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Schema } from './graph.schema.ts'
import { type OrderRequest, type PlaceOptions, placeOrder } from './place-order.ts'

/** What became of an order. */
export interface Ending {
  /** In cents; undefined when it was refused. */
  readonly total?: number
  /** Why it was refused: a GraphError's code, or the name of another error. */
  readonly reason?: string
  readonly message?: string
  /** Whether anything of it stays in the graph. */
  readonly outcome: 'placed' | 'taken back' | 'not known'
}

const reasonOf = (error: unknown): Required<Pick<Ending, 'reason' | 'message' | 'outcome'>> => {
  if (error instanceof GraphError) {
    const { code: reason, message, outcome } = error
    return { reason, message, outcome: outcome === 'unknown' ? 'not known' : 'taken back' }
  }
  if (error instanceof Error) return { reason: error.name, message: error.message, outcome: 'taken back' }
  return { reason: 'thrown', message: String(error), outcome: 'taken back' }
}

/** Places an order and writes down what became of it, whatever that is. */
export const placeAndAudit = async (
  db: Database<Schema>,
  order: OrderRequest,
  options?: PlaceOptions,
): Promise<Ending> => {
  try {
    return { total: await placeOrder(db, order, options), outcome: 'placed' }
  } catch (error) {
    const ending = reasonOf(error)
    await db
      .create('(:AuditEntry {what: $what, order: $order, at: $at})')
      .execute({ what: `refused: ${ending.reason}`, order: order.id, at: order.at })
    return ending
  }
}
