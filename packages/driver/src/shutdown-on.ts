import { turn } from './stream/wait.ts'

/** A signal that asks a process to end. */
export type EndSignal = 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'SIGQUIT' | 'SIGBREAK' | 'SIGUSR2'

/** Options of `shutdownOn`. */
export interface ShutdownOptions {
  /** Default: `SIGTERM`, which supervisors send, and `SIGINT`, which a terminal sends. */
  readonly signals?: readonly EndSignal[] | undefined
  /** Milliseconds for all of it; what still runs then is cut off. Default 10,000: supervisors kill after 30 s or so. */
  readonly timeout?: number | undefined
  /** Awaited first, while the database still takes work: the place to stop taking requests and to finish those begun. */
  readonly before?: (() => unknown) | undefined
  /** Told what `before` and `close` throw. Default: a warning of the process. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** The part of a database that is needed here. */
interface Closable {
  close(options: { readonly timeout: number }): Promise<void>
}

/** A database, and how it is to be closed. */
interface Registration {
  readonly signals: readonly EndSignal[]
  readonly shut: () => Promise<void>
}

/** One listener a signal, however many databases: the process may only end when all are closed. */
const registered: Map<EndSignal, Set<Registration>> = new Map()

/**
 * Closes the database when the process is asked to end: it takes no more work, what runs may finish until the timeout,
 * and is rolled back after it. Then the process goes on as the signal would have it, which without other listeners is to
 * end. A second signal ends it at once. Returns what undoes this.
 *
 * @example
 * shutdownOn(db, { timeout: 20_000, before: () => server.close() })
 */
export const shutdownOn = (database: Closable, options: ShutdownOptions = {}): (() => void) => {
  const { signals = ['SIGTERM', 'SIGINT'] } = options
  const registration: Registration = { signals, shut: () => shut(database, options) }
  for (const signal of signals) add(signal, registration)
  return () => remove(registration)
}

const add = (signal: EndSignal, registration: Registration): void => {
  const those = registered.get(signal) ?? new Set()
  // Before all others, who are to be seen before they are gone: some listen once.
  if (those.size === 0) process.prependListener(signal, listener)
  registered.set(signal, those.add(registration))
}

const remove = (registration: Registration): void => {
  for (const signal of registration.signals) {
    const those = registered.get(signal)
    if (those?.delete(registration) === true && those.size === 0) process.off(signal, listener)
  }
}

const listener = (signal: string): void => void end(signal as EndSignal) // it listens to no other

const end = async (signal: EndSignal): Promise<void> => {
  const alone = process.listenerCount(signal) === 1
  const those = [...(registered.get(signal) ?? [])]
  for (const each of those) remove(each)
  await Promise.all(those.map(({ shut: close }) => close()))
  await turn() // lets warnings out
  // Others who listen were told too, and decide what is to follow.
  if (alone) process.kill(process.pid, signal)
}

const shut = async (
  database: Closable,
  { timeout = 10_000, before, onError = warn }: ShutdownOptions,
): Promise<void> => {
  const until = performance.now() + timeout
  const left = (): number => Math.max(0, until - performance.now())
  try {
    if (before !== undefined) await within(left(), before)
  } catch (error) {
    onError(error)
  }
  try {
    await database.close({ timeout: left() })
  } catch (error) {
    onError(error)
  }
}

/** Waits for the work, but no longer than so many milliseconds. */
const within = async (milliseconds: number, work: () => unknown): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([late, (async () => work())()]).finally(() => clearTimeout(timer))
}

const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error))
