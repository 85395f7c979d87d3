/** Milliseconds after the first failure, and at most. Short: whoever waits meanwhile finds the server back at once. */
const first = 50
const longest = 1_000

/**
 * When one may be made again after that failed. The pause doubles with every failure in a row, less up to a half by
 * chance, so that many programs do not come back together.
 */
export class Backoff {
  #failures = 0
  #until = -Infinity
  #error: unknown
  #failedAt = -Infinity

  /** Failures in a row; those of attempts that ran beside each other count once. */
  get failures(): number {
    return this.#failures
  }

  /** When the next attempt may begin. */
  get until(): number {
    return this.#until
  }

  /** Why the last attempt failed; kept until one succeeds. */
  get error(): unknown {
    return this.#error
  }

  failed(error: unknown, startedAt: number, now: number, random: number): void {
    this.#error = error
    if (startedAt <= this.#failedAt) return
    this.#failures++
    this.#failedAt = now
    const pause = Math.min(longest, first * 2 ** Math.min(this.#failures - 1, 10))
    this.#until = now + pause * (1 - random / 2)
  }

  succeeded(): void {
    this.#failures = 0
    this.#failedAt = -Infinity
    this.#until = -Infinity
    this.#error = undefined
  }
}
