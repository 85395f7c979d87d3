import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import type { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { tag } from '../../src/bolt/message/tag.ts'
import { ServerFailure } from '../../src/bolt/server-failure.ts'
import { versions } from '../../src/bolt/version.ts'
import { cut, failure, scriptedServer, success } from '../../src/testing/index.ts'
import { ask, ManualClock, open } from './support.ts'

const file = (name: string): string => readFileSync(new URL(`certificates/${name}`, import.meta.url), 'utf8')
const certificate = { key: file('server.key'), cert: file('server.pem') }
const authority = file('authority.pem')

/** The error of a promise that must reject. */
const errorOf = (promise: Promise<unknown>): Promise<GraphError> =>
  promise.then(
    () => expect.unreachable('it should have been refused'),
    (error: unknown) => error as GraphError,
  )

describe('opening a channel', () => {
  it.each(versions.map(({ version }) => version))('agrees on Bolt %s, and says who asks', async (version) => {
    const hints = { 'connection.recv_timeout_seconds': 30 }
    await using server = await scriptedServer({
      version,
      connections: [[['HELLO', success({ server: 'Neo4j/5.26.0', connection_id: 'bolt-7', hints })]]],
    })
    const channel = await open(server.port)
    expect(channel.features.version).toBe(version)
    expect(channel.connectionId).toBe('bolt-7')
    expect(channel.hints).toEqual(hints)
    expect(channel.server).toEqual({
      address: `127.0.0.1:${server.port}`,
      agent: 'Neo4j/5.26.0',
      protocolVersion: version,
    })
    expect(channel).toMatchObject({ broken: undefined, failed: false, pending: 0 })
    const auth = { scheme: 'basic', principal: 'neo4j', credentials: 'top-secret' }
    const [hello, logon] = server.received[0] ?? []
    if (channel.features.logon) expect(logon).toEqual({ name: 'LOGON', fields: [auth] })
    else expect(hello).toMatchObject({ name: 'HELLO', fields: [{ user_agent: 'test/1', ...auth }] })
    await channel.close()
    server.check()
  })

  it('sends LOGON without waiting for the answer to HELLO', async () => {
    await using server = await scriptedServer({
      connections: [[['HELLO'], ['LOGON', success({ server: 'Neo4j/5.13.0' }), success()]]],
    })
    const channel = await open(server.port)
    expect(channel.server.agent).toBe('Neo4j/5.13.0')
    await channel.close()
    server.check()
  })

  it.each([
    [['utc'], 'always'],
    [[], 'negotiated'],
  ])('in Bolt 4.4 has moments in UTC where the server agrees: %j', async (patch_bolt, utcMoments) => {
    await using server = await scriptedServer({
      version: '4.4',
      connections: [[['HELLO', success({ server: 'Neo4j/4.4.30', patch_bolt })]]],
    })
    const channel = await open(server.port)
    expect(channel.features.utcMoments).toBe(utcMoments)
    await channel.close()
  })

  it('takes a server that says little of itself', async () => {
    await using server = await scriptedServer({ connections: [[['HELLO', success({ hints: null })]]] })
    const channel = await open(server.port)
    expect(channel).toMatchObject({ connectionId: '', hints: {}, server: { agent: '' } })
    await channel.close()
  })
})

describe('a server that refuses', () => {
  it.each(['HELLO', 'LOGON'] as const)('at %s rejects with what it said, and keeps the secret', async (request) => {
    await using server = await scriptedServer({
      connections: [[[request, failure('Neo.ClientError.Security.Unauthorized', 'wrong'), cut()]]],
    })
    const error = await errorOf(open(server.port))
    expect(error).toBeInstanceOf(ServerFailure)
    expect(error).toMatchObject({ code: 'Neo.ClientError.Security.Unauthorized', message: 'wrong' })
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('top-secret')
    server.check()
  })

  it('that ignores LOGON breaks the protocol', async () => {
    await using server = await scriptedServer({
      connections: [[['LOGON', { tag: tag.ignored, fields: [] }]]],
    })
    expect(await errorOf(open(server.port))).toMatchObject({ code: 'PROTOCOL', fault: 'engine', outcome: 'not sent' })
  })

  it('cannot be asked to choose notifications before it knows how', async () => {
    await using server = await scriptedServer({ version: '5.1', connections: [[]] })
    const error = await errorOf(open(server.port, { notifications: { minimumSeverity: 'OFF' } }))
    expect(error).toMatchObject({ code: 'UNSUPPORTED_FEATURE', outcome: 'not sent' })
  })
})

describe('what is no server of Bolt', () => {
  it.each([
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', '7687'],
    ['TLS', '\x15\x03\x03\x00\x02\x02\x46', 'bolt+s:'],
    ['no version', '\0\0\0\0', 'none of the versions'],
  ])('and answers %s is named for what it is', async (_, greeting, words) => {
    await using server = await scriptedServer({ greeting: Buffer.from(greeting, 'latin1'), connections: [[]] })
    const error = await errorOf(open(server.port))
    expect(error).toMatchObject({ code: 'PROTOCOL', retryable: false, fault: 'engine', outcome: 'not sent' })
    expect(error.message).toContain(`127.0.0.1:${server.port}: `)
    expect(error.message).toContain(words)
  })

  it('and hangs up is a lost connection', async () => {
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const error = await errorOf(open(port))
    server.close()
    expect(error).toMatchObject({
      code: 'CONNECTION',
      message: `127.0.0.1:${port} did not answer the handshake: the server closed it`,
      retryable: true,
      outcome: 'not sent',
    })
  })

  it('and is not there at all says so', async () => {
    const server = await scriptedServer({ connections: [] })
    const { port } = server
    await server.close()
    const error = await errorOf(open(port))
    expect(error).toMatchObject({ code: 'CONNECTION', retryable: true, fault: 'surroundings', outcome: 'not sent' })
    expect(error.message).toBe(`127.0.0.1:${port} cannot be reached: nothing listens there (ECONNREFUSED)`)
    expect(error.cause).toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('cannot be reached with a port that is none', async () => {
    const error = await errorOf(open(70_000))
    expect(error).toMatchObject({ code: 'USAGE', outcome: 'not sent' })
  })
})

describe('giving up', () => {
  it('after the limit names what was waited for', async () => {
    const clock = new ManualClock()
    await using server = await scriptedServer({ connections: [[['HELLO']]] })
    const opening = errorOf(open(server.port, { clock, connectTimeout: 300 }))
    await expect.poll(() => server.received[0]?.length).toBe(2)
    clock.pass(299)
    expect(clock.size).toBe(1)
    clock.pass(1)
    const error = await opening
    expect(error).toMatchObject({ code: 'CONNECTION', retryable: true, outcome: 'not sent' })
    expect(error.message).toBe(`127.0.0.1:${server.port} gave no answer to HELLO within 300 ms`)
  })

  it('leaves no timer behind when it went well', async () => {
    const clock = new ManualClock()
    await using server = await scriptedServer({ connections: [[]] })
    const channel = await open(server.port, { clock })
    expect(clock.size).toBe(0)
    await channel.close()
  })

  it('before it began, or at any time, is ABORTED with the reason', async () => {
    const reason = new Error('enough')
    expect(await errorOf(open(1, { signal: AbortSignal.abort(reason) }))).toMatchObject({
      code: 'ABORTED',
      cause: reason,
      outcome: 'not sent',
    })
    const controller = new AbortController()
    await using server = await scriptedServer({ connections: [[['HELLO']]] })
    const opening = errorOf(open(server.port, { signal: controller.signal }))
    await expect.poll(() => server.received[0]?.length).toBe(2)
    controller.abort(reason)
    expect(await opening).toMatchObject({ code: 'ABORTED', cause: reason })
  })

  it('by a signal does nothing to a channel that is open', async () => {
    const controller = new AbortController()
    await using server = await scriptedServer({ connections: [[]] })
    const channel = await open(server.port, { signal: controller.signal })
    controller.abort()
    expect(channel.broken).toBeUndefined()
    await channel.close()
  })
})

describe('with encryption', () => {
  it('a server whose authority is known is trusted, and rows of any size come through', async () => {
    const text = 'é'.repeat(200_000)
    await using server = await scriptedServer({
      tls: certificate,
      connections: [
        [
          ['RUN', success({ fields: ['x'] })],
          ['PULL', { tag: tag.record, fields: [[text]] }, success()],
        ],
      ],
    })
    const channel = await open(server.port, { tls: { ca: authority } })
    ask(channel, tag.run, 'RETURN $x AS x', { x: text }, {})
    const pull = ask(channel, tag.pull, { n: -1 })
    channel.flush()
    expect(await pull.done).toMatchObject({ how: 'success', rows: [[text]] })
    expect(server.received[0]?.at(-2)?.fields[1]).toEqual({ x: text })
    await channel.close()
    server.check()
  })

  it('by name asks for the certificate of that name', async () => {
    await using server = await scriptedServer({ tls: certificate, connections: [[], []] })
    const address = { host: 'localhost', port: server.port }
    await (await open(server.port, { address, tls: { ca: authority } })).close()
    const error = await errorOf(open(server.port, { address, tls: { ca: authority, servername: 'example.com' } }))
    expect(error).toMatchObject({ code: 'CONNECTION', retryable: false, fault: 'caller' })
    expect(error.message).toContain('its certificate is for another name')
  })

  it('a server whose authority is not known is not trusted, and trying again does not help', async () => {
    await using server = await scriptedServer({ tls: certificate, connections: [] })
    const error = await errorOf(open(server.port, { tls: {} }))
    expect(error).toMatchObject({ code: 'CONNECTION', retryable: false, fault: 'caller', outcome: 'not sent' })
    expect(error.message).toContain('an authority that is not trusted')
  })

  it('a server without TLS is named for it', async () => {
    await using server = await scriptedServer({ greeting: Buffer.alloc(40, 'x'), connections: [[]] })
    expect((await errorOf(open(server.port, { tls: {} }))).message).toContain('no TLS can be spoken with it')
  })
})
