import { GraphError } from '@motif/core'
import { ServerFailure } from '../../../src/bolt/server-failure.ts'
import { type Address, addressText } from '../../../src/bolt/address.ts'
import type { Metadata } from '../../../src/bolt/channel.ts'
import type { RoutingClock } from '../../../src/bolt/routing/routing-clock.ts'

export const at = (name: string): Address => ({ host: name, port: 7687 })

export const names = (addresses: readonly Address[]): string => addresses.map(({ host }) => host).join(' ')

/** Servers by role, each a list of names with spaces between. */
export interface Servers {
  readonly routers?: string
  readonly readers?: string
  readonly writers?: string
  readonly ttl?: number | bigint
  readonly db?: string
}

const role = (role: string, hosts: string): Metadata => ({
  role,
  addresses: hosts
    .split(' ')
    .filter((host) => host !== '')
    .map((host) => addressText(at(host))),
})

/** An answer to ROUTE. */
export const tableOf = ({ routers = 'a', readers = 'b', writers = 'c', ttl = 100, db }: Servers = {}): Metadata => ({
  rt: {
    ttl,
    servers: [role('ROUTE', routers), role('READ', readers), role('WRITE', writers)],
    ...(db === undefined ? {} : { db }),
  },
})

export const refused = (host: string): GraphError =>
  new GraphError('CONNECTION', `${host} refused the connection`, { fault: 'surroundings', retryable: true })

export const failure = (code: string): ServerFailure => new ServerFailure(`the server said ${code}`, { code })

/** Time that goes on when it is told to. */
export class FakeClock implements RoutingClock {
  #now = 0
  readonly #timers = new Map<() => void, number>()

  now(): number {
    return this.#now
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = (): void => callback()
    this.#timers.set(timer, this.#now + milliseconds)
    return () => this.#timers.delete(timer)
  }

  /** How many wait for a time. */
  get waiting(): number {
    return this.#timers.size
  }

  go(milliseconds: number): void {
    const until = this.#now + milliseconds
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
      this.#now = Math.max(this.#now, next[1])
      this.#timers.delete(next[0])
      next[0]()
    }
    this.#now = until
  }

  /** Goes on to the moment somebody waits for; false when nobody waits. */
  jump(): boolean {
    const next = this.#next(Number.POSITIVE_INFINITY)
    if (next !== undefined) this.go(next[1] - this.#now)
    return next !== undefined
  }

  #next(until: number): readonly [() => void, number] | undefined {
    return [...this.#timers].filter(([, time]) => time <= until).toSorted((left, right) => left[1] - right[1])[0]
  }
}

/** Lets everything run that waits for nothing but its turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
