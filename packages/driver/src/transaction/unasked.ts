import { GraphError, Pending } from '@motif/core'

/** Work of several statements whose failure nobody asked for: what it was part of must not be committed. */
export class Unasked {
  readonly #failures: Set<{ readonly error: unknown; asked: boolean }> = new Set()

  /** The promise of work that may fail; whoever asks for its outcome takes care of that. */
  watch<T>(task: Promise<T>): Promise<T> {
    const watched = { error: undefined as unknown, asked: false }
    task.catch((error: unknown) => {
      this.#failures.add(Object.assign(watched, { error }))
    })
    return Pending.of(task, () => {
      watched.asked = true
    })
  }

  /** The first of them. */
  get failure(): GraphError | undefined {
    const found = Array.from(this.#failures).find(({ asked }) => !asked)
    if (found === undefined) return undefined
    const { error } = found
    if (error instanceof GraphError) return error
    const words = error instanceof Error ? error.message : String(error)
    return new GraphError('TRANSACTION', `work that nobody awaited failed: ${words}`, { cause: error })
  }
}
