import { GraphError } from '@motif/core'
import { systemClock, type PoolClock } from './clock.ts'
import { Creator } from './creator.ts'
import type { Entry } from './entry.ts'
import type { DestroyReason, PoolEvent, PoolListener } from './event.ts'
import { exhausted, type Shortage } from './exhausted.ts'
import { checkSize, settingsOf, type PoolOptions, type PoolSettings } from './options.ts'
import type { PoolRequest } from './request.ts'
import type { PoolStatistics } from './statistics.ts'
import { Stock } from './stock.ts'
import { Supply } from './supply.ts'
import type { PoolTasks } from './tasks.ts'
import { WaitingLine, type Waiter } from './waiting-line.ts'
import { Waits } from './waits.ts'
import { within } from './within.ts'

/** Milliseconds one has to answer whether it lives: what lives answers at once. */
const checkTimeout = 5_000

/** Milliseconds that `drain` waits for those who hold one. */
const drainTimeout = 30_000

const anyhow: PoolRequest = {}

/**
 * Lends connections, and makes them when they are asked for.
 *
 * One that is idle is lent at once, the last used first; otherwise callers wait in the order they came. When making one
 * fails, those whom no other connection can serve get the very error, at once; those who wait for one in use go on
 * waiting, and it is tried again after a pause (see `Backoff`), one at a time until one succeeds.
 *
 * @example
 * const pool = new Pool('localhost:7687', tasks, { max: 10 })
 * const channel = await pool.acquire({ callSite: 'src/orders.ts:41:9' })
 * try { … } finally { pool.release(channel) }
 */
export class Pool<T extends object> implements PoolListener {
  /** Where it leads to, for errors and statistics. */
  readonly name: string
  /** Told what happens; must not throw. */
  onEvent: ((event: PoolEvent) => void) | undefined
  readonly #tasks: PoolTasks<T>
  readonly #clock: PoolClock
  readonly #settings: PoolSettings
  readonly #supply: Supply<T>
  readonly #stock: Stock<T>
  readonly #creator: Creator<T>
  readonly #line: WaitingLine<T>
  readonly #waits: Waits = new Waits()
  #acquired = 0
  #timedOut = 0
  #grownAt = -Infinity
  /** Somebody asked: from now on `min` are kept. */
  #started = false
  #drained: Promise<void> | undefined
  #drainBy = Infinity
  #stopDeadline: (() => void) | undefined
  #onEmpty: (() => void) | undefined

