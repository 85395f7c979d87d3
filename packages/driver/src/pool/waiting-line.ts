import type { Signal } from '@motif/core'
import type { PoolClock } from './clock.ts'

/** A caller who waits. */
export interface Waiter<T> {
  readonly resolve: (item: T) => void
  readonly reject: (error: unknown) => void
  readonly since: number
  /** When it waits no longer. */
  readonly deadline: number
  readonly urgent: boolean
  readonly callSite: string | undefined
  readonly signal: Signal | undefined
  onAbort: (() => void) | undefined
  previous: Waiter<T> | undefined
  next: Waiter<T> | undefined
}

/**
 * Callers in the order they came, the urgent before the others. A linked list, so that one in the middle can leave; one
 * timer for all, so that waiting costs none.
 */
export class WaitingLine<T> {
  readonly #clock: PoolClock
  readonly #onLate: (late: readonly Waiter<T>[]) => void
  #head: Waiter<T> | undefined
  #tail: Waiter<T> | undefined
  #lastUrgent: Waiter<T> | undefined
  #size = 0
  #armedFor = Infinity
  #disarm: (() => void) | undefined

  constructor(clock: PoolClock, onLate: (late: readonly Waiter<T>[]) => void) {
    this.#clock = clock
    this.#onLate = onLate
  }

  get size(): number {
    return this.#size
  }

  add(waiter: Waiter<T>): void {
    const before = waiter.urgent ? this.#lastUrgent : this.#tail
    const after = before === undefined ? this.#head : before.next
    waiter.previous = before
    waiter.next = after
    if (before === undefined) this.#head = waiter
    else before.next = waiter
    if (after === undefined) this.#tail = waiter
    else after.previous = waiter
    if (waiter.urgent) this.#lastUrgent = waiter
    this.#size++
    if (waiter.onAbort) waiter.signal?.addEventListener('abort', waiter.onAbort, { once: true })
    if (waiter.deadline < this.#armedFor) this.#arm(waiter.deadline)
  }

  /** Takes out who is first. */
  shift(): Waiter<T> | undefined {
    const first = this.#head
    if (first !== undefined) this.remove(first)
    return first
  }

  remove(waiter: Waiter<T>): void {
    const { previous, next } = waiter
    if (previous === undefined) this.#head = next
    else previous.next = next
    if (next === undefined) this.#tail = previous
    else next.previous = previous
    if (waiter === this.#lastUrgent) this.#lastUrgent = previous
    if (waiter.onAbort) waiter.signal?.removeEventListener('abort', waiter.onAbort)
    this.#size--
    if (this.#size === 0) this.#stop()
  }

  /** Takes out all. */
  clear(): readonly Waiter<T>[] {
    const all = [...this.#all()]
    for (const waiter of all) this.remove(waiter)
    return all
  }

  *#all(): Generator<Waiter<T>> {
    for (let waiter = this.#head; waiter !== undefined; waiter = waiter.next) yield waiter
  }

  /** Somebody waits for this timer, so the process does too. */
  #arm(deadline: number): void {
    this.#stop()
    this.#armedFor = deadline
    this.#disarm = this.#clock.after(deadline - this.#clock.now(), () => this.#expire(), true)
  }

  #stop(): void {
    this.#disarm?.()
    this.#disarm = undefined
    this.#armedFor = Infinity
  }

  #expire(): void {
    this.#stop()
    const now = this.#clock.now()
    const late = [...this.#all()].filter((waiter) => waiter.deadline <= now)
    for (const waiter of late) this.remove(waiter)
    let earliest = Infinity
    for (const waiter of this.#all()) earliest = Math.min(earliest, waiter.deadline)
    this.#stop()
    if (earliest < Infinity) this.#arm(earliest)
    if (late.length > 0) this.#onLate(late)
  }
}
