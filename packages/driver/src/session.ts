/// <reference lib="esnext.disposable" preserve="true" />
import {
  Graph,
  GraphError,
  type ExecuteOptions,
  type Executor,
  type QueryRequest,
  type QueryResult,
  type SchemaDescriptor,
  type SchemaShape,
} from '@motif/core'
import { reader } from '@motif/core/rows'
import type { Causality, DatabaseCore } from './database-core.ts'
import { ManagedTransaction } from './managed-transaction.ts'
import type { BeginOptions, ManagedOptions, SessionOptions } from './options.ts'
import { Transaction } from './transaction.ts'
import type { TransactionCore } from './transaction/transaction-core.ts'

/**
 * A causal chain: each transaction sees what those before it in the session committed. One at a time.
 *
 * @example
 * const session = db.session({ bookmarks: other.lastBookmarks() })
 * await session.write(tx => tx.run(rename, { id: 7, name: 'Ada' }))
 */
export class Session<S extends SchemaShape> extends Graph<S> {
  readonly #core: DatabaseCore
  readonly #schema: SchemaDescriptor<S> | undefined
  readonly #chain: Chain

  constructor(core: DatabaseCore, schema: SchemaDescriptor<S> | undefined, options: SessionOptions = {}) {
    const chain = new Chain(core, options.bookmarks ?? [])
    super({ executor: chain, schema })
    this.#core = core
    this.#schema = schema
    this.#chain = chain
  }

  get executor(): Executor {
    return this.#chain
  }

  /** What the session has seen last; given to another session, it sees at least that. Empty on an embedded engine. */
  lastBookmarks(): readonly string[] {
    return this.#chain.bookmarks()
  }

  /** As `db.read`, in this chain. */
  read<T>(work: (transaction: ManagedTransaction<S>) => T | Promise<T>, options?: ManagedOptions): Promise<T> {
    return this.#managed('read', work, options)
  }

  /** As `db.write`, in this chain. */
  write<T>(work: (transaction: ManagedTransaction<S>) => T | Promise<T>, options?: ManagedOptions): Promise<T> {
    return this.#managed('write', work, options)
  }

  /** As `db.begin`, in this chain. Throws a GraphError TRANSACTION while another one of the session is open. */
  begin(options?: BeginOptions): Promise<Transaction<S>> {
    return this.#core.later(async () => {
      const core = await this.#chain.alone(() => this.#core.begin(options, this.#chain))
      this.#chain.hold(core)
      return new Transaction(core, this.#schema)
    })
  }

  /** Rolls back what is open. */
  close(): Promise<void> {
    return this.#core.later(() => this.#chain.close())
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #managed<T>(
    access: 'read' | 'write',
    work: (transaction: ManagedTransaction<S>) => T | Promise<T>,
    options?: ManagedOptions,
  ): Promise<T> {
    const run = async (core: TransactionCore): Promise<T> => work(new ManagedTransaction(core, this.#schema))
    return this.#core.later(() => this.#chain.alone(() => this.#core.managed(access, run, options, this.#chain)))
  }
}

/** The session's bookmarks, and its one place for a transaction. */
class Chain implements Executor, Causality {
  readonly reader: Executor['reader'] = reader
  readonly #core: DatabaseCore
  #bookmarks: readonly string[]
  #busy = false
  #held: TransactionCore | undefined
  #closed = false

  constructor(core: DatabaseCore, bookmarks: readonly string[]) {
    this.#core = core
    this.#bookmarks = bookmarks
  }

  get dialect(): Executor['dialect'] {
    return this.#core.dialect
  }

  readonly bookmarks = (): readonly string[] => this.#bookmarks

  readonly onBookmark = (bookmark: string): void => {
    this.#bookmarks = [bookmark]
  }

  execute(request: QueryRequest, options?: ExecuteOptions): QueryResult {
    return this.#core.execute(request, options, { causality: this, refuse: () => this.#mustBeFree() })
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    this.#mustBeFree()
    this.#busy = true
    try {
      return await work()
    } finally {
      this.#busy = false
    }
  }

  hold(core: TransactionCore): void {
    this.#held = core
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#held?.ended === false) await this.#held.rollback()
  }

  #mustBeFree(): void {
    if (this.#closed) throw new GraphError('USAGE', 'the session is closed', { outcome: 'not sent' })
    if (!this.#busy && this.#held?.ended !== false) return
    throw new GraphError('TRANSACTION', 'the session has a transaction open: end it first, or use another session', {
      outcome: 'not sent',
    })
  }
}
