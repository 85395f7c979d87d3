import { amend, GraphError, type QueryRequest } from '@motif/core'
import type { BookmarkManager } from './bookmark-manager.ts'
import type { BeginRequest, Connection, Page, RunReply, RunRequest, Tail } from './connection.ts'
import type { Home } from './defaults.ts'
import type { EngineSlot, Loaded } from './engine-slot.ts'
import type { AcquireRequest } from './engine.ts'
import { report } from './error/report.ts'
import { acquire } from './observe/acquire.ts'
import type { QueryTrace } from './observe/query-trace.ts'
import { tellRetry } from './observe/tell-retry.ts'
import { answerGrace } from './stream/answer-grace.ts'
import { remember } from './remember.ts'
import type { Deadline, Limits } from './stream/deadline.ts'
import { goesOn } from './stream/goes-on.ts'
import { outOfTime } from './stream/out-of-time.ts'
import type { Source, Stopped } from './stream/source.ts'
import { ignore } from './stream/wait.ts'
import { mustServe, type Wanted } from './target.ts'
import type { Clock } from './transaction/retry-policy.ts'

/** What an autocommit statement is sent with. */
export interface AutocommitSettings {
  readonly slot: EngineSlot
  readonly clock: Clock
  readonly target: Wanted
  /** Where it goes when the target names no database. */
  readonly home: Home | undefined
  readonly fetch: number | undefined
  readonly limits: Limits
  readonly deadline: Deadline | undefined
  /** Milliseconds for the server. */
  readonly serverTimeout: number | undefined
  readonly metadata: Readonly<Record<string, unknown>> | undefined
  readonly bookmarkManager: BookmarkManager | undefined
  readonly trace: QueryTrace | undefined
}

/** A statement that is its own transaction: takes a connection, and hands it back when the result is over. */
export class AutocommitSource implements Source {
  readonly #request: QueryRequest
  readonly #settings: AutocommitSettings
  #loaded: Loaded | undefined
  #connection: Connection | undefined
  /** Settles when it is known whether there is one. */
  #acquiring: Promise<unknown> | undefined
  /** Why there is none. */
  #shortage: GraphError | undefined
  #decoder: ((rows: readonly unknown[]) => void) | undefined
  #manager: BookmarkManager | undefined
  #bookmarks: readonly string[] | undefined
  #cursor: number | undefined
  #phase: 'waiting' | 'running' | 'replied' = 'waiting'
  #stopped: Stopped | Promise<Stopped | undefined> | undefined

  constructor(request: QueryRequest, settings: AutocommitSettings) {
    this.#request = request
    this.#settings = settings
  }

  async open(): Promise<RunReply> {
    const { slot, target, bookmarkManager } = this.#settings
    const { params, parameters, columns } = this.#request
    this.#loaded = slot.loaded ?? (await slot.load())
    const { engine, codec } = this.#loaded
    mustServe(engine, target)
    const encoded = codec.encode(params, parameters)
    this.#decoder = codec.decoder(columns)
    this.#manager = engine.capabilities.bookmarks ? bookmarkManager : undefined
    return this.#send(encoded)
  }

