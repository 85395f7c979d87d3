import {
  GraphError,
  type Dialect,
  type ExecuteOptions,
  type Executor,
  type QueryRequest,
  type QueryResult,
} from '@motif/core'
import { reader } from '@motif/core/rows'
import { AutocommitSource } from './autocommit.ts'
import type { BeginRequest, Connection, IsolationLevel } from './connection.ts'
import type { Engine, EngineInfo } from './engine.ts'
import { EngineSlot, type EngineSource, type Loaded } from './engine-slot.ts'
import { report } from './error/report.ts'
import { Ledger } from './ledger.ts'
import {
  defaultMaxRetryTime,
  type BeginOptions,
  type CloseOptions,
  type ConnectOptions,
  type ManagedOptions,
} from './options.ts'
import { Deadline } from './stream/deadline.ts'
import { startResult } from './stream/start-result.ts'
import { ignore } from './stream/wait.ts'
import { runManaged } from './transaction/managed.ts'
import { systemClock, type Clock } from './transaction/retry-policy.ts'
import { enterScope, scopeOf } from './transaction/scope.ts'
import { TransactionCore } from './transaction/transaction-core.ts'

/** The thread that ties a session's transactions together. */
export interface Causality {
  readonly bookmarks: () => readonly string[]
  readonly onBookmark: (bookmark: string) => void
}

/** A statement in a session. */
export interface InChain {
  readonly causality?: Causality | undefined
  /** Throws when the session has a transaction open. */
  readonly refuse?: (() => void) | undefined
}

/** What a database does, without the builder's words: statements, transactions, and their end. */
export class DatabaseCore implements Executor {
  readonly reader: Executor['reader'] = reader
  readonly #slot: EngineSlot
  readonly #options: ConnectOptions
  readonly #clock: Clock
  readonly #ledger: Ledger = new Ledger()
  readonly #unmanaged: Set<TransactionCore> = new Set()
  #closing: Promise<void> | undefined

  constructor(source: EngineSource, options: ConnectOptions = {}, clock: Clock = systemClock) {
    this.#slot = new EngineSlot(source, options.schema)
    this.#options = options
    this.#clock = clock
  }

  get dialect(): Dialect {
    return this.#options.dialect ?? this.#slot.dialect
  }

  /** Starts work whose failure waits to be asked for; `close` tells it when nobody asks. */
  later<T>(work: () => Promise<T>): Promise<T> {
    return this.#ledger.begin(work)
  }

  /** Reaches the engine, and says which it is. */
  async open(): Promise<EngineInfo> {
    this.#mustBeOpen()
    const { engine } = await this.#slot.load()
    return this.#ledger.track(this.#reported(engine, engine.open()))
  }

