import { Pending, type GraphError } from '@motif/core'
import type { ResultStream } from './stream/result-stream.ts'
import type { Stopped } from './stream/source.ts'
import { ignore, pause, turn } from './stream/wait.ts'

/** How long the reader of an open result may stay away before `commit` and `close` cut it off. */
const readerGrace = 1_000

/** Failures kept for `close`; beyond so many only their number is. */
const keptFailures = 100

/** Something whose failure may go unseen. */
interface Watched {
  /** The error that nobody has asked for yet. */
  readonly unobserved: unknown
}

/** What is under way and what failed unseen, so that `commit` and `close` can wait for the one and tell the other. */
export class Ledger {
  readonly #results: Set<ResultStream> = new Set()
  readonly #tasks: Set<Promise<unknown>> = new Set()
  readonly #failed: Set<Watched> = new Set()

  get idle(): boolean {
    return this.#results.size === 0 && this.#tasks.size === 0
  }

  add(result: ResultStream): void {
    this.#results.add(result)
  }

  /** Called by every result when it is over. */
  readonly remove = (result: ResultStream): void => {
    this.#results.delete(result)
    if (result.unobserved !== undefined) this.#watch(result)
  }

  /** Work that starts at once; its failure waits to be asked for, and is told by `close` when nobody asks. */
  begin<T>(work: () => Promise<T>): Promise<T> {
    let asked = false
    let failure: unknown
    const watched: Watched = {
      get unobserved() {
        return asked ? undefined : failure
      },
    }
    const task = this.track(work())
    task.catch((error: unknown) => {
      failure = error
      if (!asked) this.#watch(watched)
    })
    return Pending.of(task, () => {
      asked = true
    })
  }

  /** Work without rows: a transaction, a roll-back that goes on behind the caller's back. */
  track<T>(task: Promise<T>): Promise<T> {
    const settled = task.then(ignore, ignore).finally(() => this.#tasks.delete(settled))
    this.#tasks.add(settled)
    return task
  }

  /** Waits until nothing is under way, also of what is begun meanwhile. Returns whether every reader came to its end. */
  async settle(why: () => GraphError): Promise<boolean> {
    let read = true
    do {
      const results = [...this.#results].map((result) => result.settle(readerGrace, why))
      read = (await Promise.all(results)).every(Boolean) && read
      await Promise.all(this.#tasks)
      await turn()
    } while (!this.idle)
    return read
  }

  /** As `settle`, but gives up after so many milliseconds; returns whether all was done. */
  async settleWithin(milliseconds: number | undefined, why: () => GraphError): Promise<boolean> {
    const settled = this.settle(why)
    if (milliseconds === undefined) await settled
    else await pause(settled, milliseconds)
    return this.idle
  }

  /** Whoever waits, or reads on, is told why; what runs is ended by other means. */
  refuse(why: GraphError): void {
    for (const result of this.#results) result.refuse(why)
  }

  /** Ends what is being read, and tells its readers why. */
  async cut(why: GraphError): Promise<void> {
    await Promise.all([...this.#results].map((result) => result.cut(why)))
  }

  /** As `cut`, and stops what runs where the engine can; settles when nothing is under way. */
  async stop(why: (stopped: Stopped) => GraphError): Promise<void> {
    await Promise.all([...this.#results].map((result) => result.stop(why)))
    await Promise.all(this.#tasks)
  }

  /** Errors of work that nobody awaited, handed over once. */
  takeUnobserved(): readonly unknown[] {
    const errors = new Set([...this.#failed].flatMap(({ unobserved }) => unobserved ?? []))
    this.#failed.clear()
    return [...errors]
  }

  #watch(failed: Watched): void {
    if (this.#failed.size >= keptFailures) {
      for (const each of this.#failed) if (each.unobserved === undefined) this.#failed.delete(each)
    }
    if (this.#failed.size < keptFailures) this.#failed.add(failed)
  }
}
