/// <reference lib="esnext.disposable" preserve="true" />
import { Graph, Pending, type Executor, type GraphSettings, type SchemaShape } from '@motif/core'
import type { AuthToken } from './auth.ts'
import type { DatabaseCore } from './database-core.ts'
import type { EngineInfo } from './engine.ts'
import { managed, type ManagedTransaction } from './managed-transaction.ts'
import type { BeginOptions, CloseOptions, ManagedOptions, SessionOptions } from './options.ts'
import type { PoolStatistics } from './pool/statistics.ts'
import { Session } from './session.ts'
import { type Transaction, unmanaged } from './transaction.ts'
import type { TransactionCore } from './transaction/transaction-core.ts'

/**
 * A graph that can be queried: what `connect` returns. Nothing is opened before the first use.
 *
 * @example
 * await using db = connect('grafeo:./air.db', { schema })
 * await db.match('(a:Airport {code: $code})').return('a.city AS city').run({ code: 'SFO' })
 * // MATCH (a:Airport {code: $code}) RETURN a.city AS city
 *
 * S is the schema, X what `extend` adds to it, to its sessions and to its transactions.
 */
export class Database<S extends SchemaShape, X = {}> extends Graph<S> {
  readonly #core: DatabaseCore
  readonly #settings: GraphSettings<S, X>

  constructor(core: DatabaseCore, settings: GraphSettings<S, X>) {
    super({ executor: core, ...settings })
    this.#core = core
    this.#settings = settings
  }

  /** What queries of one's own making are run on. */
  get executor(): Executor {
    return this.#core
  }

  /** Reaches the engine now instead of at the first query, and says what it is. */
  open(): Promise<EngineInfo> {
    return this.#core.watch(() => this.#core.open())
  }

  /**
   * Runs work in a transaction that only reads. It is tried again when that may help, so it must not have other effects.
   *
   * @example
   * const names = await db.read(tx => tx.run(friends, { id: 1 }))
   */
  read<T>(work: (transaction: ManagedTransaction<S> & X) => T | Promise<T>, options?: ManagedOptions): Promise<T> {
    const run = async (core: TransactionCore): Promise<T> => work(managed(core, this.#settings))
    return this.#core.watch(() => this.#core.managed('read', run, options))
  }

  /**
   * Runs work in a transaction that is committed when the work returns and rolled back when it throws. Lost conflicts
   * are tried again for `maxRetryTime` milliseconds, so the work must not have other effects; the error after the last
   * try carries the causes of all in `attempts`. Everything the work started is waited for, awaited or not.
   *
   * @example
   * await db.write(async tx => { await tx.run(debit, { id: 1, sum }); await tx.run(credit, { id: 2, sum }) })
   */
  write<T>(work: (transaction: ManagedTransaction<S> & X) => T | Promise<T>, options?: ManagedOptions): Promise<T> {
    const run = async (core: TransactionCore): Promise<T> => work(managed(core, this.#settings))
    return this.#core.watch(() => this.#core.managed('write', run, options))
  }

  /** Begins a transaction that the caller ends. */
  begin(options?: BeginOptions): Promise<Transaction<S> & X> {
    return this.#core.watch(async () => unmanaged(await this.#core.begin(options), this.#settings))
  }

  /** A causal chain of transactions, in a database and for a user of its own if need be. */
  session(options?: SessionOptions): Session<S, X> & X {
    // What the extension returns is part of it.
    return new Session<S, X>(this.#core, this.#settings, options) as Session<S, X> & X
  }

  /**
   * Asks the engine whether it lets this user in. Throws a GraphError AUTHENTICATION when it does not, and
   * UNSUPPORTED_FEATURE on an engine without users.
   *
   * @example
   * await db.verifyAuthentication({ scheme: 'basic', principal: 'ada', credentials: password })
   */
  verifyAuthentication(auth: AuthToken, database?: string): Promise<void> {
    return this.#core.watch(() => this.#core.verifyAuthentication(auth, database))
  }

  /** What the pools of connections hold now, one entry a server; empty before the first use, and on an embedded engine. */
  statistics(): readonly PoolStatistics[] {
    return this.#core.statistics()
  }

  /** Runs code inside `db.write` or `db.read` as if it were not: its queries are transactions of their own. */
  outside<T>(work: () => T): T {
    return this.#core.outside(work)
  }

  /**
   * Returns when everything committed so far would survive a loss of power. On an embedded engine the process waits:
   * the engine writes its file in the caller's thread.
   */
  sync(): Promise<void> {
    return this.#core.watch(() => this.#core.sync())
  }

  /**
   * Takes no more work, rolls back transactions of `begin` left open, waits for what runs, and closes the engine. What
   * still runs after the milliseconds given is cut off, managed transactions are rolled back, and TIMEOUT is thrown.
   * Otherwise throws the errors of queries that nobody awaited.
   */
  close(options?: CloseOptions): Promise<void> {
    return Pending.of(this.#core.close(options), () => {})
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
