import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect as dial, createServer, type Server as TcpServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { connect, type Database, type UrlOptions } from '@motif/driver'
import { basicAuth, noAuth, refreshingAuth } from '@motif/driver/bolt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Certificates, makeCertificates } from '../../../tools/servers/certificates.ts'
import { folders } from '../../../tools/servers/folders.ts'
import { freePort } from '../../../tools/servers/free-port.ts'
import { startNeo4j } from '../../../tools/servers/neo4j/start-neo4j.ts'
import type { Server } from '../../../tools/servers/server.ts'
import type { AnyGraph } from './neo4j.ts'
import { portOf } from './neo4j.ts'
import { TappedLine } from './tapped-line.ts'

const folder = join(folders.data, `certificates-${process.pid}`)
const password = 'right-password'
const neo4jUser = basicAuth('neo4j', password)

let certificates: Certificates
let server: Server
beforeAll(async () => {
  certificates = await makeCertificates(folder)
  server = await startNeo4j({
    password,
    tls: certificates.server,
    config: {
      // Both ways on one port.
      'server.bolt.tls_level': 'OPTIONAL',
      // A user who failed three times is kept out for five seconds otherwise.
      'dbms.security.auth_max_failed_attempts': '0',
      'server.bolt.telemetry.enabled': 'true',
    },
  })
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** The server under a scheme, with its own user unless another is named. */
const open = (scheme = 'bolt', options: UrlOptions<AnyGraph> = {}, at = `127.0.0.1:${server.port}`) =>
  connect<AnyGraph>(`${scheme}://${at}`, { auth: neo4jUser, ...options })

const one = (db: Pick<Database<AnyGraph>, 'cypher'>): Promise<{ one: number }> =>
  db.cypher.as<{ one: number }, {}>('RETURN 1 AS one').one()

const who = async (db: Pick<Database<AnyGraph>, 'cypher'>): Promise<string> =>
  (await db.cypher.as<{ user: string }, {}>('SHOW CURRENT USER YIELD user').one()).user

/** Runs a statement of its own and closes the database; what it failed of. */
const failureOf = async (db: Database<AnyGraph>): Promise<unknown> => {
  const failure = await one(db).then(
    () => undefined,
    (error: unknown) => error,
  )
  await db.close()
  return failure
}

/** A server that is none of ours, by its port. */
const listening = async (other: TcpServer, host = '127.0.0.1'): Promise<number> => {
  other.listen(0, host)
  await once(other, 'listening')
  return (other.address() as AddressInfo).port // a TCP server that listens has no other
}

describe('encryption', () => {
  test.each(['bolt', 'neo4j'])('%s+ssc believes any certificate', async (scheme) => {
    expect(await failureOf(open(`${scheme}+ssc`))).toBeUndefined()
  })

  test.each(['bolt', 'neo4j'])('%s+s believes the authority it was given', async (scheme) => {
    expect(await failureOf(open(`${scheme}+s`, { tls: { ca: certificates.authority } }))).toBeUndefined()
  })

  test('bolt with tls: true or an authority is bolt+s', async () => {
    expect(await failureOf(open('bolt', { tls: { ca: certificates.authority } }))).toBeUndefined()
    expect(await failureOf(open('bolt', { tls: true }))).toMatchObject({ code: 'CONNECTION', retryable: false })
  })

  test('a certificate of an authority that is not trusted is refused, and the words say so', async () => {
    const untrusted = [
      open('bolt+s'),
      open('neo4j+s'),
      open('bolt+s', { tls: { ca: certificates.selfSigned.certificate } }),
    ]
    for (const db of untrusted) {
      const failure = await failureOf(db)
      expect(failure).toMatchObject({ code: 'CONNECTION', fault: 'caller', retryable: false, outcome: 'not sent' })
      expect((failure as Error).message).toContain('its certificate is signed by an authority that is not trusted')
    }
  })

  test('a certificate for another name is refused', async () => {
    const failure = await failureOf(
      open('bolt+s', { tls: { ca: certificates.authority, servername: 'elsewhere.invalid' } }),
    )
    expect(failure).toMatchObject({ message: expect.stringContaining('its certificate is for another name') })
  })

  test('a server without encryption is told apart from one that is not trusted', async () => {
    const failure = await failureOf(open('bolt+ssc', { auth: noAuth() }, `127.0.0.1:${portOf()}`))
    expect(failure).toMatchObject({
      code: 'CONNECTION',
      outcome: 'not sent',
      message: expect.stringMatching(/TLS|closed/),
    })
  })
})

describe('who asks', () => {
  test('the right password is let in, and the URL may hold it', async () => {
    await using db = open()
    expect(await who(db)).toBe('neo4j')
    await using byUrl = connect<AnyGraph>(`bolt://neo4j:${password}@127.0.0.1:${server.port}`)
    expect(await who(byUrl)).toBe('neo4j')
  })

  test.each([
    ['a wrong password', basicAuth('neo4j', 'wrong-password')],
    ['a user there is not', basicAuth('nobody', password)],
    ['nobody', noAuth()],
  ])('%s is refused: no retry helps, nothing was sent, and no secret is told', async (_, auth) => {
    const failure = await failureOf(open('bolt', { auth }))
    expect(failure).toMatchObject({
      code: 'AUTHENTICATION',
      fault: 'caller',
      retryable: false,
      outcome: 'not sent',
      engineCode: 'Neo.ClientError.Security.Unauthorized',
    })
    expect(JSON.stringify(failure) + String(failure)).not.toMatch(/(?:right|wrong)-password/)
  })

  test('db.verifyAuthentication asks without keeping a connection', async () => {
    await using db = open()
    await db.verifyAuthentication(neo4jUser)
    await expect(db.verifyAuthentication(basicAuth('neo4j', 'wrong-password'))).rejects.toMatchObject({
      code: 'AUTHENTICATION',
      outcome: 'not sent',
    })
    expect(await one(db)).toEqual({ one: 1 })
    expect(db.statistics()).toMatchObject([{ created: 1, inUse: 0 }])
  })

  const system = { database: 'system' }

  test('sessions of several users share a pool, and none acts for another', async () => {
    await using db = open('bolt', { ...system, pool: { max: 2 } })
    await db.cypher.as<never, {}>("CREATE USER ada SET PASSWORD 'ada-password' CHANGE NOT REQUIRED").execute()
    const ada = basicAuth('ada', 'ada-password')
    const seen = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const session = db.session(index % 3 === 0 ? {} : { auth: ada })
        const [first, second] = [await who(session), await session.read((tx) => who(tx))]
        await session.close()
        return [first, second]
      }),
    )
    expect(seen).toEqual(seen.map((_, index) => (index % 3 === 0 ? ['neo4j', 'neo4j'] : ['ada', 'ada'])))
    expect(db.statistics()).toMatchObject([{ max: 2, inUse: 0 }])
    const wrong = db.session({ auth: basicAuth('ada', 'wrong-password') })
    await expect(who(wrong)).rejects.toMatchObject({ code: 'AUTHENTICATION', retryable: false })
    await wrong.close()
    expect(await who(db)).toBe('neo4j')
    await db.cypher.as<never, {}>('DROP USER ada').execute()
  })

  test('a password that is changed while the program runs is asked for again', async () => {
    await using db = open('bolt', system)
    await db.cypher.as<never, {}>("CREATE USER bob SET PASSWORD 'bobs-first-one' CHANGE NOT REQUIRED").execute()
    let [current, asked] = ['bobs-first-one', 0]
    const auth = refreshingAuth({
      provide: () => {
        asked++
        return { token: basicAuth('bob', current) }
      },
    })
    await using bob = open('bolt', { ...system, auth })
    expect(await who(bob)).toBe('bob')
    current = 'bobs-second-one'
    await db.cypher.as<never, {}>("ALTER USER bob SET PASSWORD 'bobs-second-one' CHANGE NOT REQUIRED").execute()
    const holding = await bob.begin()
    expect(await who(holding)).toBe('bob')
    // The one connection is used: another is opened, with the password of before.
    expect(await bob.read((tx) => who(tx))).toBe('bob')
    expect(asked).toBe(2)
    await holding.rollback()
    await db.cypher.as<never, {}>('DROP USER bob').execute()
  })

  test('a password that has to be changed first is told as such', async () => {
    await using db = open('bolt', system)
    await db.cypher.as<never, {}>("CREATE USER eve SET PASSWORD 'eves-first-one' CHANGE REQUIRED").execute()
    const eve = open('bolt', { auth: basicAuth('eve', 'eves-first-one') })
    expect(await failureOf(eve)).toMatchObject({
      code: 'AUTHENTICATION',
      message: expect.stringMatching(/credentials.*expired|password/i),
    })
    await db.cypher.as<never, {}>('DROP USER eve').execute()
  })

  test('the server knows the program by its user agent', async () => {
    await using db = open('bolt', { userAgent: 'motif-tests/7.5' })
    const seen = db.cypher.as<{ userAgent: string; username: string }, {}>(
      "CALL dbms.listConnections() YIELD userAgent, username WHERE userAgent STARTS WITH 'motif-tests' RETURN userAgent, username",
    )
    expect(await seen.run()).toEqual([{ userAgent: 'motif-tests/7.5', username: 'neo4j' }])
  })
})

