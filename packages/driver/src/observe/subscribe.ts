import { subscribe as listen, unsubscribe } from 'node:diagnostics_channel'
import type { Events } from './events.ts'

/**
 * Listens to what the driver tells on a diagnostics channel; returns what ends it. The same as `subscribe` of
 * `node:diagnostics_channel`, with types. A listener is called while the driver waits: it should be quick.
 *
 * @example
 * const stop = subscribe('motif:retry', ({ tries, delay, error }) => metrics.retries.add(1))
 */
export const subscribe = <N extends keyof Events>(name: N, listener: (event: Events[N]) => void): (() => void) => {
  // The cast: what is published on a channel of this name is of the type that stands for it.
  const untyped = (event: unknown): void => listener(event as Events[N])
  listen(name, untyped)
  return () => void unsubscribe(name, untyped)
}
