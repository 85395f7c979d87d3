import { GraphError } from '@motif/core'
import { expect, test } from 'vitest'
import type { Address } from '../../../src/bolt/address.ts'
import type { Metadata } from '../../../src/bolt/channel.ts'
import { Discovery, type DiscoveryOptions, type Known } from '../../../src/bolt/routing/discovery.ts'
import { readTable } from '../../../src/bolt/routing/read-table.ts'
import { at, failure, FakeClock, names, refused, tableOf, turn, type Servers } from './support.ts'

type Said = Metadata | Error | 'nothing'

const setup = (said: Readonly<Record<string, Said>>, options: Partial<DiscoveryOptions> = {}) => {
  const clock = new FakeClock()
  const asked: string[] = []
  const failed: string[] = []
  const signals: AbortSignal[] = []
  const fetchTable = async ({ host }: Address, _: unknown, signal: AbortSignal): Promise<Metadata> => {
    asked.push(host)
    signals.push(signal)
    const answer = said[host] ?? refused(host)
    if (answer === 'nothing') return new Promise(() => {})
    if (answer instanceof Error) throw answer
    return answer
  }
  const discovery = new Discovery({ seed: at('seed'), fetchTable, answerTimeout: 5_000, clock, ...options })
  const find = (known: Partial<Known> = {}, database?: string) =>
    discovery.find({ database }, { table: undefined, others: [], failed: ({ host }) => failed.push(host), ...known })
  return { discovery, clock, asked, failed, signals, find }
}

const known = (servers: Servers) => readTable(tableOf(servers), { from: at('seed'), database: 'adb', now: 0 })

test('the server that the user named is asked first when nothing is known', async () => {
  const { find, asked } = setup({ seed: tableOf({ db: 'home' }) })
  expect(await find()).toMatchObject({ database: 'home', from: at('seed') })
  expect(asked).toEqual(['seed'])
})

test('known routers are asked first, then the named server, then routers of other databases', async () => {
  const { find, asked, failed } = setup({ other: tableOf() })
  await find({ table: known({ routers: 'a b' }), others: [at('a'), at('other')] })
  expect(asked).toEqual(['a', 'b', 'seed', 'other'])
  expect(failed).toEqual(['a', 'b', 'seed'])
})

test('the named server is asked first after a table that came without writers', async () => {
  const { find, asked } = setup({ a: tableOf() })
  await find({ table: known({ routers: 'a', writers: '' }) })
  expect(asked).toEqual(['seed', 'a'])
})

test('the resolver says whom to ask for the named server; nobody is asked twice', async () => {
  const resolver = async (seed: Address) => [at(`${seed.host}1`), at('a'), at(`${seed.host}2`)]
  const { find, asked } = setup({ seed2: tableOf() }, { resolver })
  await find({ table: known({ routers: 'a' }) })
  expect(asked).toEqual(['a', 'seed1', 'seed2'])
})

test('a resolver that throws, or never answers, is one more cause', async () => {
  const broken = setup({}, { resolver: () => Promise.reject(new Error('no such name')) })
  await expect(broken.find()).rejects.toThrow('the resolver: no such name')
  const silent = setup({ a: tableOf() }, { resolver: () => new Promise(() => {}) })
  const finding = silent.find({ others: [at('a')] })
  silent.clock.go(5_000)
  expect(names((await finding).readers)).toBe('b')
})

test('a resolver that gives what is no address is told so', async () => {
  const wrong = new GraphError('USAGE', 'the option resolver gave 7, which is not host:port')
  const { find } = setup({ seed: tableOf() }, { resolver: () => Promise.reject(wrong) })
  await expect(find()).rejects.toBe(wrong)
})

test('a router that gives a table leading nowhere is passed over', async () => {
  const { find, asked } = setup({ a: tableOf({ readers: '' }), b: { rt: 7 }, seed: tableOf() })
  await find({ table: known({ routers: 'a b' }) })
  expect(asked).toEqual(['a', 'b', 'seed'])
})

