/** Time and chance, so that tests need neither. */
export interface Clock {
  /** Milliseconds, never going back. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** From 0 up to 1. */
  random(): number
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
}

export interface RetrySettings {
  /** Milliseconds before the first retry, at most. */
  readonly firstDelay: number
  /** Milliseconds after the first try in which another may begin. */
  readonly maxRetryTime: number
}

/** No pause is longer, however many tries came before. */
const longestDelay = 5_000

/**
 * How long to wait before the next try, or `undefined` when it is time to give up. The pause is drawn from zero to a
 * limit that doubles each time, so that those who lost together do not meet again.
 */
export const nextDelay = (
  tries: number,
  elapsed: number,
  settings: RetrySettings,
  random: number,
): number | undefined => {
  const limit = Math.min(longestDelay, settings.firstDelay * 2 ** Math.min(tries - 1, 30))
  const delay = random * limit
  return elapsed + delay >= settings.maxRetryTime ? undefined : delay
}
