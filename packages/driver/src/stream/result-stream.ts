import { GraphError, type QueryResult, type RowBatch, type Summary } from '@motif/core'
import type { Page, RunReply, Tail } from '../connection.ts'
import type { QueryTrace } from '../observe/query-trace.ts'
import { unchanged } from '../unchanged.ts'
import type { Deadline, Late } from './deadline.ts'
import type { Source, Stopped } from './source.ts'
import { ignore, pause, turn } from './wait.ts'

/** What a result needs besides its rows' source. */
export interface ResultSettings {
  readonly engine: string
  readonly deadline: Deadline | undefined
  /** Whether it may change something: that it did not must not go unsaid. */
  readonly writes: boolean
  /** Told once when the result is over, so that `close` and `commit` can wait for it. */
  readonly onEnd: (result: ResultStream) => void
  /** Where somebody listens to what becomes of it. */
  readonly trace: QueryTrace | undefined
}

type Step = IteratorResult<RowBatch, undefined>

const done: Promise<void> = Promise.resolve()
const finished: Promise<Step> = Promise.resolve({ done: true, value: undefined })

/** One result under way: sent when made, its rows pulled as they are asked for. */
export class ResultStream implements QueryResult, AsyncIterator<RowBatch, undefined> {
  readonly #source: Source
  readonly #settings: ResultSettings
  readonly #opening: Promise<RunReply>
  readonly #started: number = performance.now()
  #reply: RunReply | undefined
  #tail: Tail | undefined
  #firstRow: number | undefined
  #lastRow: number | undefined
  /** What went wrong in the work itself. */
  #failure: GraphError | undefined
  /** Why a reader that comes, or goes on, gets nothing more. */
  #refusal: GraphError | undefined
  /** Why nobody knows what came of it: it failed when its rows were given up. */
  #undone: GraphError | undefined
  #reading = false
  /** Whether the deadline is watched by a call that waits. */
  #guarded = false
  /** What became of a result whose reader was away when the deadline passed. */
  #expiring: Promise<unknown> | undefined
  /** The first rows are handed over. */
  #handed = false
  #observed = false
  /** Whether the caller has asked, for whom others read. */
  #asked: boolean | undefined
  /** When rows were last asked for, how many calls wait for them, and the last of these. */
  #pulled = 0
  #waiting = 0
  #last: Promise<unknown> = done
  /** No more rows will come; then: nothing is under way any more. */
  #over = false
  #ending: Promise<void> | undefined
  #onceEnded: (() => void)[] | undefined