test('a router that is silent is passed over when its time is up, and its connection given up', async () => {
  const { find, clock, asked, signals } = setup({ a: 'nothing', seed: tableOf() })
  const finding = find({ table: known({ routers: 'a' }) })
  await turn()
  clock.go(4_999)
  await turn()
  expect([asked, signals[0]?.aborted]).toEqual([['a'], false])
  clock.go(1)
  await finding
  expect([asked, signals[0]?.aborted]).toEqual([['a', 'seed'], true])
  expect(clock.waiting).toBe(0)
})

test.each([
  ['Neo.TransientError.General.DatabaseUnavailable'],
  ['Neo.ClientError.Security.AuthorizationExpired'],
  ['Neo.DatabaseError.General.UnknownError'],
])('another router is asked after %s', async (code) => {
  const { find, asked } = setup({ a: failure(code), seed: tableOf() })
  await find({ table: known({ routers: 'a' }) })
  expect(asked).toEqual(['a', 'seed'])
})

test.each([
  ['Neo.ClientError.Database.DatabaseNotFound'],
  ['Neo.ClientError.Transaction.InvalidBookmark'],
  ['Neo.ClientError.Transaction.InvalidBookmarkMixture'],
  ['Neo.ClientError.Statement.TypeError'],
  ['Neo.ClientError.Statement.ArgumentError'],
  ['Neo.ClientError.Request.Invalid'],
  ['Neo.ClientError.Security.Unauthorized'],
  ['Neo.ClientError.Security.Forbidden'],
  ['Neo.ClientError.Security.TokenExpired'],
])('%s is what every router would say: it surfaces at once, as it came', async (code) => {
  const error = failure(code)
  const { find, asked } = setup({ a: error, seed: tableOf() })
  await expect(find({ table: known({ routers: 'a' }) })).rejects.toBe(error)
  expect(asked).toEqual(['a'])
})

test.each([
  [new GraphError('AUTHENTICATION', 'wrong password', { engineCode: 'Neo.ClientError.Security.Unauthorized' })],
  [new GraphError('POOL', 'all 100 connections are in use')],
  [new TypeError('a fault of our own')],
])('no other router is asked after %s', async (error) => {
  const { find, asked } = setup({ a: error, seed: tableOf() })
  await expect(find({ table: known({ routers: 'a' }) })).rejects.toBe(error)
  expect(asked).toEqual(['a'])
})

test('a server without routing says how to connect instead', async () => {
  const { find } = setup({ seed: failure('Neo.ClientError.Procedure.ProcedureNotFound') })
  await expect(find()).rejects.toMatchObject({ code: 'USAGE', message: expect.stringContaining('bolt://') })
})

test('when nobody gives a table the error names everybody who was asked, and why', async () => {
  const unavailable = failure('Neo.TransientError.General.DatabaseUnavailable')
  const { find } = setup({ a: unavailable })
  const error = await find({ table: known({ routers: 'a' }) }, 'adb').catch((caught: unknown) => caught)
  expect(error).toMatchObject({
    code: 'CONNECTION',
    retryable: true,
    outcome: 'not sent',
    fault: 'surroundings',
    message:
      'no router told which servers serve database "adb" (a:7687: the server said ' +
      'Neo.TransientError.General.DatabaseUnavailable; seed:7687: seed refused the connection)',
    attempts: [unavailable, expect.objectContaining({ message: 'seed refused the connection' })],
  })
})

test('retrying is no help where it helps with no router', async () => {
  const { find } = setup({ seed: new GraphError('CONNECTION', 'the certificate is not trusted', { fault: 'caller' }) })
  await expect(find()).rejects.toMatchObject({ code: 'CONNECTION', retryable: false, fault: 'caller' })
})

test('nobody to ask is an error too', async () => {
  const { find } = setup({}, { resolver: () => [] })
  await expect(find()).rejects.toThrow('no router told which servers serve the home database (there is nobody to ask)')
})

test('closing ends what waits, and what comes later', async () => {
  const { find, discovery, clock, signals } = setup({ seed: 'nothing' })
  const finding = find()
  await turn()
  discovery.close()
  await expect(finding).rejects.toMatchObject({ code: 'USAGE', message: 'the database is closed' })
  await expect(find()).rejects.toMatchObject({ code: 'USAGE' })
  expect([signals[0]?.aborted, clock.waiting]).toEqual([true, 0])
})
