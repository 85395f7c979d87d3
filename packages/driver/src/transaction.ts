/// <reference lib="esnext.disposable" preserve="true" />
import type { GraphSettings, SchemaShape } from '@motif/core'
import { ManagedTransaction } from './managed-transaction.ts'
import type { Limits } from './stream/deadline.ts'
import type { TransactionCore } from './transaction/transaction-core.ts'

/**
 * A transaction that the caller ends, from `db.begin()`. Left without a commit, `await using` rolls it back.
 *
 * @example
 * await using tx = await db.begin()
 * await tx.run(rename, { id: 7, name: 'Ada' })
 * await tx.commit()
 */
export class Transaction<S extends SchemaShape> extends ManagedTransaction<S> {
  readonly #core: TransactionCore

  constructor(core: TransactionCore, settings: GraphSettings<S, unknown> | undefined) {
    super(core, settings)
    this.#core = core
  }

  /**
   * Waits for every query issued inside, then commits. Throws what made the transaction fail before, a GraphError
   * CONFLICT when another won, or TIMEOUT after the milliseconds given: then the outcome is unknown.
   */
  commit(limits?: Limits): Promise<void> {
    return this.#core.watch(() => this.#core.commit(limits))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#core.ended) await this.#core.leave()
  }
}

/** A transaction that the caller ends, with what its database is extended by. */
export const unmanaged = <S extends SchemaShape, X>(
  core: TransactionCore,
  settings: GraphSettings<S, X> | undefined,
): Transaction<S> & X => new Transaction(core, settings) as Transaction<S> & X // the constructor adds it
