import { GraphError } from '@motif/core'
import genericPool from 'generic-pool'
import type { PoolClock } from './clock.ts'
import type { Entry } from './entry.ts'
import type { PoolSettings } from './options.ts'
import type { PoolTasks } from './tasks.ts'
import { started, within } from './within.ts'

/** Why there is none. */
export interface Failed {
  readonly error: unknown
}

type Made<T> = Entry<T> | Failed

/** What generic-pool keeps: a connection or the failure to make one, and who is told. */
interface Slot<T> {
  readonly made: Made<T>
  readonly deliver: (made: Made<T>) => void
}

/** Milliseconds to close one in, before it is left to itself: the goodbye is a courtesy. */
const closeTimeout = 5_000

/**
 * Makes connections, counts them, and sees them closed, by generic-pool. Everything stays on loan from it, and
 * it is asked only while there is room: who waits, what lies idle and how many there may be is the pool's business, for
 * generic-pool lends by promise alone, cannot change its size, and tries a failed creation again at once for ever. So it
 * never sees one fail or hang: making always ends, with a connection or with the reason.
 */
export class Supply<T extends object> {
  readonly #name: string
  readonly #tasks: PoolTasks<T>
  readonly #settings: PoolSettings
  readonly #clock: PoolClock
  readonly #store: genericPool.Pool<Slot<T>>
  readonly #slots: WeakMap<Entry<T>, Slot<T>> = new WeakMap()
  readonly #asked: ((made: Made<T>) => void)[] = []
  readonly #opening: Set<(error: unknown) => void> = new Set()
  /** Somebody waits until all are closed, so the process does too. */
  #ending = false

  constructor(name: string, tasks: PoolTasks<T>, settings: PoolSettings, clock: PoolClock) {
    this.#name = name
    this.#tasks = tasks
    this.#settings = settings
    this.#clock = clock
    this.#store = genericPool.createPool<Slot<T>>(
      { create: () => this.#create(), destroy: (slot) => this.#destroy(slot) },
      { max: 2 ** 31 - 1 },
    )
  }

  /** Those there are, and those being made. */
  get size(): number {
    return this.#store.size
  }

  /** Never rejects, and ends within the time to make one. */
  make(): Promise<Made<T>> {
    return new Promise((resolve) => {
      this.#asked.push(resolve)
      // What comes need not be what was begun here: each slot knows whom to tell.
      void this.#store.acquire().then((slot) => {
        if ('error' in slot.made) void this.#store.destroy(slot)
        slot.deliver(slot.made)
      })
    })
  }

  /** Resolves when it is closed, however that went. It counts no more from the call on. */
  destroy(entry: Entry<T>): Promise<void> {
    const slot = this.#slots.get(entry)
    if (slot !== undefined) void this.#store.destroy(slot)
    return entry.closed ?? Promise.resolve()
  }

  /** Gives up what is being made. */
  giveUp(error: unknown): void {
    for (const giveUp of this.#opening) giveUp(error)
  }

  /** From now on the process stays until all are closed. */
  startEnding(): void {
    this.#ending = true
  }

  /** Resolves when all are closed. */
  async end(): Promise<void> {
    await this.#store.drain()
    await this.#store.clear()
  }

  #create(): Promise<Slot<T>> {
    const deliver = this.#asked.shift() ?? (() => undefined)
    return new Promise((resolve) => {
      const controller = new AbortController()
      let open = true
      const settle = (made: Made<T>): void => {
        open = false
        stop()
        this.#opening.delete(giveUp)
        resolve(this.#slot(made, deliver))
      }
      const giveUp = (error: unknown): void => {
        settle({ error })
        controller.abort(error)
      }
      const stop = this.#clock.after(this.#settings.createTimeout, () => giveUp(this.#tooSlow()), false)
      this.#opening.add(giveUp)
      started(() => this.#tasks.create(controller.signal)).then(
        (item) => (open ? settle(this.#entry(item)) : void this.#close(item)),
        (error: unknown) => (open ? settle({ error }) : undefined),
      )
    })
  }

  #slot(made: Made<T>, deliver: (made: Made<T>) => void): Slot<T> {
    const slot = { made, deliver }
    if (!('error' in made)) this.#slots.set(made, slot)
    return slot
  }

  #entry(item: T): Entry<T> {
    const now = this.#clock.now()
    const expiresAt = now + this.#settings.maxLifetime * (1 - this.#clock.random() / 10)
    return { item, expiresAt, state: 'idle', since: now, uses: 0, callSite: undefined, closed: undefined }
  }

  #tooSlow(): GraphError {
    const { createTimeout } = this.#settings
    const message = `a connection to ${this.#name} could not be opened within ${createTimeout} ms`
    return new GraphError('CONNECTION', message, { fault: 'surroundings', retryable: true, outcome: 'not sent' })
  }

  async #destroy({ made }: Slot<T>): Promise<void> {
    if (!('error' in made)) await (made.closed = this.#close(made.item))
  }

  /** How closing went is of no use to anybody: it was wanted gone. */
  #close(item: T): Promise<void> {
    const task = (): Promise<void> => this.#tasks.destroy(item)
    return within(this.#clock, { task, milliseconds: closeTimeout, otherwise: undefined, holds: this.#ending })
  }
}