  /** A read whose connection turned out to be dead is sent once more: nobody has seen any of its rows. */
  async #send(params: RunRequest['params']): Promise<RunReply> {
    const { text, access, columns } = this.#request
    const { fetch } = this.#settings
    const { engine } = this.#loaded as Loaded // it was loaded to encode what is sent
    for (let fresh = false; ; fresh = true) {
      const acquired = acquire(engine, this.#acquireRequest(fresh))
      const connection = acquired instanceof Promise ? await this.#waitFor(acquired) : acquired
      this.#connection = connection
      this.#stayIn(connection.database)
      // As late as can be: others may have committed something while a connection was waited for.
      const known = this.#manager?.bookmarks()
      const autocommit = this.#beginRequest(known instanceof Promise ? await known : known)
      // The caller may have given up meanwhile.
      if (this.#stopped !== undefined) throw givenUp()
      this.#phase = 'running'
      this.#settings.trace?.toldSent()
      try {
        const reply = await connection.run({ text, params, access, columns, fetch, autocommit })
        this.#phase = 'replied'
        this.#cursor = reply.cursor
        const noted = this.#note(reply.page.tail)
        if (noted !== undefined) await noted
        return reply
      } catch (error) {
        if (fresh || !this.#wasDead(error)) throw error
        tellRetry({ engine: engine.name, access: 'read', database: autocommit.database, tries: 1, delay: 0, error })
        this.#phase = 'waiting'
        this.#connection = undefined
        await connection.release()?.catch(ignore)
      }
    }
  }

  async #waitFor(acquiring: Promise<Connection>): Promise<Connection> {
    this.#acquiring = acquiring
    try {
      return await acquiring
    } catch (error) {
      const failure = this.report(error)
      if (failure.code === 'POOL') this.#shortage = failure
      throw outOfTime(failure, this.#settings.deadline)
    }
  }

  async pull(cursor: number): Promise<Page> {
    const page = await this.#held.pull({ cursor, fetch: this.#settings.fetch })
    const noted = this.#note(page.tail)
    if (noted !== undefined) await noted
    return page
  }

  async discard(cursor: number): Promise<Tail | undefined> {
    const tail = await this.#held.discard(cursor)
    const noted = this.#note(tail)
    if (noted !== undefined) await noted
    return tail
  }

  decode(rows: readonly unknown[]): void {
    this.#decoder?.(rows)
  }

  ended(): Promise<void> | undefined {
    this.#stayIn(this.#connection?.database)
    return this.#connection?.release()
  }

  stop(answer: Promise<Tail | undefined>): Stopped | Promise<Stopped | undefined> {
    this.#stopped ??= this.#stop(answer)
    return this.#stopped
  }

  #stop(answer: Promise<Tail | undefined>): Stopped | Promise<Stopped | undefined> {
    if (this.#phase === 'waiting' || this.#loaded === undefined) return this.#stopWaiting()
    const { engine } = this.#loaded
    const { cancel, autocommitAt } = engine.capabilities
    const going = this.#phase === 'running' ? goesOn(engine) : ''
    const interrupting = cancel ? this.#held.interrupt() : undefined
    interrupting?.catch(ignore)
    if (this.#request.access === 'read') return { outcome: 'rolled back', after: `${going}it only reads` }
    if (this.#phase === 'replied' && autocommitAt === 'first rows') return committed
    if (interrupting !== undefined) return this.#learn(answer, interrupting)
    return { outcome: 'unknown', after: `${going}whether it is committed is not known` }
  }

  /** The pool was given the same time, so that it is about to say why it has none. */
  #stopWaiting(): Stopped | Promise<Stopped> {
    const { clock, deadline } = this.#settings
    if (this.#acquiring === undefined || deadline?.timedOut !== true) return notSent
    const told = this.#acquiring.catch(ignore)
    return clock.wait(told, answerGrace).then(() => ({ ...notSent, cause: this.#shortage }))
  }

  /** What became of a statement that was interrupted: its own answer tells, or that of the interrupt. */
  async #learn(answer: Promise<Tail | undefined>, interrupting: Promise<void>): Promise<Stopped | undefined> {
    const told: (Stopped | undefined)[] = []
    const learn = async (): Promise<void> => {
      const tail = await answer
      await interrupting
      if (tail !== undefined) told.push(undefined)
      else told.push((await this.#tailLeft()) === undefined ? rolledBack : committed)
    }
    const learning = learn().catch((error: unknown) => {
      const { code, outcome } = this.report(error)
      told.push(code === 'CONNECTION' || outcome === 'unknown' ? lost : rolledBack)
    })
    await this.#settings.clock.wait(learning, answerGrace)
    return told.length === 0 ? unanswered : told[0]
  }

  /** The last rows may have been fetched ahead, unseen: then it was committed before it was interrupted. */
  #tailLeft(): Promise<Tail | undefined> | undefined {
    return this.#cursor === undefined ? undefined : this.discard(this.#cursor)
  }

  report(error: unknown): GraphError {
    const failure = report(this.#loaded?.engine, error, this.#request)
    return failure.code === 'CONNECTION' ? this.#withOutcome(failure) : failure
  }

  /** A write whose answer was lost may have been done: nobody should do it again without looking. */
  #withOutcome(failure: GraphError): GraphError {
    const { outcome = this.#phase === 'waiting' ? 'not sent' : 'unknown' } = failure
    if (outcome !== 'unknown') return outcome === failure.outcome ? failure : amend(failure, { outcome })
    return this.#request.access === 'read'
      ? amend(failure, { outcome: 'rolled back' })
      : amend(failure, { outcome, retryable: false })
  }

  get #held(): Connection {
    return this.#connection as Connection // asked for only once it was sent
  }

  get #access(): 'read' | 'write' {
    return this.#request.access === 'read' ? 'read' : 'write'
  }

  #beginRequest(bookmarks: readonly string[] | undefined): BeginRequest {
    const { target, home, limits, serverTimeout = limits.timeout, metadata } = this.#settings
    const { database = home?.database, impersonatedUser, notifications } = target
    this.#bookmarks = bookmarks
    return {
      access: this.#access,
      timeout: serverTimeout,
      metadata,
      bookmarks,
      database,
      impersonatedUser,
      notifications,
      door: 'autocommit',
    }
  }

  #acquireRequest(fresh: boolean): AcquireRequest {
    const { target, home, limits, deadline, trace } = this.#settings
    const { database = home?.database, impersonatedUser } = target
    return {
      access: this.#access,
      bookmarkManager: this.#manager,
      database,
      impersonatedUser,
      auth: target.auth,
      callSite: this.#request.callSite ?? trace?.callSite,
      timeout: deadline?.remaining,
      signal: limits.signal,
      fresh,
    }
  }

  #wasDead(error: unknown): boolean {
    if (this.#request.access !== 'read' || this.#stopped !== undefined) return false
    const { code, retryable } = this.report(error)
    return code === 'CONNECTION' && retryable
  }

  #stayIn(database: string | undefined): void {
    const { home } = this.#settings
    if (home !== undefined) home.database ??= database
  }

  #note(tail: Tail | undefined): Promise<void> | undefined {
    return remember(this.#settings.bookmarkManager, this.#bookmarks, tail?.bookmark)
  }
}

const notSent: Stopped = { outcome: 'not sent', after: 'it had not been sent' }
const rolledBack: Stopped = { outcome: 'rolled back', after: 'it was stopped and is rolled back' }
const lost: Stopped = { outcome: 'unknown', after: 'whether it is committed is not known: the connection broke' }
const unanswered: Stopped = {
  outcome: 'unknown',
  after: `whether it is committed is not known: the engine did not say so within ${answerGrace} ms`,
}
const committed: Stopped = {
  outcome: 'committed',
  after: 'what it wrote is committed, its rows were still being read',
}

const givenUp = (): GraphError =>
  new GraphError('ABORTED', 'it was given up while it waited for a connection', { outcome: 'not sent' })
