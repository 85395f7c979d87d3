import { Arrivals, type Arrival } from './arrivals.ts'
import { Backoff } from './backoff.ts'
import type { PoolClock } from './clock.ts'
import type { Entry } from './entry.ts'
import type { PoolListener } from './event.ts'
import type { PoolSettings } from './options.ts'
import type { Failed, Supply } from './supply.ts'

/** What a creator works with. */
export interface CreatorParts<T extends object> {
  readonly settings: PoolSettings
  readonly clock: PoolClock
  readonly supply: Supply<T>
  readonly listener: PoolListener
  readonly onCreated: (entry: Entry<T>, now: number) => void
  readonly onFailed: (error: unknown, now: number) => void
  /** It may be tried again. */
  readonly onRetry: () => void
}

/** Decides when connections are made: while there is room, and after a failure one at a time and not at once. */
export class Creator<T extends object> {
  readonly #parts: CreatorParts<T>
  readonly arrivals: Arrivals = new Arrivals()
  readonly backoff: Backoff = new Backoff()
  #created = 0
  #failed = 0
  #stopRetry: (() => void) | undefined

  constructor(parts: CreatorParts<T>) {
    this.#parts = parts
  }

  get created(): number {
    return this.#created
  }

  get failed(): number {
    return this.#failed
  }

  mayCreate(now: number): boolean {
    const { supply, settings } = this.#parts
    if (supply.size >= settings.max) return false
    return this.backoff.failures === 0 || (now >= this.backoff.until && this.arrivals.expected === 0)
  }

  /** Makes one; resolves with why there is none. */
  async create(state: Arrival['state']): Promise<Failed | undefined> {
    const { clock, supply, listener, onCreated, onFailed } = this.#parts
    const arrival = this.arrivals.start('new', state)
    const startedAt = clock.now()
    const made = await supply.make()
    const now = clock.now()
    const took = now - startedAt
    this.arrivals.settle(arrival)
    if ('error' in made) {
      const { error } = made
      this.#failed++
      this.backoff.failed(error, startedAt, now, clock.random())
      listener.onEvent?.({ type: 'create failed', took, error, nextIn: Math.max(0, this.backoff.until - now) })
      onFailed(error, now)
      return made
    }
    this.#created++
    this.backoff.succeeded()
    listener.onEvent?.({ type: 'created', took })
    onCreated(made, now)
    return undefined
  }

  /** Calls back when one may be made again, if that is only a matter of time. */
  retryLater(now: number): void {
    if (this.#stopRetry !== undefined || this.backoff.until <= now) return
    const retry = (): void => {
      this.#stopRetry = undefined
      this.#parts.onRetry()
    }
    this.#stopRetry = this.#parts.clock.after(this.backoff.until - now, retry, false)
  }

  stopTimers(): void {
    this.#stopRetry?.()
    this.#stopRetry = undefined
  }
}
