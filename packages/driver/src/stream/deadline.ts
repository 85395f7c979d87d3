import { GraphError, type ErrorDetails, type Signal } from '@motif/core'

/** What may end a call early. */
export interface Limits {
  readonly timeout?: number | undefined
  readonly signal?: Signal | undefined
}

/** What a deadline that is reached makes of a call: its error, or nothing when the call has ended by itself. */
export type Late = GraphError | undefined | Promise<GraphError | undefined>

/** The moment a call ends early: a time, a signal, or whichever comes first. Made only for calls that name one. */
export class Deadline {
  readonly #subject: string
  readonly #timeout: number | undefined
  readonly #signal: Signal | undefined
  readonly #parent: Deadline | undefined
  readonly #at: number | undefined
  readonly #leaveParent: (() => void) | undefined
  readonly #listeners: Set<() => void> = new Set()
  readonly #timer: NodeJS.Timeout | undefined
  #reached: 'timeout' | 'signal' | 'parent' | undefined

  constructor(subject: string, { timeout, signal }: Limits, parent?: Deadline) {
    this.#subject = subject
    this.#timeout = timeout
    this.#signal = signal
    this.#parent = parent
    if (timeout !== undefined) this.#at = performance.now() + timeout
    if (parent?.reached === true) this.#reached = 'parent'
    else if (signal?.aborted === true) this.#reached = 'signal'
    else if (timeout !== undefined && timeout <= 0) this.#reached = 'timeout'
    else {
      this.#leaveParent = parent?.listen(() => this.#fire('parent'))
      signal?.addEventListener('abort', this.#abort, { once: true })
      // Past 2^31 ms a timer would fire at once; such a limit is no limit.
      if (timeout !== undefined && timeout < 2 ** 31) this.#timer = setTimeout(() => this.#fire('timeout'), timeout)
    }
  }

  /** `undefined` where nothing is limited, so that such calls pay nothing. `subject` names the call in the error. */
  static of(subject: string, limits: Limits, parent?: Deadline): Deadline | undefined {
    if (limits.timeout !== undefined && !(limits.timeout >= 0)) {
      throw new GraphError('USAGE', `timeout must be a number of milliseconds, not ${String(limits.timeout)}`)
    }
    const unlimited = limits.timeout === undefined && limits.signal === undefined && parent === undefined
    return unlimited ? undefined : new Deadline(subject, limits, parent)
  }

  get reached(): boolean {
    return this.#reached !== undefined
  }

  /** Whether its time is up, or that of the deadline around it; a signal that fired is something else. */
  get timedOut(): boolean {
    return this.#reached === 'timeout' || (this.#reached === 'parent' && this.#parent?.timedOut === true)
  }

  /** Milliseconds until its time; `undefined` where none is set. */
  get remaining(): number | undefined {
    const outer = this.#parent?.remaining
    if (this.#at === undefined) return outer
    const own = Math.max(0, this.#at - performance.now())
    return outer === undefined ? own : Math.min(own, outer)
  }

  /** Calls back when it is reached, at once if it was; returns the way to stop listening. */
  listen(listener: () => void): () => void {
    if (this.#reached !== undefined) listener()
    else this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Settles as the promise does, or rejects with what `late` makes once the deadline is reached. It may take its time,
   * and say by `undefined` that meanwhile the promise itself has the answer.
   */
  race<T>(promise: Promise<T>, late: () => Late): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let over = false
      const end = (error: GraphError | undefined): void => (error === undefined ? resolve(promise) : reject(error))
      const stop = this.listen(() => {
        over = true
        const error = late()
        if (error instanceof Promise) error.then(end, reject)
        else end(error)
      })
      const settle = <A>(how: (value: A) => void) => {
        return (value: A): void => {
          stop()
          if (!over) how(value)
        }
      }
      promise.then(settle(resolve), settle(reject))
    })
  }

  /** The error that says so; `after` says what became of the work. */
  error(after: string, details: ErrorDetails): GraphError {
    if (this.#reached === 'parent' && this.#parent !== undefined) return this.#parent.error(after, details)
    return this.#reached === 'signal'
      ? new GraphError('ABORTED', `${this.#subject} was aborted; ${after}`, { cause: this.#signal?.reason, ...details })
      : new GraphError('TIMEOUT', `${this.#subject} took longer than ${this.#timeout} ms; ${after}`, {
          fault: 'surroundings',
          ...details,
        })
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#leaveParent?.()
    this.#signal?.removeEventListener('abort', this.#abort)
    this.#listeners.clear()
  }

  readonly #abort = (): void => this.#fire('signal')

  #fire(by: 'timeout' | 'signal' | 'parent'): void {
    if (this.#reached !== undefined) return
    this.#reached = by
    clearTimeout(this.#timer)
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const listener of listeners) listener()
  }
}