  /** Opens nothing yet. Throws a GraphError USAGE for options that cannot be. */
  constructor(name: string, tasks: PoolTasks<T>, options: PoolOptions = {}, clock: PoolClock = systemClock) {
    const settings = settingsOf(options)
    const supply = new Supply(name, tasks, settings, clock)
    const parts = { tasks, settings, clock, supply, listener: this }
    this.name = name
    this.#tasks = tasks
    this.#clock = clock
    this.#settings = settings
    this.#supply = supply
    this.#stock = new Stock({ ...parts, onSwept: (now) => this.#refill(now) })
    this.#creator = new Creator({
      ...parts,
      onCreated: (entry, now) => this.#onCreated(entry, now),
      onFailed: (error, now) => this.#onCreateFailed(error, now),
      onRetry: () => this.#refill(clock.now()),
    })
    this.#line = new WaitingLine(clock, (late) => this.#refuseLate(late))
  }

  /**
   * Lends one: at once when one is idle, by a promise otherwise. That rejects with a GraphError POOL when none came in
   * time, ABORTED when the signal fired, USAGE when the pool is closed, or with what kept one from being made.
   */
  acquire(request: PoolRequest = anyhow): T | Promise<T> {
    if (this.#drained !== undefined) return Promise.reject(this.#closed())
    if (request.signal?.aborted === true) return Promise.reject(this.#aborted(request))
    const now = this.#clock.now()
    const entry = this.#stock.takeIdle(now)
    if (entry === undefined) return this.#wait(request, now)
    this.#lend(entry, now, 0, request.callSite)
    return entry.item
  }

  /** Lends one that is idle, if there is one that need not be asked first whether it lives. */
  takeIdle(): T | undefined {
    const now = this.#clock.now()
    const entry = this.#drained === undefined ? this.#stock.takeIdle(now) : undefined
    if (entry !== undefined) this.#lend(entry, now, 0, undefined)
    return entry?.item
  }

  /**
   * Takes one back. Throws a GraphError USAGE for what is not lent; but one that was lent again meanwhile cannot be told
   * from that, so whoever hands it on guards against giving it back twice.
   */
  release(item: T): void {
    const entry = this.#stock.find(item)
    if (entry?.state !== 'held') {
      if (this.#stock.wasRevoked(item)) return
      throw this.#notLent(entry !== undefined)
    }
    const now = this.#clock.now()
    this.onEvent?.({ type: 'released', held: now - entry.since, callSite: entry.callSite })
    this.#offer(entry, now)
  }

  /**
   * Closes one, lent or not, and resolves when it is closed; whoever holds it may still give it back. Rejects with a
   * GraphError USAGE for what is not in the pool.
   */
  async destroy(item: T, reason: DestroyReason = 'unusable'): Promise<void> {
    const entry = this.#stock.find(item)
    if (entry === undefined) {
      if (this.#stock.wasRevoked(item)) return
      throw this.#notLent(false)
    }
    const closed = this.#stock.revoke(entry, reason)
    this.#refill(this.#clock.now())
    await closed
  }

  /** Opens connections until there are `min`. Rejects with what kept one from being made. */
  async warmUp(): Promise<void> {
    if (this.#drained !== undefined) throw this.#closed()
    this.#started = true
    const missing = Math.max(0, this.#settings.min - this.#supply.size)
    const made = await Promise.all(Array.from({ length: missing }, () => this.#creator.create('spare')))
    const failed = made.find((each) => each !== undefined)
    if (failed !== undefined) throw failed.error
  }

  /**
   * Changes how many there may be, and are kept. More serves at once who waits; of too many the idle are closed now, the
   * lent when they come back. Throws a GraphError USAGE for sizes that cannot be.
   */
  resize({ min = this.#settings.min, max = this.#settings.max }: Pick<PoolOptions, 'min' | 'max'>): void {
    checkSize({ min, max })
    Object.assign(this.#settings, { min, max, baseMax: max })
    this.#stock.retireIdle('surplus')
    this.#refill(this.#clock.now())
  }

  /** How many are lent: what `statistics` says too, at no cost. */
  get inUse(): number {
    return this.#stock.inUse
  }

  /** What it holds now and did so far. */
  statistics(): PoolStatistics {
    const { arrivals, created, failed } = this.#creator
    const { size, inUse, destroyed } = this.#stock
    return {
      name: this.name,
      inUse,
      idle: size - inUse,
      creating: arrivals.creating,
      waiting: this.#line.size,
      max: this.#settings.max,
      created,
      createFailed: failed,
      destroyed,
      acquired: this.#acquired,
      timedOut: this.#timedOut,
      waits: this.#waits.upTo(this.#acquired),
    }
  }

  /**
   * Ends the pool: nobody new is served; who waits already still is, and who holds one may finish, until the deadline
   * (30 s, or `timeout` milliseconds). Then the waiting get a GraphError POOL and the lent are closed. Resolves when all
   * are closed, each within 5 s; never rejects. Called again, the earlier deadline counts.
   */
  drain({ timeout = drainTimeout }: { readonly timeout?: number | undefined } = {}): Promise<void> {
    const drainBy = this.#clock.now() + timeout
    this.#drained ??= this.#startDraining()
    if (drainBy < this.#drainBy) {
      this.#drainBy = drainBy
      this.#stopDeadline?.()
      this.#stopDeadline = this.#clock.after(timeout, () => this.#force(), true)
    }
    if (timeout <= 0) this.#force()
    this.#endIfEmpty()
    return this.#drained
  }

  #wait(request: PoolRequest, now: number): Promise<T> {
    this.#started = true
    const timeout = Math.min(request.timeout ?? Infinity, this.#settings.acquireTimeout)
    if (this.#line.size >= this.#settings.maxWaiting) {
      return Promise.reject(exhausted('as too many wait already', this.#shortage(now), request.callSite))
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter<T> = {
        resolve,
        reject,
        since: now,
        deadline: now + timeout,
        urgent: request.priority === 'high',
        callSite: request.callSite,
        signal: request.signal,
        onAbort: undefined,
        previous: undefined,
        next: undefined,
      }
      if (!(timeout > 0)) return this.#refuseLate([waiter])
      if (request.signal !== undefined) waiter.onAbort = () => this.#leave(waiter, this.#aborted(request))
      this.#line.add(waiter)
      this.#refill(now)
    })
  }

  #leave(waiter: Waiter<T>, error: GraphError): void {
    this.#line.remove(waiter)
    this.#creator.arrivals.limit(this.#line.size)
    waiter.reject(error)
    this.#endIfEmpty()
  }

  #refuseLate(late: readonly Waiter<T>[]): void {
    const now = this.#clock.now()
    const shortage = this.#shortage(now)
    this.#creator.arrivals.limit(this.#line.size)
    this.#timedOut += late.length
    for (const { reject, since, deadline, callSite } of late) {
      const error = exhausted(`within ${Math.round(deadline - since)} ms`, shortage, callSite)
      this.onEvent?.({ type: 'timed out', waited: now - since, error })
      reject(error)
    }
    this.#endIfEmpty()
  }

  #shortage(now: number): Shortage {
    return { statistics: this.statistics(), holders: this.#stock.holders(now), backoff: this.#creator.backoff }
  }

  #lend(entry: Entry<T>, now: number, waited: number, callSite: string | undefined): void {
    this.#stock.lend(entry, now, callSite)
    this.#acquired++
    this.onEvent?.({ type: 'acquired', waited, callSite })
  }

  #serve(waiter: Waiter<T>, entry: Entry<T>, now: number): void {
    const waited = now - waiter.since
    this.#waits.record(waited)
    this.#creator.arrivals.limit(this.#line.size)
    this.#lend(entry, now, waited, waiter.callSite)
    waiter.resolve(entry.item)
    this.#grow(waited, now)
  }

  /** Gives one to whoever waits, or keeps it until it is asked for, or closes it. */
  #offer(entry: Entry<T>, now: number): void {
    const unfit = this.#stock.unfit(entry, now)
    const waiter = unfit === undefined ? this.#line.shift() : undefined
    if (waiter !== undefined) return this.#serve(waiter, entry, now)
    if (unfit === undefined && this.#drained === undefined) return this.#stock.keep(entry, now)
    void this.#stock.retire(entry, unfit ?? 'drained')
    this.#refill(now)
  }

  /** Sees to it that whoever waits has something to wait for, and that `min` are kept. */
  #refill(now: number): void {
    const { arrivals } = this.#creator
    while (this.#line.size > 0) {
      const entry = this.#stock.takeIdle(now)
      if (entry === undefined) break
      this.#offer(entry, now)
    }
    while (this.#line.size > arrivals.counted && this.#expectOne(now));
    const kept = this.#started && this.#drained === undefined ? this.#settings.min : 0
    while (this.#supply.size < kept && this.#creator.mayCreate(now)) void this.#creator.create('spare')
    if (this.#line.size > arrivals.counted || this.#supply.size < kept) this.#creator.retryLater(now)
    this.#endIfEmpty()
  }

  /** One more that a waiting caller can count on; false when there can be none now. */
  #expectOne(now: number): boolean {
    const silent = this.#stock.takeSilent()
    if (silent !== undefined) void this.#check(silent)
    else if (this.#creator.arrivals.adopt()) return true
    else if (this.#creator.mayCreate(now)) void this.#creator.create('counted')
    else return false
    return true
  }

  #onCreated(entry: Entry<T>, now: number): void {
    this.#stock.add(entry)
    this.#offer(entry, now)
    this.#refill(now)
  }

  #onCreateFailed(error: unknown, now: number): void {
    const others = this.#creator.arrivals.expected > 0 || this.#stock.lendsUsable()
    if (!others) for (const { reject } of this.#line.clear()) reject(error)
    this.#refill(now)
  }

  /** Asks whether it lives; one that says no, or nothing, is closed. */
  async #check(entry: Entry<T>): Promise<void> {
    const { arrivals } = this.#creator
    const arrival = arrivals.start('checked', 'counted')
    this.#stock.ask(entry)
    const task = async (): Promise<boolean> => this.#tasks.isAlive?.(entry.item) ?? true
    const alive = await within(this.#clock, { task, milliseconds: checkTimeout, otherwise: false, holds: false })
    arrivals.settle(arrival)
    const now = this.#clock.now()
    // It may have been destroyed meanwhile.
    if (entry.state === 'checking') {
      if (alive) this.#offer(entry, now)
      else void this.#stock.retire(entry, 'dead')
    }
    this.#refill(now)
  }

  /** One more may be made, at most once in the time that is too long to wait. */
  #grow(waited: number, now: number): void {
    const { autoSize, max } = this.#settings
    if (autoSize === undefined || waited <= autoSize.waitAbove || max >= autoSize.ceiling) return
    if (now - this.#grownAt < autoSize.waitAbove) return
    this.#grownAt = now
    this.#settings.max = max + 1
    this.#refill(now)
  }

  #startDraining(): Promise<void> {
    this.#supply.startEnding()
    if (this.#line.size === 0) this.#stock.retireIdle('drained')
    const empty = new Promise<void>((resolve) => (this.#onEmpty = resolve))
    return empty.then(() => this.#end())
  }

  async #end(): Promise<void> {
    this.#stock.stopTimers()
    this.#creator.stopTimers()
    await this.#supply.end()
    this.#stopDeadline?.()
  }

  /** The deadline of `drain` is reached. */
  #force(): void {
    const shortage = this.#shortage(this.#clock.now())
    for (const { reject, callSite } of this.#line.clear()) reject(exhausted('before it was closed', shortage, callSite))
    this.#stock.revokeAll('deadline of drain')
    this.#endIfEmpty()
  }

  /** While it is drained: with nobody waiting, what is being made is of no use; with nothing left, it is over. */
  #endIfEmpty(): void {
    if (this.#drained === undefined || this.#line.size > 0) return
    if (this.#creator.arrivals.creating > 0) this.#supply.giveUp(this.#closed())
    else if (this.#stock.size === 0) this.#onEmpty?.()
  }

  #closed(): GraphError {
    return new GraphError('USAGE', `the pool of ${this.name} is closed`, { outcome: 'not sent' })
  }

  #aborted({ signal, callSite }: PoolRequest): GraphError {
    const message = `waiting for a connection to ${this.name} was aborted`
    return new GraphError('ABORTED', message, { cause: signal?.reason, outcome: 'not sent', callSite })
  }

  #notLent(known: boolean): GraphError {
    return new GraphError(
      'USAGE',
      known
        ? `a connection to ${this.name} was given back twice`
        : `what was given back is no connection of the pool of ${this.name}, or was closed before`,
    )
  }
}
