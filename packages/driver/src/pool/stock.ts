import type { PoolClock } from './clock.ts'
import type { Entry } from './entry.ts'
import type { DestroyReason, PoolListener } from './event.ts'
import type { Holder } from './exhausted.ts'
import { IdleStack } from './idle-stack.ts'
import type { PoolSettings } from './options.ts'
import type { Supply } from './supply.ts'
import type { PoolTasks } from './tasks.ts'

/** What a stock works with. */
export interface StockParts<T extends object> {
  readonly tasks: PoolTasks<T>
  readonly settings: PoolSettings
  readonly clock: PoolClock
  readonly supply: Supply<T>
  readonly listener: PoolListener
  /** Some were closed by the clock. */
  readonly onSwept: (now: number) => void
}

/** The connections there are: which are lent and to whom, which are idle, which are no longer fit to be lent. */
export class Stock<T extends object> {
  readonly #parts: StockParts<T>
  readonly #entries: Map<T, Entry<T>> = new Map()
  readonly #idle: IdleStack<T>
  /** Closed while somebody held them: who gives them back did nothing wrong. */
  readonly #revoked: WeakSet<T> = new WeakSet()
  #inUse = 0
  #destroyed = 0

  constructor(parts: StockParts<T>) {
    this.#parts = parts
    this.#idle = new IdleStack(parts.clock, () => this.#sweep())
  }

  get size(): number {
    return this.#entries.size
  }

  /** How many are lent. */
  get inUse(): number {
    return this.#inUse
  }

  get destroyed(): number {
    return this.#destroyed
  }

  find(item: T): Entry<T> | undefined {
    return this.#entries.get(item)
  }

  add(entry: Entry<T>): void {
    this.#entries.set(entry.item, entry)
  }

  /** Those who hold one, the longest first. */
  holders(now: number): readonly Holder[] {
    const held = [...this.#entries.values()].filter(({ state }) => state === 'held')
    return held.map(({ callSite, since }) => ({ callSite, held: now - since })).sort((a, b) => b.held - a.held)
  }

  /** Whether somebody holds one that will be of use to the next. */
  lendsUsable(): boolean {
    for (const { state, item } of this.#entries.values()) {
      if (state === 'held' && this.#parts.tasks.isUsable(item)) return true
    }
    return false
  }

  /** The idle one used last, unless it must be asked first whether it lives; those no longer fit are closed. */
  takeIdle(now: number): Entry<T> | undefined {
    for (let entry = this.#idle.top; entry !== undefined; entry = this.#idle.top) {
      const unfit = this.unfit(entry, now)
      if (unfit === undefined) return this.#mustAsk(entry, now) ? undefined : this.#idle.pop()
      void this.retire(entry, unfit)
    }
    return undefined
  }

  /** The next that must be asked first; meant for after `takeIdle` gave none. */
  takeSilent(): Entry<T> | undefined {
    return this.#idle.pop()
  }

  /** Why it may not be lent any more. */
  unfit({ item, expiresAt, uses }: Entry<T>, now: number): DestroyReason | undefined {
    const { tasks, settings } = this.#parts
    if (now >= expiresAt) return 'lifetime'
    if (uses >= settings.maxUses) return 'uses'
    if (this.#entries.size > settings.max) return 'surplus'
    return tasks.isUsable(item) ? undefined : 'unusable'
  }

  lend(entry: Entry<T>, now: number, callSite: string | undefined): void {
    this.#enter(entry, 'held')
    entry.since = now
    entry.uses++
    entry.callSite = callSite
  }

  /** Sets it apart while it is asked whether it lives. */
  ask(entry: Entry<T>): void {
    this.#enter(entry, 'checking')
  }

  /** Keeps it until it is asked for. */
  keep(entry: Entry<T>, now: number): void {
    this.#enter(entry, 'idle')
    entry.since = now
    this.#idle.push(entry)
    this.#idle.wakeAt(Math.min(now + this.#parts.settings.idleTimeout, entry.expiresAt), now)
  }

  /** Forgets it and closes it. */
  retire(entry: Entry<T>, why: DestroyReason): Promise<void> {
    if (entry.state === 'idle') this.#idle.remove(entry)
    this.#enter(entry, 'gone')
    this.#entries.delete(entry.item)
    this.#destroyed++
    this.#parts.listener.onEvent?.({ type: 'destroyed', why })
    return this.#parts.supply.destroy(entry)
  }

  /** Closes the idle: those too many, or all. */
  retireIdle(which: 'surplus' | 'drained'): void {
    const { max } = this.#parts.settings
    for (const entry of this.#idle.all()) {
      if (which === 'drained' || this.#entries.size > max) void this.retire(entry, which)
    }
  }

  /** Closes it even if somebody holds it. */
  revoke(entry: Entry<T>, why: DestroyReason): Promise<void> {
    if (entry.state === 'held') this.#revoked.add(entry.item)
    return this.retire(entry, why)
  }

  /** Closes all, whoever holds them. */
  revokeAll(why: DestroyReason): void {
    for (const entry of this.#entries.values()) void this.revoke(entry, why)
  }

  /** Closes nothing by the clock any more. */
  stopTimers(): void {
    this.#idle.sleep()
  }

  /** Whether it was taken away from who held it; asked once. */
  wasRevoked(item: T): boolean {
    return this.#revoked.delete(item)
  }

  #enter(entry: Entry<T>, state: Entry<T>['state']): void {
    if (entry.state === 'held') this.#inUse--
    if (state === 'held') this.#inUse++
    entry.state = state
  }

  #mustAsk(entry: Entry<T>, now: number): boolean {
    const { tasks, settings } = this.#parts
    return now - entry.since > settings.livenessAfter && tasks.isAlive !== undefined
  }

  /** Closes those idle for too long or too old; what had grown shrinks with them. */
  #sweep(): void {
    const { clock, settings, supply, onSwept } = this.#parts
    const now = clock.now()
    let next = Infinity
    for (const entry of this.#idle.all()) {
      const dueAt = entry.since + settings.idleTimeout
      const spare = supply.size > settings.min
      if (entry.expiresAt <= now) void this.retire(entry, 'lifetime')
      else if (spare && dueAt <= now) {
        void this.retire(entry, 'idle')
        settings.max = Math.max(settings.baseMax, settings.max - 1)
      } else next = Math.min(next, entry.expiresAt, spare ? dueAt : Infinity)
    }
    this.#idle.wakeAt(next, now)
    onSwept(now)
  }
}
