import type { PoolClock } from './clock.ts'
import type { Entry } from './entry.ts'

/**
 * Those that wait to be used. The last to come goes first, so that those not needed stay idle until they are closed. One
 * timer wakes whoever closes them, and keeps no process alive.
 */
export class IdleStack<T> {
  readonly #clock: PoolClock
  readonly #onDue: () => void
  readonly #entries: Entry<T>[] = []
  #armedFor = Infinity
  #disarm: (() => void) | undefined

  constructor(clock: PoolClock, onDue: () => void) {
    this.#clock = clock
    this.#onDue = onDue
  }

  get size(): number {
    return this.#entries.length
  }

  /** The one used last. */
  get top(): Entry<T> | undefined {
    return this.#entries.at(-1)
  }

  /** All, the one idle for the longest first. */
  all(): readonly Entry<T>[] {
    return [...this.#entries]
  }

  push(entry: Entry<T>): void {
    this.#entries.push(entry)
  }

  pop(): Entry<T> | undefined {
    return this.#entries.pop()
  }

  remove(entry: Entry<T>): void {
    const at = this.#entries.indexOf(entry)
    if (at !== -1) this.#entries.splice(at, 1)
  }

  /** Wakes at that time, if not before. */
  wakeAt(time: number, now: number): void {
    if (time >= this.#armedFor) return
    this.sleep()
    this.#armedFor = time
    this.#disarm = this.#clock.after(time - now, () => this.#wake(), false)
  }

  /** Wakes no more. */
  sleep(): void {
    this.#disarm?.()
    this.#disarm = undefined
    this.#armedFor = Infinity
  }

  #wake(): void {
    this.sleep()
    this.#onDue()
  }
}
