import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { tag } from '../../src/bolt/message/tag.ts'
import { cut, failure, ignored, noop, record, scriptedServer, success, type Exchange } from '../../src/testing/index.ts'
import { ask, open, pull, run, served } from './support.ts'

const fails = failure('Neo.ClientError.Statement.SyntaxError')

describe('answers', () => {
  it('come to those who asked, in order, with their rows', async () => {
    await using open = await served([
      ['RUN', success({ fields: ['n'] })],
      ['PULL', record(1), noop, record(2), success({ has_more: true })],
      ['PULL', noop, record(3), success({ type: 'r' })],
    ])
    const { channel, server } = open
    const answers = [run(channel), pull(channel), pull(channel)]
    expect(channel.pending).toBe(3)
    channel.flush()
    expect(await Promise.all(answers.map(({ done }) => done))).toEqual([
      { how: 'success', rows: [], metadata: { fields: ['n'] } },
      { how: 'success', rows: [[1], [2]], metadata: { has_more: true } },
      { how: 'success', rows: [[3]], metadata: { type: 'r' } },
    ])
    expect(channel.pending).toBe(0)
    server.check()
  })

  it('of many thousand requests come in order too', async () => {
    let asked = 0
    await using open = await served(({ name }) => (name === 'RUN' ? [success({ number: asked++ })] : [success()]))
    const { channel } = open
    const answers = Array.from({ length: 20_000 }, () => run(channel))
    channel.flush()
    const seen = await Promise.all(answers.map(({ done }) => done))
    expect(seen.map((each) => each.how === 'success' && each.metadata['number'])).toEqual(seen.map((_, index) => index))
  })

  it('leave in one piece what was sent before a flush', async () => {
    const pieces: Buffer[] = []
    const server = createServer((socket) => {
      socket.once('data', () => {
        socket.write(Uint8Array.of(0, 0, 0, 5))
        socket.once('data', () => {
          socket.write(Uint8Array.of(0, 3, 0xb1, 0x70, 0xa0, 0, 0))
          socket.on('data', (bytes) => pieces.push(bytes))
        })
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const channel = await open((server.address() as AddressInfo).port)
    run(channel)
    pull(channel)
    expect(pieces).toEqual([])
    channel.flush()
    channel.flush()
    await expect.poll(() => pieces.length).toBe(1)
    expect(pieces[0]?.subarray(3, 4)).toEqual(Buffer.of(tag.run))
    expect(pieces[0]?.includes(Buffer.of(0, 0, 0, 7, 0xb1, tag.pull))).toBe(false)
    expect(pieces[0]?.includes(Buffer.of(0xb1, tag.pull))).toBe(true)
    channel.destroy(new GraphError('CONNECTION', 'over'))
    server.close()
  })

  it('of any size come through both ways', async () => {
    const text = 'x'.repeat(3_000_000)
    await using open = await served([
      ['RUN', success({ fields: ['x'] })],
      ['PULL', record(text), record(1), success()],
    ])
    const { channel, server } = open
    ask(channel, tag.run, 'RETURN $x', { x: text }, {})
    const answer = pull(channel)
    channel.flush()
    const seen = await answer.done
    expect(seen.how).toBe('success')
    expect((answer.rows[0] as string[])[0] === text).toBe(true)
    expect(answer.rows[1]).toEqual([1])
    const [, params] = server.received[0]?.[2]?.fields ?? []
    expect((params as { x: string }).x === text).toBe(true)
  })
})

describe('a failure', () => {
  const script: Exchange[] = [
    ['RUN', fails],
    ['PULL', ignored],
    ['RUN', success({ fields: [] })],
    ['PULL', success()],
  ]

  it('lasts until the channel is reset', async () => {
    await using open = await served(script)
    const { channel, server } = open
    const [first, second] = [run(channel), pull(channel)]
    channel.flush()
    expect(await first.done).toMatchObject({
      how: 'failure',
      failure: { code: 'Neo.ClientError.Statement.SyntaxError' },
    })
    expect(await second.done).toEqual({ how: 'ignored' })
    expect(channel).toMatchObject({ failed: true, broken: undefined })
    await channel.reset()
    expect(channel).toMatchObject({ failed: false, pending: 0 })
    const [third, fourth] = [run(channel), pull(channel)]
    channel.flush()
    expect(await third.done).toMatchObject({ how: 'success' })
    expect(await fourth.done).toMatchObject({ how: 'success' })
    server.check()
  })
})

describe('a request that cannot be packed', () => {
  it('is refused, and nothing of it is sent', async () => {
    await using open = await served([['RUN', success({ fields: [] })]])
    const { channel, server } = open
    expect(() => ask(channel, tag.run, 'RETURN $x', { x: () => 1 }, {})).toThrow(
      expect.objectContaining({ code: 'PARAMETER' }),
    )
    expect(channel.pending).toBe(0)
    const running = run(channel)
    channel.flush()
    expect(await running.done).toMatchObject({ how: 'success' })
    expect(server.received[0]?.at(-1)).toEqual({ name: 'RUN', fields: ['RETURN 1', {}, {}] })
  })
})

describe('another user', () => {
  const alice = { scheme: 'basic', principal: 'alice', credentials: 'another-secret' }

  it('takes the connection over in the flight of their first request', async () => {
    await using open = await served([
      ['LOGON', success()],
      ['LOGOFF'],
      ['LOGON'],
      ['RUN', success(), success(), success()],
    ])
    const { channel, server } = open
    channel.logon(alice)
    const running = run(channel)
    channel.flush()
    expect(await running.done).toMatchObject({ how: 'success' })
    expect(channel.auth).toBe(alice)
    expect(server.received[0]?.slice(2, 4)).toEqual([
      { name: 'LOGOFF', fields: [] },
      { name: 'LOGON', fields: [alice] },
    ])
  })

  it('who is refused hears why, and the channel is of no more use', async () => {
    await using open = await served([
      ['LOGON', success()],
      ['LOGOFF', success()],
      ['LOGON', failure('Neo.ClientError.Security.Unauthorized'), cut()],
    ])
    const { channel, broken } = open
    channel.logon(alice)
    const running = run(channel)
    channel.flush()
    expect(await running.done).toMatchObject({
      how: 'failure',
      failure: { code: 'Neo.ClientError.Security.Unauthorized' },
    })
    expect(running.seen).toHaveLength(1)
    expect(broken).toEqual([channel.broken])
    expect(inspect([channel, channel.broken], { depth: 20, showHidden: true })).not.toMatch(/another-secret|top-secret/)
    expect(JSON.stringify(channel)).not.toMatch(/another-secret|top-secret/)
  })

  it('who cannot be told leaves no connection without a user', async () => {
    await using open = await served([])
    const { channel, broken } = open
    const otp = (): number => 1
    expect(() => channel.logon({ ...alice, parameters: { otp } })).toThrow(
      expect.objectContaining({ code: 'PARAMETER' }),
    )
    expect(broken).toEqual([channel.broken])
    expect(inspect(channel.broken, { depth: 20, showHidden: true })).not.toContain('another-secret')
  })

  it('is refused by name before Bolt 5.1', async () => {
    await using server = await scriptedServer({ version: '5.0', connections: [[]] })
    const channel = await open(server.port)
    expect(() => channel.logon(alice)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_FEATURE' }))
    await channel.close()
  })
})

describe('close', () => {
  it('says GOODBYE, tells those who wait, and breaks nothing', async () => {
    await using open = await served([['RUN']])
    const { channel, broken, server } = open
    const running = run(channel)
    await Promise.all([channel.close(), channel.close()])
    expect(running.seen).toMatchObject([{ how: 'lost', error: { code: 'CONNECTION' } }])
    expect(run(channel).seen).toHaveLength(1)
    expect(broken).toEqual([])
    await expect.poll(() => server.received[0]?.at(-1)).toEqual({ name: 'GOODBYE', fields: [] })
  })
})
