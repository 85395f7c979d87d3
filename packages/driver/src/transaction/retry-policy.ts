import { pause } from '../stream/wait.ts'

/** Time and chance, so that tests need neither. */
export interface Clock {
  /** Milliseconds, never going back. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** Waits for the promise, but no longer than so many milliseconds. */
  wait(until: Promise<unknown>, milliseconds: number): Promise<void>
  /** From 0 up to 1. */
  random(): number
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  wait: pause,
  random: () => Math.random(),
}

export interface RetrySettings {
  /** Milliseconds before the first retry, on average. */
  readonly firstDelay: number
  /** The share of a delay that is chance. */
  readonly jitter: number
  /** Milliseconds after the first failure in which another try may begin. */
  readonly maxRetryTime: number
}

/** No pause is longer on average, however many tries came before. */
const longestDelay = 5_000

/** How long to wait before the next try, twice as long each time, or `undefined` when it is time to give up. */
export const nextDelay = (
  tries: number,
  elapsed: number,
  settings: RetrySettings,
  random: number,
): number | undefined => {
  const average = Math.min(longestDelay, settings.firstDelay * 2 ** Math.min(tries - 1, 30))
  const delay = average * (1 + settings.jitter * (2 * random - 1))
  return elapsed + delay >= settings.maxRetryTime ? undefined : delay
}
