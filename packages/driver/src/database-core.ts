import {
  GraphError,
  type Dialect,
  type ExecuteOptions,
  type Executor,
  type Outcome,
  type QueryRequest,
  type QueryResult,
} from '@motif/core'
import type { AuthToken } from './auth.ts'
import { reader } from '@motif/core/rows'
import { AutocommitSource } from './autocommit.ts'
import { bookmarkManager } from './bookmark-manager.ts'
import { fullOptions, homeOf, targetOf, type Defaults, type Home } from './defaults.ts'
import type { Engine, EngineInfo } from './engine.ts'
import { EngineSlot, type EngineSource, type Loaded } from './engine-slot.ts'
import { callSite } from './error/call-site.ts'
import { report } from './error/report.ts'
import { Ledger } from './ledger.ts'
import {
  defaultMaxRetryTime,
  type BeginOptions,
  type CloseOptions,
  type ConnectOptions,
  type ManagedOptions,
} from './options.ts'
import type { PoolStatistics } from './pool/statistics.ts'
import { tellClose } from './observe/tell-close.ts'
import { tellRetry } from './observe/tell-retry.ts'
import { answerGrace } from './stream/answer-grace.ts'
import { Deadline } from './stream/deadline.ts'
import type { Stopped } from './stream/source.ts'
import { startResult } from './stream/start-result.ts'
import { ignore } from './stream/wait.ts'
import { mustServe, type Wanted } from './target.ts'
import { beginTransaction } from './transaction/begin.ts'
import { enterWork, isUnderWay } from './transaction/under-way.ts'
import { runManaged } from './transaction/managed.ts'
import { systemClock, type Clock } from './transaction/retry-policy.ts'
import { enterScope, scopeOf } from './transaction/scope.ts'
import type { TransactionCore } from './transaction/transaction-core.ts'

/** What an extension is made from is not its business. */
type CoreOptions = Omit<ConnectOptions, 'extend'>

/** What a database does, without the builder's words: statements, transactions, and their end. */
export class DatabaseCore implements Executor {
  readonly reader: Executor['reader'] = reader
  readonly #slot: EngineSlot
  readonly #options: CoreOptions
  readonly #defaults: Defaults
  readonly #clock: Clock
  readonly #ledger: Ledger = new Ledger()
  readonly #open: Set<TransactionCore> = new Set()
  readonly #unmanaged: Set<TransactionCore> = new Set()
  #closing: Promise<void> | undefined
  /** Why nothing can be begun any more, not even by work that is under way. */
  #late: GraphError | undefined

  constructor(source: EngineSource, options: CoreOptions = {}, clock: Clock = systemClock) {
    const { database, fetchSize, bookmarkManager: given = bookmarkManager() } = options
    this.#slot = new EngineSlot(source, options.schema)
    this.#options = options
    this.#defaults = { database, fetchSize, bookmarkManager: given === false ? undefined : given }
    this.#clock = clock
  }

  get dialect(): Dialect {
    return this.#options.dialect ?? this.#slot.dialect
  }

  /** What holds for calls that do not say otherwise, and are in no session. */
  get defaults(): Defaults {
    return this.#defaults
  }

  /** Starts work whose failure waits to be asked for; `close` tells it when nobody asks. */
  watch<T>(work: () => Promise<T>): Promise<T> {
    return this.#ledger.begin(work)
  }

  /** As `watch`, for work of several statements: it goes on to its end when the database is closed meanwhile. */
  later<T>(work: () => Promise<T>): Promise<T> {
    return this.watch(async () => {
      this.#mustBeOpen()
      return enterWork(this, work)
    })
  }

  /** Reaches the engine, and says which it is. */
  async open(): Promise<EngineInfo> {
    this.#mustBeOpen()
    const { engine } = await this.#slot.load()
    return this.#ledger.track(this.#reported(engine, engine.open()))
  }

