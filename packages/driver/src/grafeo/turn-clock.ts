import { turn } from '../stream/wait.ts'

/** Milliseconds of converting in one turn of the event loop, over all results together. */
const budget = 14

/**
 * Shares the event loop between results: the engine converts rows in the caller's thread, so long results are
 * converted in slices, and all the slices of one turn share one budget.
 */
export class TurnClock {
  #until = 0

  /** When converting must pause; `undefined` when this turn's budget is spent. */
  now(): number | undefined {
    if (this.#until === 0) {
      this.#until = performance.now() + budget
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
