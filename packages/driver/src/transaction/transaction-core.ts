import {
  amend,
  GraphError,
  type Dialect,
  type ExecuteOptions,
  type Executor,
  type Outcome,
  type QueryRequest,
  type QueryResult,
} from '@motif/core'
import { reader } from '@motif/core/rows'
import type { BeginRequest, Connection } from '../connection.ts'
import { report } from '../error/report.ts'
import { Ledger } from '../ledger.ts'
import { tellEnd } from '../observe/tell-end.ts'
import { remember } from '../remember.ts'
import { answerGrace } from '../stream/answer-grace.ts'
import { Deadline, type Limits } from '../stream/deadline.ts'
import { startResult } from '../stream/start-result.ts'
import { ignore } from '../stream/wait.ts'
import type { Beginning, Begun } from './beginning.ts'
import { type Level, Levels } from './level.ts'
import { mustBelong } from './must-belong.ts'
import { enterScope, levelOf, type ScopedTransaction } from './scope.ts'
import { TransactionSource } from './transaction-source.ts'

export type TransactionState = 'open' | 'failed' | 'committing' | 'committed' | 'rolled back' | 'unknown'

/** Failures after which a savepoint can still save the rest of the transaction. */
const local: ReadonlySet<string> = new Set([
  'CONSTRAINT',
  'ENGINE',
  'SYNTAX',
  'PARAMETER',
  'UNSUPPORTED_FEATURE',
  'USAGE',
  'RESULT_SHAPE',
])

/**
 * One transaction on one connection. Statements queue in the order they were issued. After one failed nothing more is
 * sent, and the transaction is rolled back as soon as the engine is idle.
 */
export class TransactionCore implements Executor, ScopedTransaction {
  readonly reader: Executor['reader'] = reader
  readonly #settings: Beginning
  readonly #connection: Connection
  readonly #begin: BeginRequest
  readonly #ledger: Ledger = new Ledger()
  readonly #levels: Levels = new Levels()
  #state: TransactionState = 'open'
  #failure: GraphError | undefined
  #queue: Promise<unknown> = Promise.resolve()
  /** Whether the engine is at work on a statement of it. */
  #running = false
  readonly #begunAt: number = performance.now()
  #endTold = false
  #rollingBack: Promise<void> | undefined
  /** What the engine refused the roll-back with. */
  #refused: GraphError | undefined
  readonly #leaveDeadline: (() => void) | undefined

  constructor(settings: Beginning, { connection, begin }: Begun) {
    this.#settings = settings
    this.#connection = connection
    this.#begin = begin
    this.#leaveDeadline = settings.deadline?.listen(() => this.fail(this.#late()))
  }

  get dialect(): Dialect {
    return this.#settings.dialect
  }

  get state(): TransactionState {
    return this.#state
  }

  get ended(): boolean {
    return this.#state === 'committed' || this.#state === 'rolled back' || this.#state === 'unknown'
  }

  /** Why nothing will be committed. */
  get failure(): GraphError | undefined {
    return this.#failure
  }

  execute(request: QueryRequest, options: ExecuteOptions = {}): QueryResult {
    const { loaded, options: own, access, deadline } = this.#settings
    const connection = this.#connection
    const level = this.#level()
    const onFailure = (failure: GraphError): void => this.#note(failure, level)
    const result = startResult(request, {
      engine: loaded.engine.name,
      database: own.database,
      inTransaction: true,
      limits: options,
      within: deadline,
      onRefused: onFailure,
      onEnd: (ended) => {
        this.#ledger.remove(ended)
        level.ledger.remove(ended)
      },
      source: (_, trace) => {
        this.#mayRun(level)
        const start = (): void => {
          this.#mayRun(level)
          this.#running = true
        }
        const { allowSchemaChanges = false } = own
        mustBelong(request, options, { access, loaded, allowSchemaChanges })
        const fetch = options.fetchSize ?? own.fetchSize
        const inTurn = this.#inTurn
        return new TransactionSource(request, { loaded, connection, fetch, inTurn, start, onFailure, trace })
      },
    })
    this.#ledger.add(result)
    level.ledger.add(result)
    return result
  }

  /** Starts work on the transaction itself, whose failure waits to be asked for. */
  watch<T>(work: () => Promise<T>): Promise<T> {
    return this.#settings.ledger.begin(work)
  }

  /** Starts work of several statements that belongs to the transaction: its end waits for it, and fails with it where nobody asked. */
  later<T>(work: () => Promise<T>): Promise<T> {
    const { ledger, unasked } = this.#level()
    return unasked.watch(ledger.track(work()))
  }

  /** Waits until every statement issued on the level was run and read; one still being read fails it. */
  async settle(level: Level = this.#levels.root): Promise<void> {
    if (!(await level.ledger.settle(unread))) this.#note(stillRead(), level)
    const { failure } = level.unasked
    if (failure !== undefined) this.#note(failure, level)
  }

