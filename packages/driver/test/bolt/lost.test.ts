import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { tag } from '../../src/bolt/message/tag.ts'
import { whenAnswered } from '../../src/bolt/when-answered.ts'
import { cut, failure, record, success } from '../../src/testing/index.ts'
import { Keeper, pull, run, served } from './support.ts'

describe('a connection that is lost', () => {
  it.each(['end', 'reset'] as const)('by %s tells all who wait once, and whoever owns it once', async (how) => {
    await using open = await served([['RUN', success({ fields: [] }), cut(how)]])
    const { channel, broken, server } = open
    const answers = [run(channel), pull(channel), pull(channel)]
    channel.flush()
    const [first, ...lost] = await Promise.all(answers.map(({ done }) => done))
    expect(first).toMatchObject({ how: 'success' })
    for (const each of lost) expect(each).toEqual({ how: 'lost', error: channel.broken })
    expect(channel.broken).toMatchObject({ code: 'CONNECTION', retryable: true, fault: 'surroundings' })
    expect(channel.broken?.message).toContain(`127.0.0.1:${server.port} `)
    const late = run(channel)
    expect(late.seen).toEqual([{ how: 'lost', error: channel.broken }])
    channel.flush()
    channel.destroy(new GraphError('CONNECTION', 'again'))
    await channel.close()
    expect(broken).toEqual([channel.broken])
    for (const { seen } of [...answers, late]) expect(seen).toHaveLength(1)
  })

  it('while nothing is asked breaks the channel too', async () => {
    let stop!: () => void
    const until = new Promise<void>((resolve) => {
      stop = resolve
    })
    await using open = await served([['LOGON', success(), { until }, cut()]])
    expect(open.channel.broken).toBeUndefined()
    stop()
    await expect.poll(() => open.broken).toHaveLength(1)
  })

  it('with a farewell keeps what the server said', async () => {
    await using open = await served([
      ['RUN', success(), failure('Neo.TransientError.Request.NoThreadsAvailable', 'busy')],
    ])
    const { channel, broken } = open
    run(channel)
    channel.flush()
    await expect.poll(() => broken).toHaveLength(1)
    expect(channel.broken).toMatchObject({
      code: 'CONNECTION',
      retryable: true,
      cause: { code: 'Neo.TransientError.Request.NoThreadsAvailable', message: 'busy' },
    })
  })

  it('by destroy() tells the error it was given', async () => {
    await using open = await served([['RUN']])
    const { channel, broken } = open
    const running = run(channel)
    channel.flush()
    const error = new GraphError('TIMEOUT', 'too slow')
    channel.destroy(error)
    expect(running.seen).toEqual([{ how: 'lost', error }])
    expect(broken).toEqual([error])
  })
})

describe('what breaks the protocol', () => {
  it.each([
    ['a row nobody asked for', [record(1)], 'not asked for'],
    ['an answer to no question', [success(), success()], 'no question'],
    ['a message of an unknown kind', [{ tag: 0x55, fields: [] }], 'unknown kind (85)'],
    ['something else than a message', [{ bytes: Uint8Array.of(0, 2, 1, 1, 0, 0) }], 'else than a message'],
    ['a list in the place of a map', [{ tag: tag.success, fields: [[]] }], 'in the place of a map'],
    ['two maps', [{ tag: tag.success, fields: [{}, {}] }], 'more than belongs'],
    ['a message cut short', [{ bytes: Uint8Array.of(0, 3, 0xb1, 0x70, 0xa1, 0, 0) }], 'longer than its message'],
  ])('such as %s ends the channel with PROTOCOL', async (_, replies, words) => {
    await using open = await served([['COMMIT', ...replies]])
    const { channel, broken, server } = open
    channel.send(
      tag.commit,
      [],
      whenAnswered(() => undefined),
    )
    channel.flush()
    await expect.poll(() => broken).toHaveLength(1)
    expect(channel.broken).toMatchObject({ code: 'PROTOCOL', fault: 'engine', retryable: false })
    expect(channel.broken?.message).toContain(`127.0.0.1:${server.port}: `)
    expect(channel.broken?.message).toContain(words)
  })

  it('a message over the limit', async () => {
    await using open = await served([['RUN', record('x'.repeat(5_000)), success()]], { maxMessageSize: 4_000 })
    const running = run(open.channel)
    open.channel.flush()
    expect(await running.done).toMatchObject({ how: 'lost', error: { code: 'PROTOCOL' } })
    expect(open.channel.broken?.message).toContain('maxMessageSize')
  })

  it.each(['record', 'success'] as const)('and what %s() throws ends it, told to all who wait', async (callback) => {
    await using open = await served([
      ['RUN', record(1), success()],
      ['PULL', success()],
    ])
    const { channel, broken } = open
    const cause = new Error('a fault in the client')
    const thrower = Object.assign(new Keeper(), {
      [callback]: () => {
        throw cause
      },
    })
    channel.send(tag.run, ['RETURN 1', {}, {}], thrower)
    const after = pull(channel)
    channel.flush()
    expect(await after.done).toEqual({ how: 'lost', error: channel.broken })
    expect(channel.broken).toMatchObject({ code: 'PROTOCOL', cause })
    expect(broken).toHaveLength(1)
  })

  it('and what lost() throws keeps it from nobody', async () => {
    await using open = await served([['RUN']])
    const { channel, broken } = open
    const thrower = Object.assign(new Keeper(), {
      lost: () => {
        throw new Error('a fault in the client')
      },
    })
    channel.send(tag.run, ['RETURN 1', {}, {}], thrower)
    const after = pull(channel)
    channel.destroy(new GraphError('CONNECTION', 'over'))
    expect(after.seen).toHaveLength(1)
    expect(broken).toHaveLength(1)
  })
})
