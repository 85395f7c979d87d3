import type { PoolClock } from './clock.ts'

/** A task that may take so many milliseconds, and what counts for its result when it takes longer or fails. */
interface Bounded<R> {
  readonly task: () => Promise<R>
  readonly milliseconds: number
  readonly otherwise: R
  /** Whether the process is kept alive for it. */
  readonly holds: boolean
}

/** Begins the task at once, and never rejects. */
export const within = <R>(clock: PoolClock, { task, milliseconds, otherwise, holds }: Bounded<R>): Promise<R> =>
  new Promise((resolve) => {
    const settle = (result: R): void => {
      stop()
      resolve(result)
    }
    const stop = clock.after(milliseconds, () => settle(otherwise), holds)
    started(task).then(settle, () => settle(otherwise))
  })

/** What it throws becomes a rejection. */
export const started = async <R>(task: () => Promise<R>): Promise<R> => task()