describe('telemetry', () => {
  const knock = async (db: Database<AnyGraph>): Promise<void> => {
    await one(db)
    await db.read((tx) => one(tx))
    await using tx = await db.begin()
    await one(tx)
  }

  test('is told nobody who did not ask to tell it', async () => {
    await using line = await TappedLine.to(server.port)
    const at = `127.0.0.1:${line.port}`
    await using silent = open('bolt', {}, at)
    await knock(silent)
    expect(line.count('TELEMETRY')).toBe(0)
    await using telling = open('bolt', { telemetry: true }, at)
    line.forget()
    await knock(telling)
    expect(line.count('TELEMETRY')).toBe(3)
    // It rides along: no call takes longer for it.
    expect(line.flights).toBe(2 + 1 + 2 + 2)
  })
})

describe('IPv6', () => {
  const here = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'))

  test.skipIf(!here)('(where this machine has ::1) an address in brackets', async () => {
    const way = createServer((socket) => {
      const onward = dial(server.port, '127.0.0.1')
      for (const each of [socket, onward]) each.on('error', () => undefined)
      socket.pipe(onward).pipe(socket)
    })
    const port = await listening(way, '::1')
    for (const [scheme, tls] of [['bolt'], ['bolt+s', { ca: certificates.authority }]] as const) {
      await using db = open(scheme, { tls }, `[::1]:${port}`)
      expect(await one(db)).toEqual({ one: 1 })
      expect(db.statistics()).toMatchObject([{ name: `[::1]:${port}` }])
    }
    way.close()
  })
})

