import { GraphError } from '@motif/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Address } from '../../../src/bolt/address.ts'
import type { Metadata } from '../../../src/bolt/channel.ts'
import type { Route, RouteRequest, ServerEvent, TableRequest } from '../../../src/bolt/routing/router.ts'
import { TableRouter } from '../../../src/bolt/routing/table-router.ts'
import { at, failure, FakeClock, refused, tableOf, turn } from './support.ts'

const hosts = ['seed', 'a', 'b', 'c', 'd']
const databases = ['one', 'two']
const answerTimeout = 5_000

/** What the next server that is asked does. */
type Behaviour =
  | { readonly kind: 'table'; readonly routers: string[]; readonly readers: string[]; readonly writers: string[] }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'refuses' }
  | { readonly kind: 'fails' }
  | { readonly kind: 'forbids' }
  | { readonly kind: 'is silent' }

type Step =
  | { readonly kind: 'pick'; readonly requests: RouteRequest[]; readonly behaviours: Behaviour[] }
  | { readonly kind: 'report'; readonly host: string; readonly database: string; readonly what: ServerEvent }
  | { readonly kind: 'time'; readonly milliseconds: number }

const some = (least: number) => fc.subarray(hosts.slice(1), { minLength: least })
const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('table'), routers: some(0), readers: some(0), writers: some(0) }),
  },
  fc.record({ kind: fc.constant('slow'), milliseconds: fc.constantFrom(1, answerTimeout + 1) }),
  fc.constantFrom({ kind: 'refuses' }, { kind: 'fails' }, { kind: 'forbids' }, { kind: 'is silent' }),
)
const request: fc.Arbitrary<RouteRequest> = fc.record({
  access: fc.constantFrom('read', 'write'),
  database: fc.constantFrom(...databases, undefined),
  impersonatedUser: fc.constantFrom('ann', 'bob', undefined),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pick'),
      requests: fc.array(request, { minLength: 1, maxLength: 5 }),
      behaviours: fc.array(behaviour, { maxLength: 8 }),
    }),
  },
  fc.record({
    kind: fc.constant('report'),
    host: fc.constantFrom(...hosts),
    database: fc.constantFrom(...databases),
    what: fc.constantFrom('unreachable', 'unavailable', 'not a leader', 'read only', 'database gone'),
  }),
  fc.record({ kind: fc.constant('time'), milliseconds: fc.constantFrom(1, 9_999, 50_000) }),
)

/** What the newest table of each database allows, kept in the plainest way. */
class Newest {
  readonly #allowed: Map<string, Record<'read' | 'write', Set<string>>> = new Map()

  table(database: string, readers: readonly string[], writers: readonly string[]): void {
    this.#allowed.set(database, { read: new Set(readers), write: new Set(writers) })
  }

  report(host: string, database: string, what: ServerEvent): void {
    for (const [name, allowed] of this.#allowed) {
      if (what === 'unreachable' || (what === 'unavailable' && name === database)) allowed.read.delete(host)
      if (what === 'unreachable' || name === database) allowed.write.delete(host)
    }
    if (what === 'database gone') this.#allowed.delete(database)
  }

  allows({ table, address }: Route, access: 'read' | 'write'): boolean {
    return this.#allowed.get(table ?? '')?.[access].has(address.host) === true
  }
}

class World {
  readonly clock: FakeClock = new FakeClock()
  readonly newest: Newest = new Newest()
  readonly inTables: Set<string> = new Set()
  readonly router: TableRouter
  behaviours: Behaviour[] = []

  constructor() {
    this.router = new TableRouter({
      seed: at('seed'),
      answerTimeout,
      clock: this.clock,
      inUse: () => 0,
      onForget: ({ host }) => this.inTables.delete(host),
      fetchTable: (address, request, signal) => this.#answer(address, request, signal),
    })
  }

  async #answer({ host }: Address, { database = 'one' }: TableRequest, signal: AbortSignal): Promise<Metadata> {
    const next = this.behaviours.shift() ?? { kind: 'refuses' }
    // Answers come one by one, never in the middle of a pick.
    await turn()
    if (next.kind === 'slow') await new Promise<void>((resolve) => this.clock.after(next.milliseconds, resolve))
    if (next.kind === 'is silent') return new Promise(() => {})
    if (next.kind === 'fails') throw failure('Neo.DatabaseError.General.UnknownError')
    if (next.kind === 'forbids') throw failure('Neo.ClientError.Security.Forbidden')
    if (next.kind === 'refuses') {
      this.newest.report(host, '', 'unreachable')
      throw refused(host)
    }
    const { routers, readers, writers } =
      next.kind === 'slow' ? { routers: ['a'], readers: ['b'], writers: ['c'] } : next
    if (!signal.aborted && routers.length > 0 && readers.length > 0) {
      this.newest.table(database, readers, writers)
      for (const each of [...routers, ...readers, ...writers]) this.inTables.add(each)
    }
    const servers = { routers: routers.join(' '), readers: readers.join(' '), writers: writers.join(' ') }
    return tableOf({ ...servers, ttl: 10, db: database })
  }

  /** Waits for the picks; time goes on only as far as somebody waits for it. */
  async settle(picks: readonly Promise<unknown>[]): Promise<void> {
    let settled = false
    void Promise.allSettled(picks).then(() => (settled = true))
    for (let idle = 0; !settled; idle = this.clock.jump() ? 0 : idle + 1) {
      if (idle > 2) throw new Error('somebody waits for ever')
      for (let turns = 0; turns < 10 && !settled; turns++) await turn()
    }
  }
}

test('a route leads only where the newest table allows, and comes or fails in bounded time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const world = new World()
      const { clock, router, newest } = world
      for (const next of steps) {
        if (next.kind === 'time') clock.go(next.milliseconds)
        if (next.kind === 'report') {
          router.report(at(next.host), next.database, next.what)
          newest.report(next.host, next.database, next.what)
        }
        if (next.kind !== 'pick') continue
        world.behaviours = [...next.behaviours]
        const before = clock.now()
        const picks = next.requests.map(async (each) => {
          try {
            const route = await router.pick(each)
            expect(newest.allows(route, each.access), `${route.address.host} for ${each.access}`).toBe(true)
            if (each.database !== undefined) expect(route.database).toBe(each.database)
          } catch (error) {
            if (!(error instanceof GraphError || error instanceof Error)) throw error
            if (error.name === 'AssertionError') throw error
          }
        })
        await world.settle(picks)
        await Promise.all(picks)
        // Each of the five servers is asked once by each fetch; fetches for one table follow one another only after a refusal.
        expect(clock.now() - before).toBeLessThanOrEqual(next.requests.length * hosts.length * answerTimeout)
        const held = databases.flatMap((database) => {
          const table = router.table(database)
          return table === undefined ? [] : [...table.routers, ...table.readers, ...table.writers]
        })
        // Nobody is forgotten who is still led to.
        expect(held.filter(({ host }) => !world.inTables.has(host))).toEqual([])
      }
      router.close()
    }),
    { numRuns: 500 },
  )
})
