import type { QueryResult } from '../execute/executor.ts'

/** Between a caller, who may ask for an outcome at any time or never, and the result that is read for them. */
export class Claim {
  #asked = false
  #tell: (() => void) | undefined

  /** The result is read on the caller's behalf. */
  on(result: QueryResult): void {
    this.#tell = result.onBehalf?.()
    if (this.#asked) this.#tell?.()
  }

  /** The caller asks for the outcome. */
  readonly ask = (): void => {
    this.#asked = true
    this.#tell?.()
  }
}
