/** Time and chance, so that tests need neither. */
export interface PoolClock {
  /** Milliseconds, never going back. */
  now(): number
  /** From 0 up to 1. */
  random(): number
  /** Calls back once; returns the way to stop it. One that `holds` keeps the process alive until then. */
  after(milliseconds: number, run: () => void, holds: boolean): () => void
}

/** The longest a timer of Node can be set for; beyond, it fires at once. */
const longest = 2 ** 31 - 1

export const systemClock: PoolClock = {
  now: () => performance.now(),
  random: () => Math.random(),
  after: (milliseconds, run, holds) => {
    const timer = setTimeout(run, Math.min(milliseconds, longest))
    if (!holds) timer.unref()
    return () => clearTimeout(timer)
  },
}
