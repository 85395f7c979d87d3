import { GraphError } from '@motif/core'
import { expect, test } from 'vitest'
import type { Address } from '../../../src/bolt/address.ts'
import type { Channel, Metadata } from '../../../src/bolt/channel.ts'
import type { Route, RouteRequest, TableRequest } from '../../../src/bolt/routing/router.ts'
import { TableRouter } from '../../../src/bolt/routing/table-router.ts'
import { bookmarkManager } from '../../../src/bookmark-manager.ts'
import { Deadline } from '../../../src/stream/deadline.ts'
import { at, failure, FakeClock, names, refused, tableOf, turn } from './support.ts'

type Said = Metadata | Error | Promise<Metadata>

/** A router over servers that say what they are told to, and what they were asked. */
const setup = (said: (host: string, request: TableRequest) => Said) => {
  const clock = new FakeClock()
  const asked: string[] = []
  const forgotten: string[] = []
  const inUse: Record<string, number> = {}
  const router = new TableRouter({
    seed: at('seed'),
    answerTimeout: 5_000,
    clock,
    inUse: ({ host }) => inUse[host] ?? 0,
    onForget: ({ host }) => forgotten.push(host),
    fetchTable: async ({ host }: Address, request) => {
      asked.push(`${host} for ${request.database ?? 'home'}`)
      const answer = await said(host, request)
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { router, clock, asked, forgotten, inUse }
}

const read = { access: 'read', database: 'adb' } as const
const write = { access: 'write', database: 'adb' } as const
const home = { access: 'read' } as const

const hostOf = (route: Route | Promise<Route>): string => {
  if (route instanceof Promise) throw new Error('the route is not known at once')
  return route.address.host
}

/** A channel to a server as the hint and the version describe it. */
const channel = (passesOn: boolean, homeDatabase = true): Channel =>
  // What a router looks at.
  ({ hints: { 'ssr.enabled': passesOn }, features: { homeDatabase } }) as unknown as Channel

test('reads go to readers and writes to writers, and a fresh table is not asked for again', async () => {
  const { router, asked } = setup(() => tableOf({ readers: 'r', writers: 'w' }))
  expect(await router.pick(read)).toEqual({ address: at('r'), database: 'adb', table: 'adb', guessed: false })
  expect(hostOf(router.pick(write))).toBe('w')
  expect(asked).toEqual(['seed for adb'])
})

test('an expired table is fetched again before it is used', async () => {
  let readers = 'old'
  const { router, clock, asked } = setup(() => tableOf({ readers, ttl: 10 }))
  await router.pick(read)
  readers = 'new'
  clock.go(9_999)
  expect(hostOf(router.pick(read))).toBe('old')
  clock.go(1)
  expect(hostOf(await router.pick(read))).toBe('new')
  expect(asked).toEqual(['seed for adb', 'a for adb'])
})

test('a table that holds for no time serves the one who fetched it', async () => {
  const { router, asked } = setup(() => tableOf({ ttl: 0 }))
  expect(hostOf(await router.pick(read))).toBe('b')
  expect(hostOf(await router.pick(read))).toBe('b')
  expect(asked).toHaveLength(2)
})

test('each database has a table of its own', async () => {
  const { router, asked } = setup((_, { database }) => tableOf({ readers: `of-${database}` }))
  expect(hostOf(await router.pick(read))).toBe('of-adb')
  expect(hostOf(await router.pick({ ...read, database: 'bdb' }))).toBe('of-bdb')
  expect(hostOf(router.pick(read))).toBe('of-adb')
  expect(asked).toEqual(['seed for adb', 'seed for bdb'])
})

test('all who find the table expired wait for one fetch', async () => {
  const { router, asked } = setup(() => tableOf({ readers: 'b c d' }))
  const picked = await Promise.all(Array.from({ length: 6 }, async () => router.pick(read)))
  expect(picked.map(hostOf).toSorted()).toEqual(['b', 'b', 'c', 'c', 'd', 'd'])
  expect(asked).toEqual(['seed for adb'])
})

test('the server with the fewest connections in use is taken', async () => {
  const { router, inUse } = setup(() => tableOf({ readers: 'b c d' }))
  Object.assign(inUse, { b: 2, c: 1, d: 2 })
  expect(hostOf(await router.pick(read))).toBe('c')
})

test('a server that is no leader gets no more writes, but reads; the table is fetched when no writer is left', async () => {
  let writers = 'b c'
  const { router, asked } = setup(() => tableOf({ readers: 'b', writers }))
  await router.pick(write)
  router.report(at('b'), 'adb', 'not a leader')
  expect(hostOf(router.pick(write))).toBe('c')
  expect(hostOf(router.pick(read))).toBe('b')
  router.report(at('c'), 'adb', 'read only')
  writers = 'd'
  expect(hostOf(await router.pick(write))).toBe('d')
  expect(asked).toHaveLength(2)
})

test('a server that cannot be reached goes from all tables; nobody needs its connections any more', async () => {
  const { router, forgotten } = setup(() => tableOf({ readers: 'b c', writers: 'b' }))
  await router.pick(read)
  await router.pick({ ...read, database: 'bdb' })
  router.report(at('b'), 'adb', 'unreachable')
  expect(forgotten).toEqual(['b'])
  expect(router.table('bdb')?.writers).toEqual([])
  expect([hostOf(router.pick(read)), hostOf(router.pick(read))]).toEqual(['c', 'c'])
})

test('a server where one database is down serves the others', async () => {
  const { router } = setup(() => tableOf({ readers: 'b c' }))
  await router.pick(read)
  await router.pick({ ...read, database: 'bdb' })
  router.report(at('b'), 'adb', 'unavailable')
  expect(names(router.table('adb')?.readers ?? [])).toBe('c')
  expect(names(router.table('bdb')?.readers ?? [])).toBe('b c')
})

test('servers that a new table leaves out are told as forgotten', async () => {
  let readers = 'b c'
  const { router, clock, forgotten } = setup(() => tableOf({ readers, ttl: 1 }))
  await router.pick(read)
  readers = 'c d'
  clock.go(1_000)
  await router.pick(read)
  expect(forgotten).toEqual(['b'])
})

test('a router that gave no table is not asked first again', async () => {
  let alive = ['seed']
  const { router, clock, asked } = setup((host) =>
    alive.includes(host) ? tableOf({ routers: 'a b', ttl: 1 }) : failure('Neo.DatabaseError.General.UnknownError'),
  )
  await router.pick(read)
  alive = []
  clock.go(1_000)
  await expect(router.pick(read)).rejects.toThrow('no router told')
  expect(router.table('adb')?.routers).toEqual([])
  alive = ['seed']
  await router.pick(read)
  expect(asked).toEqual(['seed', 'a', 'b', 'seed', 'seed'].map((host) => `${host} for adb`))
})

test('a router that cannot be reached goes from every role', async () => {
  let alive = true
  const { router, clock, forgotten } = setup((host) =>
    alive || host === 'seed' ? tableOf({ routers: 'a b', readers: 'a b', ttl: 1 }) : refused(host),
  )
  await router.pick(read)
  await router.pick({ ...read, database: 'bdb' })
  alive = false
  clock.go(1_000)
  await router.pick(read)
  expect(router.table('bdb')).toMatchObject({ routers: [], readers: [] })
  expect(forgotten).toEqual(['a', 'b'])
})

test('when the named server is gone, routers of other databases are asked', async () => {
  let seed: Said = tableOf({ routers: 'a' })
  const { router, asked } = setup((host) => (host === 'seed' ? seed : tableOf({ readers: 'r' })))
  await router.pick(read)
  seed = refused('seed')
  expect(hostOf(await router.pick({ ...read, database: 'bdb' }))).toBe('r')
  expect(asked).toEqual(['seed for adb', 'seed for bdb', 'a for bdb'])
})

test('a table without writers serves reads, and says of writes what is known', async () => {
  const { router } = setup(() => tableOf({ readers: 'b c', writers: '' }))
  expect(hostOf(await router.pick(read))).toBe('b')
  const error = await Promise.resolve(router.pick(write)).catch((caught: unknown) => caught)
  expect(error).toMatchObject({
    code: 'CONNECTION',
    retryable: true,
    outcome: 'not sent',
    message:
      'no server takes writes of database "adb" now; the table of seed:7687 names readers: b:7687, c:7687; writers: none',
  })
})

test('the newest table counts, whatever was reported of the one before it', async () => {
  let answer: (table: Metadata) => void = () => {}
  let first = true
  const { router } = setup(() => (first ? tableOf({ ttl: 0 }) : new Promise((resolve) => (answer = resolve))))
  await router.pick(read)
  first = false
  const waiting = router.pick(read)
  await turn()
  router.report(at('b'), 'adb', 'unreachable')
  answer(tableOf())
  expect(hostOf(await waiting)).toBe('b')
})

test('a caller waits no longer than its own deadline, and the fetch goes on for the others', async () => {
  let answer: (table: Metadata) => void = () => {}
  const { router } = setup(() => new Promise((resolve) => (answer = resolve)))
  const abort = new AbortController()
  const deadline = new Deadline('the query', { signal: abort.signal })
  const hasty = router.pick({ ...read, deadline })
  const patient = router.pick(read)
  await turn()
  abort.abort()
  await expect(hasty).rejects.toMatchObject({ code: 'ABORTED', outcome: 'not sent' })
  answer(tableOf())
  expect(hostOf(await patient)).toBe('b')
})

test('a refusal of one user is not told to another', async () => {
  const no = failure('Neo.ClientError.Security.Forbidden')
  const { router } = setup((_, { auth }) => (auth?.principal === 'eve' ? no : tableOf()))
  const as = (principal: string): RouteRequest => ({ ...read, auth: { scheme: 'basic', principal } })
  const [eve, ann] = await Promise.allSettled([router.pick(as('eve')), router.pick(as('ann'))])
  expect(eve).toEqual({ status: 'rejected', reason: no })
  expect(ann).toMatchObject({ status: 'fulfilled', value: { address: at('b') } })
})

test('bookmarks, user and database are told to the server that is asked', async () => {
  const requests: TableRequest[] = []
  const { router } = setup((_, request) => {
    requests.push(request)
    return tableOf()
  })
  const auth = { scheme: 'bearer', credentials: 'x' }
  await router.pick({ ...read, bookmarkManager: bookmarkManager({ initial: ['b1'] }), impersonatedUser: 'ann', auth })
  expect(requests).toMatchObject([{ database: 'adb', bookmarks: ['b1'], impersonatedUser: 'ann', auth }])
})

test('the home database is named to the caller; the next one asks again, for it may have changed', async () => {
  const homes = ['one', 'two']
  const { router, asked } = setup(() => tableOf({ db: homes.shift() ?? '' }))
  expect(await router.pick(home)).toMatchObject({ database: 'one', table: 'one', guessed: false })
  expect(await router.pick(home)).toMatchObject({ database: 'two' })
  expect(hostOf(router.pick({ access: 'read', database: 'one' }))).toBe('b')
  expect(asked).toEqual(['seed for home', 'seed for home'])
})

test('users do not share the fetch of a home database, nor do those who saw different states', async () => {
  const { router, asked } = setup((_, { impersonatedUser }) => tableOf({ db: `of-${impersonatedUser}` }))
  const as = (impersonatedUser: string, ...initial: string[]) =>
    router.pick({ ...home, impersonatedUser, bookmarkManager: bookmarkManager({ initial }) })
  const picked = await Promise.all([as('ann'), as('bob'), as('ann'), as('ann', 'b1')])
  expect(picked.map(({ database }) => database)).toEqual(['of-ann', 'of-bob', 'of-ann', 'of-ann'])
  expect(asked).toHaveLength(3)
})

test('a server that does not name the home database has one table for it', async () => {
  const { router, asked } = setup(() => tableOf())
  expect(await router.pick(home)).toEqual({ address: at('b'), database: undefined, table: undefined, guessed: false })
  expect(hostOf(router.pick(home))).toBe('b')
  expect(asked).toHaveLength(1)
})

test('where servers pass work on, the home database of last time is good enough, and left unnamed', async () => {
  const { router, asked } = setup(() => tableOf({ db: 'one' }))
  router.opened(channel(true))
  await router.pick(home)
  expect(router.pick(home)).toEqual({ address: at('b'), database: undefined, table: 'one', guessed: true })
  expect(await router.pick({ ...home, certain: true })).toMatchObject({ database: 'one', guessed: false })
  expect(asked).toHaveLength(2)
})

test('one server that does not pass work on ends all guesses, as long as it is connected', async () => {
  const { router } = setup(() => tableOf({ db: 'one' }))
  router.opened(channel(true))
  await router.pick(home)
  for (const unable of [channel(false), channel(true, false)]) {
    router.opened(unable)
    expect(router.pick(home)).toBeInstanceOf(Promise)
    router.closed(unable)
    expect(router.pick(home)).toMatchObject({ guessed: true })
  }
})

test('nothing is guessed while no connection is open', async () => {
  const { router } = setup(() => tableOf({ db: 'one' }))
  const only = channel(true)
  router.opened(only)
  await router.pick(home)
  router.closed(only)
  expect(router.pick(home)).toBeInstanceOf(Promise)
})

test('what a server says of a home database is believed from then on', async () => {
  const { router } = setup((_, { database = 'one' }) => tableOf({ readers: `of-${database}`, db: database }))
  router.opened(channel(true))
  await router.pick(home)
  await router.pick({ ...home, database: 'two' })
  router.learn({}, 'two')
  expect(router.pick(home)).toMatchObject({ address: at('of-two'), table: 'two', guessed: true })
})

test('a database that is gone has no table, and is nobody’s home', async () => {
  const { router, forgotten } = setup(() => tableOf({ db: 'one' }))
  router.opened(channel(true))
  await router.pick(home)
  router.report(at('b'), 'one', 'database gone')
  expect(router.pick(home)).toBeInstanceOf(Promise)
  expect(router.table('one')).toBeUndefined()
  expect(forgotten).toEqual(['a', 'b', 'c'])
})

test('another server of the same table comes without a fetch, until none is left', async () => {
  const { router, asked } = setup(() => tableOf({ writers: 'c d' }))
  const first = await router.pick(write)
  router.report(first.address, first.table, 'unreachable')
  const second = router.next(first, 'write')
  expect(second).toEqual({ ...first, address: at('d') })
  router.report(at('d'), 'adb', 'unreachable')
  expect(router.next(first, 'write')).toBeUndefined()
  expect(asked).toHaveLength(1)
})

test('a refresh fetches a fresh table as well', async () => {
  let readers = 'old'
  const { router } = setup(() => tableOf({ readers, db: 'one' }))
  await router.refresh({})
  readers = 'new'
  await router.refresh({ database: 'one' })
  expect(names(router.table('one')?.readers ?? [])).toBe('new')
  expect(router.table(undefined)).toBe(router.table('one'))
})

test('after a refresh that failed there is no table', async () => {
  const { router } = setup(() => tableOf({ readers: '', db: 'one' }))
  await expect(router.refresh({})).rejects.toMatchObject({ code: 'CONNECTION' })
  expect(router.table(undefined)).toBeUndefined()
})

test('a closed router tells so those who wait and those who come', async () => {
  const { router } = setup((_, { database }) => (database === 'adb' ? tableOf() : new Promise(() => {})))
  await router.pick(read)
  const waiting = router.pick({ ...read, database: 'bdb' })
  await turn()
  router.close()
  await expect(waiting).rejects.toBeInstanceOf(GraphError)
  await expect(router.pick(read)).rejects.toMatchObject({ code: 'USAGE', message: 'the database is closed' })
})
