import type { PoolClock } from '../pool/clock.ts'

/**
 * Notices a server that owes an answer and says nothing for too long. One timer runs while answers are owed, and is not
 * set anew for each, so that a request costs nothing here.
 */
export class Silence {
  readonly #limit: number
  readonly #clock: Pick<PoolClock, 'after' | 'now'>
  readonly #since: () => number | undefined
  readonly #notice: () => void
  #stop: (() => void) | undefined

  /**
   * `limit` in milliseconds; `since` tells since when an owed answer is waited for without a word, `undefined` when none
   * is owed.
   */
  constructor(
    limit: number,
    clock: Pick<PoolClock, 'after' | 'now'>,
    { since, notice }: { readonly since: () => number | undefined; readonly notice: () => void },
  ) {
    this.#limit = limit
    this.#clock = clock
    this.#since = since
    this.#notice = notice
  }

  /** Listens, until no answer is owed any more. */
  watch(): void {
    this.#stop ??= this.#after(this.#limit)
  }

  dispose(): void {
    this.#stop?.()
    this.#stop = undefined
  }

  #after(milliseconds: number): () => void {
    return this.#clock.after(milliseconds, this.#look, false)
  }

  readonly #look = (): void => {
    this.#stop = undefined
    const since = this.#since()
    if (since === undefined) return
    const left = since + this.#limit - this.#clock.now()
    if (left > 0) this.#stop = this.#after(left)
    else this.#notice()
  }
}
