/// <reference lib="esnext.disposable" preserve="true" />
import {
  Graph,
  GraphError,
  type ExecuteOptions,
  type Executor,
  type QueryRequest,
  type QueryResult,
  type GraphSettings,
  type SchemaShape,
} from '@motif/core'
import { reader } from '@motif/core/rows'
import type { AuthToken } from './auth.ts'
import type { BookmarkManager } from './bookmark-manager.ts'
import type { DatabaseCore } from './database-core.ts'
import type { Defaults, Home } from './defaults.ts'
import { managed, type ManagedTransaction } from './managed-transaction.ts'
import type { NotificationFilter } from './notification-filter.ts'
import type { BeginOptions, ManagedOptions, SessionOptions } from './options.ts'
import { type Transaction, unmanaged } from './transaction.ts'
import type { TransactionCore } from './transaction/transaction-core.ts'

/**
 * A causal chain: each transaction sees what those before it in the session committed. One at a time.
 *
 * @example
 * const session = db.session({ bookmarks: other.lastBookmarks() })
 * await session.write(tx => tx.run(rename, { id: 7, name: 'Ada' }))
 */
export class Session<S extends SchemaShape, X = {}> extends Graph<S> {
  readonly #core: DatabaseCore
  readonly #settings: GraphSettings<S, X> | undefined
  readonly #chain: Chain

  constructor(core: DatabaseCore, settings: GraphSettings<S, X> | undefined, options: SessionOptions = {}) {
    const chain = new Chain(core, options)
    super({ executor: chain, ...settings })
    this.#core = core
    this.#settings = settings
    this.#chain = chain
  }

  get executor(): Executor {
    return this.#chain
  }

  /** What the session has seen last; given to another session, it sees at least that. Empty on an embedded engine. */
  lastBookmarks(): readonly string[] {
    return this.#chain.last
  }

  /** As `db.read`, in this chain. */
  read<T>(work: (transaction: ManagedTransaction<S> & X) => T | Promise<T>, options?: ManagedOptions): Promise<T> {
    return this.#managed('read', work, options)
  }

  /** As `db.write`, in this chain. */
  write<T>(work: (transaction: ManagedTransaction<S> & X) => T | Promise<T>, options?: ManagedOptions): Promise<T> {
    return this.#managed('write', work, options)
  }

  /** As `db.begin`, in this chain. Throws a GraphError TRANSACTION while another one of the session is open. */
  begin(options?: BeginOptions): Promise<Transaction<S> & X> {
    return this.#core.watch(async () => {
      const core = await this.#chain.alone(() => this.#core.begin(options, this.#chain))
      this.#chain.hold(core)
      return unmanaged(core, this.#settings)
    })
  }

  /** Rolls back what is open. */
  close(): Promise<void> {
    return this.#core.watch(() => this.#chain.close())
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #managed<T>(
    access: 'read' | 'write',
    work: (transaction: ManagedTransaction<S> & X) => T | Promise<T>,
    options?: ManagedOptions,
  ): Promise<T> {
    const run = async (core: TransactionCore): Promise<T> => work(managed(core, this.#settings))
    return this.#core.watch(() => this.#chain.alone(() => this.#core.managed(access, run, options, this.#chain)))
  }
}

/** What holds for the calls of a session: its bookmarks, and its one place for a transaction. */
class Chain implements Executor, Defaults, BookmarkManager {
  readonly reader: Executor['reader'] = reader
  readonly database: string | undefined
  readonly impersonatedUser: string | undefined
  readonly auth: AuthToken | undefined
  readonly notifications: NotificationFilter | undefined
  readonly fetchSize: number | undefined
  readonly home: Home = { database: undefined }
  readonly #core: DatabaseCore
  readonly #manager: BookmarkManager | undefined
  /** What its first transaction has to see besides. */
  #given: readonly string[]
  #last: readonly string[]
  #busy = false
  #held: TransactionCore | undefined
  #closed = false

  constructor(core: DatabaseCore, options: SessionOptions) {
    const { database, fetchSize } = core.defaults
    this.#core = core
    this.database = options.database ?? database
    this.impersonatedUser = options.impersonatedUser
    this.auth = options.auth
    this.notifications = options.notifications
    this.fetchSize = options.fetchSize ?? fetchSize
    this.#manager = options.bookmarkManager
    this.#given = options.bookmarks ?? []
    this.#last = this.#given
  }

  get dialect(): Executor['dialect'] {
    return this.#core.dialect
  }

  get bookmarkManager(): BookmarkManager {
    return this
  }

  get last(): readonly string[] {
    return this.#last
  }

  bookmarks(): readonly string[] | Promise<readonly string[]> {
    if (this.#manager === undefined) return this.#last
    const known = this.#manager.bookmarks()
    const join = (more: readonly string[]): readonly string[] => [...new Set([...more, ...this.#given])]
    return known instanceof Promise ? known.then(join) : join(known)
  }

  update(previous: readonly string[], next: readonly string[]): void | Promise<void> {
    this.#last = next
    this.#given = []
    return this.#manager?.update(previous, next)
  }

  execute(request: QueryRequest, options?: ExecuteOptions): QueryResult {
    return this.#core.execute(request, options, this)
  }

  later<T>(work: () => Promise<T>): Promise<T> {
    return this.#core.later(work)
  }

  atomically<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.alone(() => this.#core.managed('write', work, {}, this))
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    this.refuse()
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
    if (this.#held?.ended === false) await this.#held.leave()
  }

  /** Throws where there is no place for a statement or a transaction now. */
  refuse(): void {
    if (this.#closed) throw new GraphError('USAGE', 'the session is closed', { outcome: 'not sent' })
    if (!this.#busy && this.#held?.ended !== false) return
    throw new GraphError('TRANSACTION', 'the session has a transaction open: end it first, or use another session', {
      outcome: 'not sent',
    })
  }
}
