/** Time, so that tests need none. */
export interface RoutingClock {
  /** Milliseconds, never going back. */
  now(): number
  /** Calls back after so many milliseconds; returns the way to call it off. */
  after(milliseconds: number, callback: () => void): () => void
}

export const systemRoutingClock: RoutingClock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}
