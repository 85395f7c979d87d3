import { turn } from '../stream/wait.ts'

/** Milliseconds of converting in one turn of the event loop, over all results together. */
const budget = 6

/** Results as short as this are converted without a look at the clock. */
const negligible = 16

/**
 * Shares the event loop between results: the engine converts rows in the caller's thread, so long results are
 * converted in slices, and all the slices of one turn share one budget.
 */
export class TurnClock {
  #until = 0

  /** When converting must pause; resolves in a later turn when this one's budget is spent. */
  async slice(rows: number): Promise<number> {
    if (rows <= negligible) return Number.POSITIVE_INFINITY
    while (this.#until !== 0 && performance.now() >= this.#until) await turn()
    if (this.#until === 0) {
      this.#until = performance.now() + budget
      setImmediate(() => {
        this.#until = 0
      })
    }
    return this.#until
  }
}
