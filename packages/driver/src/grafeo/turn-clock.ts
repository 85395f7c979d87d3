import { turn } from '../stream/wait.ts'

/**
 * Shares the event loop between results: the engine converts rows in the caller's thread, so long results are
 * converted in slices, and all the slices of one turn share one budget.
 */
export class TurnClock {
  readonly #budget: number
  #until = 0

  /** `budget`: milliseconds of converting in one turn of the event loop, over all results together. */
  constructor(budget = 14) {
    this.#budget = budget
  }

  /** When converting must pause; `undefined` when this turn's budget is spent. */
  now(): number | undefined {
    if (this.#until === 0) {
      this.#until = performance.now() + this.#budget
      setImmediate(this.#renew)
    } else if (performance.now() >= this.#until) return undefined
    return this.#until
  }

  /** The same, in a later turn when need be. */
  async soon(): Promise<number> {
    for (;;) {
      const until = this.now()
      if (until !== undefined) return until
      await turn()
    }
  }

  readonly #renew = (): void => {
    this.#until = 0
  }
}