  async commit(limits: Limits = {}): Promise<void> {
    this.#mustBeOpen('commit')
    this.#levels.mustBeInnermost(this.#levels.root)
    await this.settle()
    await this.commitSettled(limits)
  }

  /** Commits what was waited for already. */
  async commitSettled(limits: Limits = {}): Promise<void> {
    this.#mustBeOpen('commit')
    this.#state = 'committing'
    const deadline = Deadline.of('the commit', limits, this.#settings.deadline)
    const committing = this.#settings.ledger.track(this.#commit())
    try {
      if (deadline === undefined) return await committing
      await deadline.race(committing, () => this.#answerTo(committing, deadline))
    } finally {
      deadline?.dispose()
    }
  }

  /** Does nothing when it was rolled back already, by whatever cause. Throws what the engine refused it with. */
  async rollback(limits: Limits = {}): Promise<void> {
    const open = this.#state === 'open'
    await this.leave(limits)
    if (open && this.#refused !== undefined) throw this.#refused
  }

  /** As `rollback`, but tells nobody of an engine that refuses it: nothing of the transaction stays all the same. */
  async leave(limits: Limits = {}): Promise<void> {
    if (this.#state === 'committing' || this.#state === 'committed') this.#mustBeOpen('rollback')
    const deadline = Deadline.of('the roll-back', limits)
    const rollingBack = this.#rollBack(unread())
    try {
      if (deadline === undefined) return await rollingBack
      await deadline.race(rollingBack, () => deadline.error('it goes on in the background', { outcome: 'rolled back' }))
    } finally {
      deadline?.dispose()
    }
  }

  /** Throws where a lock cannot be taken by writing something and taking it back. */
  mustLock(): void {
    const { name, capabilities } = this.#settings.loaded.engine
    if (capabilities.locksByWriting) return
    const message = `${name} locks nothing that is written and taken back: change a property of what both depend on`
    throw new GraphError('UNSUPPORTED_FEATURE', message, { outcome: 'not sent' })
  }

  /** What was done inside is undone when the work fails, and the transaction goes on. */
  savepoint<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.#level()
    return outer.ledger.track(this.#savepoint(outer, work))
  }

  /** Ends the transaction because of this error; it is rolled back when the engine is idle. */
  fail(error: GraphError): void {
    if (this.#state !== 'open') return
    this.#state = 'failed'
    this.#failure = error
    this.#rollBack(error).catch(ignore)
  }

  async #savepoint<T>(outer: Level, work: () => Promise<T>): Promise<T> {
    const { owner, loaded } = this.#settings
    if (!loaded.engine.capabilities.savepoints) {
      throw new GraphError('UNSUPPORTED_FEATURE', `${loaded.engine.name} has no savepoints`, { outcome: 'not sent' })
    }
    this.#mayRun(outer)
    const level = this.#levels.push(outer)
    try {
      await this.#mark('set', level)
      const result = await enterScope({ owner, transaction: this, level }, work)
      await this.settle(level)
      const failure = level.failure ?? this.#failure
      if (failure !== undefined) throw failure
      await this.#mark('release', level)
      return result
    } catch (error) {
      level.left = true
      if (this.#state === 'open') await this.#mark('rollback', level)
      throw error
    } finally {
      this.#levels.pop(level)
    }
  }

  async #mark(action: 'set' | 'release' | 'rollback', level: Level): Promise<void> {
    const { loaded } = this.#settings
    try {
      await this.#inTurn(() => this.#connection.savepoint({ action, name: level.name ?? '' }))
    } catch (error) {
      const failure = report(loaded.engine, error)
      this.fail(failure)
      throw failure
    }
  }

  async #commit(): Promise<void> {
    const { loaded, onEnd, bookmarkManager } = this.#settings
    let bookmark: string | undefined
    const asked = performance.now()
    try {
      bookmark = (await this.#inTurn(() => this.#connection.commit())).bookmark
      this.#state = 'committed'
      this.#tellEnd('motif:commit', 'committed', asked)
    } catch (error) {
      const failure = notCommitted(report(loaded.engine, error))
      this.#failure = failure
      this.#tellEnd('motif:commit', failure.outcome ?? 'unknown', asked)
      this.#state = failure.outcome === 'unknown' ? 'unknown' : 'failed'
      await this.#rollBack(failure)
      throw failure
    }
    await this.#release()
    onEnd(this)
    const noted = remember(bookmarkManager, this.#begin.bookmarks, bookmark)
    if (noted !== undefined) await noted
  }

  #rollBack(why: GraphError): Promise<void> {
    this.#rollingBack ??= this.#settings.ledger.track(this.#rollBackOnce(why))
    return this.#rollingBack
  }

  async #rollBackOnce(why: GraphError): Promise<void> {
    if (this.#state === 'open') this.#state = 'rolled back'
    const { onEnd, loaded } = this.#settings
    const connection = this.#connection
    if (this.#running && loaded.engine.capabilities.cancel) {
      this.#ledger.refuse(why)
      connection.interrupt().catch(ignore)
    }
    const asked = performance.now()
    // An engine that gave the transaction up already refuses this: either way nothing of it stays.
    await this.#inTurn(() => connection.rollback()).catch((error: unknown) => {
      const failure = report(loaded.engine, error)
      // Where the connection broke the engine found that out as well, and did it by itself.
      if (failure.code !== 'CONNECTION') this.#refused = amend(failure, { outcome: 'rolled back' })
    })
    if (this.#state !== 'unknown') this.#state = 'rolled back'
    this.#tellEnd('motif:rollback', 'rolled back', asked)
    await this.#release()
    onEnd(this)
    await this.#ledger.cut(why)
  }

  /** Once: a commit that failed is rolled back afterwards. */
  #tellEnd(how: 'motif:commit' | 'motif:rollback', outcome: Outcome, asked: number): void {
    if (this.#endTold) return
    this.#endTold = true
    const { loaded } = this.#settings
    const times = { begunAt: this.#begunAt, asked }
    tellEnd(how, { engine: loaded.engine.name, begin: this.#begin, outcome, error: this.#failure, times })
  }

  async #release(): Promise<void> {
    const { home } = this.#settings
    if (home !== undefined) home.database ??= this.#connection.database
    this.#leaveDeadline?.()
    await this.#connection.release()?.catch(ignore)
  }

  readonly #inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = this.#queue.then(task)
    this.#queue = turn.then(this.#rest, this.#rest)
    return turn
  }

  readonly #rest = (): void => {
    this.#running = false
  }

  /** The level that the running code is on. */
  #level(): Level {
    return (levelOf(this) as Level | undefined) ?? this.#levels.root // set by #savepoint and nobody else
  }

  #note(failure: GraphError, level: Level): void {
    if (level.left && failure.outcome === 'not sent') return
    if (level === this.#levels.root || !local.has(failure.code)) this.fail(failure)
    else level.failure ??= failure
  }

  #mayRun(level: Level): void {
    this.#mustBeOpen('run this')
    this.#levels.mustBeInnermost(level)
    if (level.failure !== undefined) throw afterFailure('run this', level.failure)
    if (level.left)
      throw new GraphError('TRANSACTION', 'the savepoint of this statement failed', { outcome: 'not sent' })
  }

  #mustBeOpen(what: string): void {
    if (this.#state === 'open') return
    if (this.#failure !== undefined) throw afterFailure(what, this.#failure)
    throw new GraphError('TRANSACTION', `cannot ${what}: the transaction is ${ending[this.#state]}`, {
      outcome: 'not sent',
    })
  }

  #late(): GraphError {
    const { deadline } = this.#settings
    return (deadline as Deadline).error('it is rolled back', { outcome: 'rolled back' }) // called by it
  }

  /** A commit that is sent cannot be taken back: its answer is waited for a little longer. */
  async #answerTo(committing: Promise<void>, deadline: Deadline): Promise<GraphError | undefined> {
    await this.#settings.clock.wait(committing, answerGrace)
    if (this.#state !== 'committing') return undefined
    this.#state = 'unknown'
    const after = `whether it is committed is not known: the engine did not say so within ${answerGrace} ms`
    return deadline.error(after, { outcome: 'unknown' })
  }
}

const ending: Record<TransactionState, string> = {
  open: 'open',
  failed: 'being rolled back',
  committing: 'being committed',
  committed: 'committed already',
  'rolled back': 'rolled back already',
  unknown: 'over; whether it is committed is not known',
}

/** Keeps the code of the first failure, and with it whether trying again helps. */
const afterFailure = (what: string, failure: GraphError): GraphError =>
  amend(failure, {
    message: `cannot ${what}: the transaction failed before: ${failure.message}`,
    outcome: failure.outcome === 'unknown' ? 'unknown' : 'rolled back',
    cause: failure,
  })

/** A connection that broke under a commit may have carried it, or not. */
const notCommitted = (failure: GraphError): GraphError => {
  const { code, outcome } = failure
  const sure = code === 'CONNECTION' ? outcome === 'rolled back' || outcome === 'not sent' : outcome !== 'unknown'
  if (sure) return amend(failure, { outcome: 'rolled back' })
  const message = `${failure.message}; it was being committed: whether it is, is not known`
  return amend(failure, { message, outcome: 'unknown', retryable: false, cause: failure })
}

const unread = (): GraphError =>
  new GraphError('TRANSACTION', 'the transaction ended before this result was read', { outcome: 'rolled back' })

const stillRead = (): GraphError =>
  new GraphError(
    'TRANSACTION',
    'nothing was committed: a result was still being read; finish or leave its loop first',
    {
      outcome: 'rolled back',
    },
  )