  execute(request: QueryRequest, options: ExecuteOptions = {}, defaults: Defaults = this.#defaults): QueryResult {
    const { timeout = this.#options.timeout, serverTimeout, signal, fetchSize = defaults.fetchSize, metadata } = options
    const limits = { timeout, signal }
    const result = startResult(request, {
      engine: this.#slot.name,
      database: options.database ?? defaults.database,
      inTransaction: false,
      limits,
      onEnd: this.#ledger.remove,
      source: (deadline, trace) => {
        this.#mustBeOpen()
        this.#mustBeOutside('this query', 'use tx.run(query)')
        defaults.refuse?.()
        return new AutocommitSource(request, {
          slot: this.#slot,
          clock: this.#clock,
          target: targetOf(options, defaults),
          home: homeOf(options, defaults),
          fetch: fetchSize,
          limits,
          deadline,
          serverTimeout,
          metadata,
          bookmarkManager: defaults.bookmarkManager,
          trace,
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
    defaults: Defaults = this.#defaults,
  ): Promise<T> {
    this.#mustBeOpen()
    this.#mustBeOutside('this transaction', 'use tx.savepoint(…) to nest')
    const callSite = this.#callSite()
    const home = homeOf(options, defaults)
    const full = fullOptions(options, defaults, { timeout: options.timeout ?? this.#options.timeout, access })
    const deadline = Deadline.of('the transaction', full)
    const run = async (): Promise<T> => {
      const loaded = await this.#slot.load()
      const { retryDelay, retryJitter } = loaded.engine
      const maxRetryTime = options.maxRetryTime ?? this.#options.maxRetryTime ?? defaultMaxRetryTime
      return runManaged({
        owner: this,
        begin: (before) => this.#begin(full, { loaded, deadline, defaults, home, door: 'managed', before, callSite }),
        work,
        deadline,
        retry: { firstDelay: retryDelay, jitter: retryJitter, maxRetryTime },
        // Of what only reads there is nothing to be applied.
        idempotent: access === 'read' || options.idempotent === true,
        clock: this.#clock,
        onRetry: (tries, delay, error) =>
          tellRetry({ engine: loaded.engine.name, access, database: full.database, tries, delay, error }),
      })
    }
    return this.#ledger.track(run().finally(() => deadline?.dispose()))
  }

  atomically<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.managed('write', work)
  }

  /** Begins a transaction that the caller ends. */
  async begin(options: BeginOptions = {}, defaults: Defaults = this.#defaults): Promise<TransactionCore> {
    this.#mustBeOpen()
    this.#mustBeOutside('this transaction', 'use tx.savepoint(…) to nest')
    const callSite = this.#callSite()
    const home = homeOf(options, defaults)
    const full = fullOptions(options, defaults, options)
    const deadline = Deadline.of('the transaction', full)
    const beginning = this.#slot
      .load()
      .then((loaded) =>
        this.#begin(full, { loaded, deadline, defaults, home, door: 'unmanaged', before: [], callSite }),
      )
    beginning.catch(() => deadline?.dispose())
    const transaction = await this.#ledger.track(beginning)
    if (!transaction.ended) this.#unmanaged.add(transaction)
    return transaction
  }

  /** Runs the code as if no transaction of this database were around it. */
  outside<T>(work: () => T): T {
    return enterScope({ owner: this, transaction: undefined, level: undefined }, work)
  }

  /** Throws when the engine does not let this user in. */
  async verifyAuthentication(auth: AuthToken, database: string | undefined = this.#defaults.database): Promise<void> {
    this.#mustBeOpen()
    const { engine } = await this.#slot.load()
    mustServe(engine, { auth, database })
    await this.#ledger.track(this.#reported(engine, engine.verifyAuthentication?.(auth, database) ?? Promise.resolve()))
  }

  /** What the engine's pools hold now. */
  statistics(): readonly PoolStatistics[] {
    return this.#slot.loaded?.engine.statistics?.() ?? []
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

  async #close(options: CloseOptions): Promise<void> {
    const asked = performance.now()
    const closing = this.#shut(options)
    const tell = (error: unknown): void =>
      tellClose({ engine: this.#slot.name, duration: performance.now() - asked, error })
    closing.then(() => tell(undefined), tell)
    return closing
  }

  async #shut({ timeout }: CloseOptions): Promise<void> {
    for (const transaction of this.#unmanaged) transaction.leave().catch(ignore)
    const done = await this.#ledger.settleWithin(timeout, closed)
    if (!done) await this.#cutOff()
    await this.#slot.loaded?.engine.close()
    if (!done) throw cutOff(`work still ran ${timeout} ms after close was called: it was cut off`, 'unknown')
    const errors = this.#ledger.takeUnobserved()
    if (errors.length > 0) throw unobserved(errors)
  }

  /** Takes back what is open and stops what runs, where the engine can; waits for its answer no longer than that. */
  async #cutOff(): Promise<void> {
    const why = ({ outcome, after }: Stopped): GraphError => cutOff(`the database was closed; ${after}`, outcome)
    this.#late = why(takenBack)
    for (const transaction of this.#open) transaction.fail(this.#late)
    await this.#clock.wait(this.#ledger.stop(why), answerGrace)
  }

  async #begin(options: BeginOptions & Wanted, work: Work): Promise<TransactionCore> {
    const { loaded, deadline, defaults, home, door, before, callSite: from } = work
    // Name by name: a spread would cost more than all else that is done here.
    const transaction = await beginTransaction({
      loaded,
      dialect: this.dialect,
      door,
      access: options.access ?? 'write',
      options,
      home,
      bookmarkManager: defaults.bookmarkManager,
      deadline,
      before,
      callSite: from,
      owner: this,
      ledger: this.#ledger,
      clock: this.#clock,
      onEnd: (ended) => {
        this.#open.delete(ended)
        if (this.#unmanaged.delete(ended)) deadline?.dispose()
      },
    })
    if (this.#late !== undefined) transaction.fail(this.#late)
    else if (!transaction.ended) this.#open.add(transaction)
    return transaction
  }

  /** Who begins a transaction is told with the error of those who wait for a connection; engines without a pool have none. */
  #callSite(): string | undefined {
    return this.#slot.loaded?.engine.statistics === undefined ? undefined : callSite()
  }

  async #reported<T>(engine: Engine, work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      throw report(engine, error)
    }
  }

  #mustBeOpen(): void {
    if (this.#closing !== undefined && (this.#late !== undefined || !isUnderWay(this))) throw closed()
  }

  #mustBeOutside(what: string, instead: string): void {
    if (scopeOf(this) === undefined) return
    const message = `${what} would run outside the transaction around it: ${instead}, or db.outside(() => …) if that is meant`
    throw new GraphError('TRANSACTION', message, { outcome: 'not sent' })
  }
}

/** What a try of some work is begun with, besides its options. */
interface Work {
  readonly loaded: Loaded
  readonly deadline: Deadline | undefined
  readonly defaults: Defaults
  readonly home: Home | undefined
  readonly door: 'managed' | 'unmanaged'
  readonly before: readonly unknown[]
  readonly callSite: string | undefined
}

const closed = (): GraphError => new GraphError('USAGE', 'the database is closed', { outcome: 'not sent' })

const takenBack: Stopped = { outcome: 'rolled back', after: 'its transaction is rolled back' }

/** Work outlasted the time that close was given. */
const cutOff = (message: string, outcome: Outcome): GraphError =>
  new GraphError('TIMEOUT', message, { outcome, fault: 'surroundings' })

/** All of them in one; its kind is that of the first. */
const unobserved = (errors: readonly unknown[]): GraphError => {
  const [first] = errors
  const words = first instanceof Error ? first.message : String(first)
  const message = `${errors.length} failed and nobody awaited the result; the first: ${words}`
  return new GraphError(first instanceof GraphError ? first.code : 'ENGINE', message, {
    cause: new AggregateError(errors, message),
  })
}
