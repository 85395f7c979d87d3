const bounds = [1, 5, 10, 50, 100, 500, 1_000, 5_000, 10_000, 60_000, Infinity] as const

/** Counts how long callers waited. */
export class Waits {
  readonly #counts: number[] = bounds.map(() => 0)
  #total = 0

  record(milliseconds: number): void {
    const at = bounds.findIndex((bound) => milliseconds <= bound)
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
    this.#total++
  }

  /** How many waited no longer than each bound, those included who had not to wait. */
  upTo(acquired: number): readonly { readonly upTo: number; readonly count: number }[] {
    let sum = acquired - this.#total
    return bounds.map((bound, at) => ({ upTo: bound, count: (sum += this.#counts[at] ?? 0) }))
  }
}