  execute(request: QueryRequest, options: ExecuteOptions = {}, { causality, refuse }: InChain = {}): QueryResult {
    const { timeout = this.#options.timeout, signal, fetchSize = this.#options.fetchSize, metadata } = options
    const result = startResult(request, {
      engine: this.#slot.name,
      limits: { timeout, signal },
      onEnd: this.#ledger.remove,
      source: () => {
        this.#mustBeOpen()
        this.#mustBeOutside('this query', 'use tx.run(query)')
        refuse?.()
        const begin: BeginRequest = {
          access: request.access === 'read' ? 'read' : 'write',
          timeout,
          metadata,
          bookmarks: causality?.bookmarks(),
        }
        return new AutocommitSource(request, {
          slot: this.#slot,
          begin,
          fetch: fetchSize,
          onBookmark: causality?.onBookmark,
        })
      },
    })
    this.#ledger.add(result)
    return result
  }

  /** Runs work in a transaction that is committed when it returns, and tried again where that may help. */
  async managed<T>(
    access: 'read' | 'write',
    work: (transaction: TransactionCore) => Promise<T>,
    options: ManagedOptions = {},
    causality?: Causality,
  ): Promise<T> {
    this.#mustBeOpen()
    this.#mustBeOutside('this transaction', 'use tx.savepoint(…) to nest')
    const { timeout = this.#options.timeout, signal } = options
    const deadline = Deadline.of('the transaction', { timeout, signal })
    const run = async (): Promise<T> => {
      const loaded = await this.#slot.load()
      const maxRetryTime = options.maxRetryTime ?? this.#options.maxRetryTime ?? defaultMaxRetryTime
      return runManaged({
        owner: this,
        begin: () => this.#begin(loaded, { ...options, access }, { deadline, causality }),
        work,
        deadline,
        retry: { firstDelay: loaded.engine.retryDelay, maxRetryTime },
        clock: this.#clock,
      })
    }
    return this.#ledger.track(run().finally(() => deadline?.dispose()))
  }

  /** Begins a transaction that the caller ends. */
  async begin(options: BeginOptions = {}, causality?: Causality): Promise<TransactionCore> {
    this.#mustBeOpen()
    this.#mustBeOutside('this transaction', 'use tx.savepoint(…) to nest')
    const deadline = Deadline.of('the transaction', options)
    const beginning = this.#slot.load().then((loaded) => this.#begin(loaded, options, { deadline, causality }))
    beginning.catch(() => deadline?.dispose())
    const transaction = await this.#ledger.track(beginning)
    if (!transaction.ended) this.#unmanaged.add(transaction)
    return transaction
  }

  /** Runs the code as if no transaction of this database were around it. */
  outside<T>(work: () => T): T {
    return enterScope({ owner: this, transaction: undefined, level: undefined }, work)
  }

  /** Returns when everything committed so far would survive a loss of power. */
  async sync(): Promise<void> {
    this.#mustBeOpen()
    const { engine } = await this.#slot.load()
    await this.#ledger.track(this.#reported(engine, engine.sync?.() ?? Promise.resolve()))
  }

  /** Takes no more work, waits for what runs, and tells the errors that nobody asked for. */
  close(options: CloseOptions = {}): Promise<void> {
    if (scopeOf(this) !== undefined) {
      return Promise.reject(
        new GraphError('USAGE', 'close() inside a transaction would wait for itself', { outcome: 'not sent' }),
      )
    }
    this.#closing ??= this.#close(options)
    return this.#closing
  }

  async #close({ timeout }: CloseOptions): Promise<void> {
    for (const transaction of this.#unmanaged) transaction.rollback().catch(ignore)
    const done = await this.#ledger.settleWithin(timeout, closed)
    await this.#slot.loaded?.engine.close()
    if (!done) {
      throw new GraphError(
        'TIMEOUT',
        `work was still running ${timeout} ms after close was called; it is not waited for`,
        {
          outcome: 'unknown',
          fault: 'surroundings',
        },
      )
    }
    const errors = this.#ledger.takeUnobserved()
    if (errors.length > 0) throw unobserved(errors)
  }

  async #begin(loaded: Loaded, options: BeginOptions, tie: Tie): Promise<TransactionCore> {
    const { engine } = loaded
    const { deadline, causality } = tie
    mustKeep(engine, options.isolation)
    const begin: BeginRequest = {
      access: options.access ?? 'write',
      isolation: options.isolation,
      timeout: options.timeout,
      metadata: options.metadata,
      bookmarks: causality?.bookmarks(),
    }
    const connection = await this.#acquire(engine, begin, deadline)
    try {
      await connection.begin(begin)
    } catch (error) {
      await connection.release()?.catch(ignore)
      throw report(engine, error)
    }
    const transaction: TransactionCore = new TransactionCore({
      loaded,
      dialect: this.dialect,
      connection,
      begin,
      owner: this,
      ledger: this.#ledger,
      fetchSize: this.#options.fetchSize,
      deadline,
      allowSchemaChanges: options.allowSchemaChanges ?? false,
      onEnd: (bookmark) => {
        if (this.#unmanaged.delete(transaction)) deadline?.dispose()
        if (bookmark !== undefined) causality?.onBookmark(bookmark)
      },
    })
    return transaction
  }

  async #acquire(engine: Engine, begin: BeginRequest, deadline: Deadline | undefined): Promise<Connection> {
    const acquiring = this.#reported(engine, (async () => engine.acquire(begin))())
    if (deadline === undefined) return acquiring
    return deadline.race(acquiring, () => {
      // It comes too late for this caller; the next one can have it.
      acquiring.then((connection) => connection.release()).catch(ignore)
      return deadline.error('it had not begun', { outcome: 'not sent' })
    })
  }

  async #reported<T>(engine: Engine, work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      throw report(engine, error)
    }
  }

  #mustBeOpen(): void {
    if (this.#closing !== undefined) throw closed()
  }

  #mustBeOutside(what: string, instead: string): void {
    if (scopeOf(this) === undefined) return
    const message = `${what} would run outside the transaction around it: ${instead}, or db.outside(() => …) if that is meant`
    throw new GraphError('TRANSACTION', message, { outcome: 'not sent' })
  }
}

interface Tie {
  readonly deadline: Deadline | undefined
  readonly causality: Causality | undefined
}

const closed = (): GraphError => new GraphError('USAGE', 'the database is closed', { outcome: 'not sent' })

const mustKeep = ({ name, capabilities }: Engine, isolation: IsolationLevel | undefined): void => {
  if (isolation === undefined || capabilities.isolation.includes(isolation)) return
  const why = capabilities.whyNot?.[isolation]
  const message = `${name} does not keep ${isolation} isolation${why === undefined ? '' : `: ${why}`}; it has ${capabilities.isolation.join(', ')}`
  throw new GraphError('UNSUPPORTED_FEATURE', message, { outcome: 'not sent' })
}

/** All of them in one; its kind is that of the first. */
const unobserved = (errors: readonly unknown[]): GraphError => {
  const [first] = errors
  const words = first instanceof Error ? first.message : String(first)
  const message = `${errors.length} failed and nobody awaited the result; the first: ${words}`
  return new GraphError(first instanceof GraphError ? first.code : 'ENGINE', message, {
    cause: new AggregateError(errors, message),
  })
}