describe('what is not there', () => {
  test('a port that nobody listens on', async () => {
    const port = await freePort()
    expect(await failureOf(open('bolt', {}, `127.0.0.1:${port}`))).toMatchObject({
      code: 'CONNECTION',
      fault: 'surroundings',
      retryable: true,
      outcome: 'not sent',
      message: `127.0.0.1:${port} cannot be reached: nothing listens there (ECONNREFUSED)`,
    })
  })

  test('a host there is not', async () => {
    expect(await failureOf(open('bolt', {}, 'no-such-host.invalid'))).toMatchObject({
      code: 'CONNECTION',
      outcome: 'not sent',
      message: expect.stringMatching(/no-such-host\.invalid:7687 cannot be reached: .*host/),
    })
  })

  test('a server of HTTP', async () => {
    const http = createHttpServer((_, response) => response.end('hello'))
    const port = await listening(http)
    const failure = await failureOf(open('bolt', {}, `127.0.0.1:${port}`))
    expect(failure).toMatchObject({ code: 'PROTOCOL', retryable: false, outcome: 'not sent' })
    expect((failure as Error).message).toMatch(/HTTP/)
    http.close()
  })

  test('a server that says nothing is waited for as long as connectTimeout says', async () => {
    const mute = createServer((socket) => socket.on('error', () => undefined))
    const port = await listening(mute)
    const db = open('bolt', { connectTimeout: 300 }, `127.0.0.1:${port}`)
    expect(await failureOf(db)).toMatchObject({
      code: 'CONNECTION',
      retryable: true,
      outcome: 'not sent',
      message: `127.0.0.1:${port} gave no answer to the handshake within 300 ms`,
    })
    mute.close()
  })

  test.each(['bolt', 'neo4j'])('a database, over %s', async (scheme) => {
    await using db = open(scheme, { database: 'nowhere' })
    await expect(one(db)).rejects.toMatchObject({
      code: 'CONNECTION',
      retryable: false,
      outcome: 'not sent',
      engineCode: 'Neo.ClientError.Database.DatabaseNotFound',
      message: expect.stringContaining('nowhere'),
    })
    await expect(db.read((tx) => one(tx))).rejects.toMatchObject({ engineCode: expect.stringContaining('NotFound') })
    const session = db.session({ database: 'neo4j' })
    expect(await one(session)).toEqual({ one: 1 })
    await session.close()
  })
})
