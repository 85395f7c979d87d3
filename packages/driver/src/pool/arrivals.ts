/** A connection on its way: being made, or asked whether it lives. */
export interface Arrival {
  readonly kind: 'new' | 'checked'
  state: 'spare' | 'counted' | 'given up'
}

/**
 * What is on its way, and whether a waiting caller counts on it. Each is counted on by one caller, once: when that one
 * left, the next caller starts another, so that one which never settles keeps back nobody but whom it was begun for.
 */
export class Arrivals {
  readonly #all: Set<Arrival> = new Set()
  #creating = 0
  readonly #states: Record<Arrival['state'], number> = { spare: 0, counted: 0, 'given up': 0 }

  get creating(): number {
    return this.#creating
  }

  get counted(): number {
    return this.#states.counted
  }

  /** Those that may still come to somebody. */
  get expected(): number {
    return this.#states.counted + this.#states.spare
  }

  start(kind: Arrival['kind'], state: Arrival['state']): Arrival {
    const arrival: Arrival = { kind, state }
    this.#all.add(arrival)
    if (kind === 'new') this.#creating++
    this.#states[state]++
    return arrival
  }

  settle(arrival: Arrival): void {
    this.#all.delete(arrival)
    if (arrival.kind === 'new') this.#creating--
    this.#states[arrival.state]--
  }

  /** Counts on one that nobody counts on yet; false when there is none. */
  adopt(): boolean {
    return this.#turn('spare', 'counted')
  }

  /** Counts on no more than there are callers; the oldest are given up first. */
  limit(callers: number): void {
    while (this.#states.counted > callers) this.#turn('counted', 'given up')
  }

  #turn(from: Arrival['state'], to: Arrival['state']): boolean {
    if (this.#states[from] === 0) return false
    for (const arrival of this.#all) {
      if (arrival.state !== from) continue
      arrival.state = to
      this.#states[from]--
      this.#states[to]++
      return true
    }
    return false
  }
}
