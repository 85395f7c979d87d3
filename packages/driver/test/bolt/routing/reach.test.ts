import { GraphError } from '@motif/core'
import { expect, test } from 'vitest'
import { directRouter } from '../../../src/bolt/routing/direct-router.ts'
import { reach } from '../../../src/bolt/routing/reach.ts'
import type { Route, Router, RouteRequest } from '../../../src/bolt/routing/router.ts'
import { at, refused } from './support.ts'

const write: RouteRequest = { access: 'write', database: 'adb' }

/** A router over a list of servers, and what was said to it. */
const setup = (...hosts: string[]) => {
  const said: string[] = []
  const route = (host: string, guessed: boolean): Route => ({
    address: at(host),
    database: guessed ? undefined : 'adb',
    table: 'adb',
    guessed,
  })
  const router: Router = {
    ...directRouter(at('unused')),
    pick: ({ certain }) => route(hosts[0] ?? 'none', certain !== true),
    next: () => (hosts[0] === undefined ? undefined : route(hosts[0], false)),
    report: ({ host }, table, what) => {
      said.push(`${host} of ${table}: ${what}`)
      hosts.shift()
    },
  }
  return { router, said }
}

test('the first server that can be reached is taken; those before it are reported', async () => {
  const { router, said } = setup('a', 'b', 'c')
  const reached = await reach(router, write, async ({ address: { host } }) => {
    if (host !== 'c') throw refused(host)
    return host
  })
  expect(reached).toBe('c')
  expect(said).toEqual(['a of adb: unreachable', 'b of adb: unreachable'])
})

test('when none is left the error carries every cause', async () => {
  const { router } = setup('a', 'b')
  const failing = reach(router, write, ({ address: { host } }) => Promise.reject(refused(host)))
  await expect(failing).rejects.toMatchObject({
    code: 'CONNECTION',
    retryable: true,
    outcome: 'not sent',
    message:
      'none of the 2 servers for writes of database "adb" could be reached: ' +
      'a refused the connection; b refused the connection',
    attempts: [{ message: 'a refused the connection' }, { message: 'b refused the connection' }],
  })
})

test('the error of a server that stands alone stays as it is', async () => {
  const error = refused('a')
  await expect(reach(directRouter(at('a')), write, () => Promise.reject(error))).rejects.toBe(error)
})

test.each([
  [new GraphError('AUTHENTICATION', 'wrong password')],
  [new GraphError('POOL', 'all connections are in use')],
  [new TypeError('a fault of our own')],
])('what does not mean that the server is gone surfaces at once: %s', async (error) => {
  const { router, said } = setup('a', 'b')
  await expect(reach(router, write, () => Promise.reject(error))).rejects.toBe(error)
  expect(said).toEqual([])
})

test('a guess that the server cannot mend is replaced by what is certain', async () => {
  const { router, said } = setup('a')
  const seen: boolean[] = []
  const database = await reach(router, { access: 'read' }, async ({ guessed, database }) => {
    seen.push(guessed)
    return guessed ? undefined : database
  })
  expect([database, seen, said]).toEqual(['adb', [true, false], []])
})

test('a route that was picked already is tried first', async () => {
  const { router, said } = setup('not asked for', 'a')
  const picked: Route = { address: at('z'), database: 'adb', table: 'adb', guessed: false }
  const seen: string[] = []
  const connect = async ({ address: { host } }: Route): Promise<string> => {
    seen.push(host)
    if (host === 'z') throw refused(host)
    return host
  }
  expect(await reach(router, write, connect, picked)).toBe('a')
  expect([seen, said]).toEqual([['z', 'a'], ['z of adb: unreachable']])
})