  constructor(source: Source, settings: ResultSettings) {
    this.#source = source
    this.#settings = settings
    this.#opening = this.#open()
    this.#opening.catch(ignore)
    settings.deadline?.listen(() => this.#expire(settings.deadline as Deadline)) // its own
  }

  get failure(): GraphError | undefined {
    return this.#failure
  }

  /** The error that nobody has asked for yet. */
  get unobserved(): GraphError | undefined {
    return (this.#asked ?? this.#observed) ? undefined : (this.#failure ?? this.#undone)
  }

  onBehalf(): () => void {
    this.#asked = false
    return () => {
      this.#asked = true
    }
  }

  [Symbol.asyncIterator](): AsyncIterator<RowBatch, undefined> {
    return this
  }

  next(): Promise<Step> {
    this.#observed = true
    return this.#over &&
      this.#handed &&
      this.#waiting === 0 &&
      this.#failure === undefined &&
      this.#refusal === undefined
      ? finished
      : this.#inTurn(false)
  }

  return(): Promise<Step> {
    this.#observed = true
    this.#reading = true
    return this.#inTurn(true)
  }

  async summary(): Promise<Summary> {
    this.#observed = true
    await this.#opening
    // A reader that starts in the same breath comes first; without one the rows are given up.
    if (!this.#reading && !this.#over) {
      this.refuse(givenAway())
      await this.#abandon()
    }
    await this.whenEnded()
    const failure = this.#failure ?? this.#undone
    if (failure !== undefined) throw failure
    return this.#summary()
  }

  /** Settles when nothing of the result is under way. */
  whenEnded(): Promise<void> {
    return this.#ending ?? new Promise((resolve) => (this.#onceEnded ??= []).push(resolve))
  }

  /**
   * Waits until the result was read. One that nobody reads is given up; one whose reader stays away for `grace`
   * milliseconds is cut off. Returns whether it was read to its end.
   */
  async settle(grace: number, why: () => GraphError): Promise<boolean> {
    await this.#opening.catch(ignore)
    if (!this.#reading) await turn()
    while (this.#ending === undefined && this.#reading) {
      const away = this.#waiting === 0 ? performance.now() - this.#pulled : 0
      if (away >= grace) {
        await this.cut(why())
        return false
      }
      await pause(this.whenEnded(), Math.max(1, grace - away))
    }
    if (this.#ending === undefined) await this.cut(why())
    await this.whenEnded()
    return true
  }

  /** Why a reader who waits, or goes on, gets nothing more. */
  refuse(why: GraphError): void {
    this.#refusal ??= why
  }

  /** Ends the result; a reader that goes on is told why. */
  async cut(why: GraphError): Promise<void> {
    this.refuse(why)
    await this.#abandon()
  }

  /** Ends the result, and what runs of it where the engine can; a reader that goes on is told why. */
  async stop(why: (stopped: Stopped) => GraphError): Promise<void> {
    if (this.#over) return
    const opening = this.#opening.then(tailOfReply)
    opening.catch(ignore)
    const stopping = this.#source.stop(opening)
    const stopped = stopping instanceof Promise ? await stopping : stopping
    if (stopped !== undefined) await this.cut(this.#source.report(why(stopped)))
  }

  #inTurn(leaving: boolean): Promise<Step> {
    const take = (): Promise<Step> => (leaving ? this.#leave() : this.#handed ? this.#step() : this.#first())
    const turn = this.#waiting++ === 0 ? take() : this.#last.then(take, take)
    this.#last = turn
    return turn
  }

  async #leave(): Promise<Step> {
    try {
      await this.#abandon()
      if (this.#undone !== undefined && this.#settings.writes) throw this.#undone
      return { done: true, value: undefined }
    } finally {
      this.#taken()
    }
  }

  async #open(): Promise<RunReply> {
    try {
      const opening = this.#source.open()
      const reply = await (this.#settings.deadline === undefined ? opening : this.#guard(opening, tailOfReply))
      this.#guarded = false
      this.#reply = reply
      this.#firstRow = performance.now() - this.#started
      this.#settings.trace?.toldFirstRows(reply.page.rows.length)
      if (reply.page.tail !== undefined) this.#complete(reply.page.tail)
      return reply
    } catch (error) {
      throw this.#fail(error)
    }
  }

  async #first(): Promise<Step> {
    this.#reading = true
    try {
      const { page } = await this.#opening
      if (this.#refusal !== undefined) throw this.#refusal
      this.#handed = true
      return this.#hand(page)
    } finally {
      this.#taken()
    }
  }

  async #step(): Promise<Step> {
    try {
      if (this.#expiring !== undefined) await this.#expiring
      const refusal = this.#failure ?? this.#refusal
      if (refusal !== undefined) throw refusal
      if (this.#over || this.#reply === undefined) return { done: true, value: undefined }
      const page = await this.#guard(this.#source.pull(this.#reply.cursor), tailOfPage)
      this.#guarded = false
      this.#settings.trace?.toldRows(page.rows.length)
      const handed = this.#hand(page)
      if (page.tail !== undefined) this.#complete(page.tail)
      return handed
    } catch (error) {
      throw this.#refusal === error ? error : this.#fail(error)
    } finally {
      this.#taken()
    }
  }

  #taken(): void {
    this.#waiting--
    this.#pulled = performance.now()
  }

  #hand(page: Page): Step {
    if (page.rows.length === 0 && page.tail !== undefined) return { done: true, value: undefined }
    try {
      this.#source.decode(page.rows)
    } catch (error) {
      throw this.#fail(error)
    }
    return { done: false, value: page }
  }

  /** Settles as the promise does, unless the deadline comes first. */
  #guard<T>(promise: Promise<T>, tailOf: (answer: T) => Tail | undefined): Promise<T> {
    const { deadline } = this.#settings
    if (deadline === undefined) return promise
    this.#guarded = true
    return deadline.race(promise, () => this.#late(promise.then(tailOf), deadline))
  }

  /** The deadline passed while nobody waited: the connection is free at once, and the reader is told when it comes. */
  #expire(deadline: Deadline): void {
    if (this.#guarded || this.#over || this.#reply === undefined) return
    const nothing: Promise<undefined> = Promise.resolve(undefined)
    this.#expiring = Promise.resolve(this.#late(nothing, deadline, givenUp))
  }

  /** `whole` is what the result comes to when the whole answer came after all; it is the caller's otherwise. */
  #late(answer: Promise<Tail | undefined>, deadline: Deadline, whole?: Stopped): Late {
    const fail = (stopped: Stopped | undefined = whole): GraphError | undefined => {
      if (stopped === undefined) return undefined
      const { after, outcome, cause } = stopped
      const error = this.#source.report(deadline.error(after, cause === undefined ? { outcome } : { outcome, cause }))
      this.#failure ??= error
      this.#over = true
      // What nobody waits for any longer still ends some time: only then is the result over.
      void answer.then(ignore, ignore).then(() => this.#end())
      return error
    }
    answer.catch(ignore)
    const stopped = this.#source.stop(answer)
    return stopped instanceof Promise ? stopped.then(fail) : fail(stopped)
  }

  async #abandon(): Promise<void> {
    await this.#opening.catch(ignore)
    if (this.#over || this.#reply === undefined) return
    this.#over = true
    try {
      this.#tail = await this.#source.discard(this.#reply.cursor)
    } catch (error) {
      this.#undone = this.#source.report(error)
    }
    this.#end()
  }

  #complete(tail: Tail): void {
    if (this.#over) return
    this.#over = true
    this.#tail = tail
    this.#lastRow = performance.now() - this.#started
    this.#end()
  }

  #fail(error: unknown): GraphError {
    this.#failure ??= this.#source.report(this.#refusal ?? error)
    if (!this.#over) {
      this.#over = true
      this.#end()
    }
    return this.#failure
  }

  #end(): void {
    if (this.#ending !== undefined) return
    this.#settings.deadline?.dispose()
    const ending = this.#source.ended(this.#failure ?? this.#undone)
    this.#ending = ending === undefined ? done : ending.catch(ignore)
    this.#settings.onEnd(this)
    this.#settings.trace?.toldEnd(this.#failure ?? this.#undone, this.#summary())
    const listeners = this.#onceEnded
    if (listeners !== undefined) void this.#ending.then(() => listeners.forEach((listener) => listener()))
  }

  #summary(): Summary {
    const { bookmark: _, ...tail }: Tail = this.#tail ?? unchanged
    return {
      ...tail,
      columns: this.#reply?.columns ?? [],
      firstRow: this.#firstRow,
      lastRow: this.#lastRow,
      notifications: tail.notifications ?? [],
      engine: this.#settings.engine,
    }
  }
}

const tailOfPage = (page: Page): Tail | undefined => page.tail
const tailOfReply = ({ page }: RunReply): Tail | undefined => page.tail

/** A result whose rows nobody fetched before the deadline, though the engine had done all of it. */
const givenUp: Stopped = { outcome: 'committed', after: 'it was done, and its rows were not read' }

const givenAway = (): GraphError =>
  new GraphError('USAGE', 'the rows were given up when the summary was asked for: read them first')
