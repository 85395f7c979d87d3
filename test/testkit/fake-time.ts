interface Timer {
  readonly due: number
  readonly call: () => void
}

/** The real ones. */
const real = {
  now: performance.now.bind(performance),
  date: Date.now.bind(Date),
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setImmediate: globalThis.setImmediate,
}

/** Time that stands still until TestKit lets it go on: for what the driver reads it from, and for its timers. */
class FakeTime {
  #started = 0
  #startedAt = 0
  #passed = 0
  #timers: Map<object, Timer> = new Map()

  install(): void {
    this.#started = real.now()
    this.#startedAt = real.date()
    this.#passed = 0
    performance.now = () => this.#started + this.#passed
    Date.now = () => this.#startedAt + this.#passed
    globalThis.setTimeout = ((call: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) => {
      const handle = { ref: () => handle, unref: () => handle, hasRef: () => true, refresh: () => handle }
      this.#timers.set(handle, { due: this.#passed + Number(wait), call: () => call(...given) })
      return handle
    }) as unknown as typeof setTimeout // Node's has more to it than the driver uses
    globalThis.clearTimeout = ((handle: unknown) => {
      if (!this.#timers.delete(handle as object)) real.clearTimeout(handle as NodeJS.Timeout)
    }) as typeof clearTimeout
  }

  /** Lets so many milliseconds pass, and what they set off come to rest. */
  async tick(milliseconds: number): Promise<void> {
    const until = this.#passed + milliseconds
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.due <= until).toSorted(([, a], [, b]) => a.due - b.due)
      const next = due[0]
      if (next === undefined) break
      const [handle, timer] = next
      this.#timers.delete(handle)
      this.#passed = Math.max(this.#passed, timer.due)
      timer.call()
      await turn()
    }
    this.#passed = until
    await turn()
  }

  uninstall(): void {
    performance.now = real.now
    Date.now = real.date
    globalThis.setTimeout = real.setTimeout
    globalThis.clearTimeout = real.clearTimeout
    for (const { due, call } of this.#timers.values()) real.setTimeout(call, Math.max(0, due - this.#passed))
    this.#timers = new Map()
  }
}

const turn = (): Promise<void> => new Promise((resolve) => real.setImmediate(resolve))

export const fakeTime: FakeTime = new FakeTime()
