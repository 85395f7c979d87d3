import { Pool } from '../../src/pool/pool.ts'
import type { PoolClock } from '../../src/pool/clock.ts'
import type { PoolEvent } from '../../src/pool/event.ts'
import type { PoolOptions } from '../../src/pool/options.ts'
import type { PoolTasks } from '../../src/pool/tasks.ts'

/** Lets everything run that needs no time. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

interface Timer {
  readonly at: number
  readonly run: () => void
  readonly holds: boolean
}

/** Time that passes when it is told to. */
export class TestClock implements PoolClock {
  readonly timers: Set<Timer> = new Set()
  chance = 0
  #now = 1_000

  now(): number {
    return this.#now
  }

  random(): number {
    return this.chance
  }

  after(milliseconds: number, run: () => void, holds: boolean): () => void {
    const timer = { at: this.#now + Math.max(0, milliseconds), run, holds }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  /** Lets so many milliseconds pass, and everything happen that falls into them. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds
    await settled()
    for (;;) {
      const due = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (due === undefined) break
      this.timers.delete(due)
      this.#now = due.at
      due.run()
      await settled()
    }
    this.#now = end
  }
}

/** Something to pool. */
export class Thing {
  usable = true
  alive: boolean | 'rejects' | 'throws' | 'never' = true
  destroyed = false
  asked = 0
  readonly id: number

  constructor(id: number) {
    this.id = id
  }
}

export const never = <R>(): Promise<R> => new Promise(() => undefined)

/** Makes things, as it is told. */
export class Factory implements PoolTasks<Thing> {
  /** What happens to the next that are made: made, failed with, never, or kept until it is let go by hand. */
  mode: 'made' | 'never' | 'held' | Error = 'made'
  readonly made: Thing[] = []
  /** Those kept, the first first. */
  readonly held: { readonly succeed: () => void; readonly fail: (error: Error) => void }[] = []
  readonly given: AbortSignal[] = []
  calls = 0
  closing: 'at once' | 'never' | 'rejects' | 'throws' = 'at once'

  create(signal: AbortSignal): Promise<Thing> {
    this.calls++
    this.given.push(signal)
    if (this.mode instanceof Error) return Promise.reject(this.mode)
    if (this.mode === 'never') return never()
    if (this.mode === 'made') return Promise.resolve(this.#thing())
    return new Promise((resolve, reject) =>
      this.held.push({ succeed: () => resolve(this.#thing()), fail: (error) => reject(error) }),
    )
  }

  destroy(thing: Thing): Promise<void> {
    if (thing.destroyed) throw new Error(`${thing.id} was destroyed twice`)
    thing.destroyed = true
    if (this.closing === 'throws') throw new Error('thrown')
    if (this.closing === 'rejects') return Promise.reject(new Error('rejected'))
    return this.closing === 'never' ? never() : Promise.resolve()
  }

  isUsable(thing: Thing): boolean {
    return thing.usable
  }

  isAlive(thing: Thing): Promise<boolean> {
    thing.asked++
    if (thing.alive === 'throws') throw new Error('thrown')
    if (thing.alive === 'rejects') return Promise.reject(new Error('rejected'))
    return thing.alive === 'never' ? never() : Promise.resolve(thing.alive)
  }

  /** Those that exist. */
  get living(): readonly Thing[] {
    return this.made.filter(({ destroyed }) => !destroyed)
  }

  #thing(): Thing {
    const thing = new Thing(this.made.length + 1)
    this.made.push(thing)
    return thing
  }
}

export interface Given {
  readonly clock: TestClock
  readonly factory: Factory
  readonly pool: Pool<Thing>
  readonly events: PoolEvent[]
  /** What `destroyed` events said. */
  readonly reasons: () => readonly string[]
}

export const given = (options: PoolOptions = {}): Given => {
  const clock = new TestClock()
  const factory = new Factory()
  const pool = new Pool<Thing>('there:7687', factory, options, clock)
  const events: PoolEvent[] = []
  pool.onEvent = (event) => events.push(event)
  const reasons = (): readonly string[] => events.flatMap((event) => (event.type === 'destroyed' ? [event.why] : []))
  return { clock, factory, pool, events, reasons }
}

/** So many things, lent. */
export const lent = (pool: Pool<Thing>, count: number): Promise<Thing[]> =>
  Promise.all(Array.from({ length: count }, async () => pool.acquire()))

/** What became of a promise, as it is now. */
export interface Fate<T> {
  state: 'pending' | 'resolved' | 'rejected'
  value: T | undefined
  error: unknown
}

export const fateOf = <T>(promise: T | Promise<T>): Fate<T> => {
  const fate: Fate<T> = { state: 'pending', value: undefined, error: undefined }
  Promise.resolve(promise).then(
    (value) => Object.assign(fate, { state: 'resolved', value }),
    (error: unknown) => Object.assign(fate, { state: 'rejected', error }),
  )
  return fate
}

/** The error of what must fail. */
export const failureOf = async (asked: unknown): Promise<unknown> => {
  try {
    await asked
  } catch (error) {
    return error
  }
  throw new Error('it should have failed')
}
