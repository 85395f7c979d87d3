import { describe, expect, it } from 'vitest'
import { cut, failure, ignored, success } from '../../src/testing/index.ts'
import { run, served } from './support.ts'

describe('reset', () => {
  it('goes out at once, though an answer is owed, and is one for all who ask meanwhile', async () => {
    await using open = await served([['RUN'], ['RESET', ignored, success()]])
    const { channel, server } = open
    const running = run(channel)
    channel.flush()
    await Promise.all([channel.reset(), channel.reset()])
    expect(await running.done).toEqual({ how: 'ignored' })
    expect(server.received[0]?.map(({ name }) => name)).toEqual(['HELLO', 'LOGON', 'RUN', 'RESET'])
  })

  it('is asked anew for what was sent since, and the last speaks for all', async () => {
    await using open = await served([['RESET'], ['RUN'], ['RESET', ignored, ignored, success()]])
    const { channel, server } = open
    const first = channel.reset()
    const running = run(channel)
    const second = channel.reset()
    await Promise.all([first, second])
    expect(await running.done).toEqual({ how: 'ignored' })
    expect(channel.broken).toBeUndefined()
    server.check()
  })

  it.each([
    ['fails', failure('Neo.DatabaseError.General.UnknownError')],
    ['is ignored', ignored],
  ])('that %s breaks the channel', async (_, answer) => {
    await using open = await served([['RESET', answer]])
    const { channel, broken } = open
    await expect(channel.reset()).rejects.toMatchObject({ code: 'CONNECTION', retryable: true })
    expect(channel.broken).toBe(broken[0])
  })

  it('rejects when the connection is lost', async () => {
    await using open = await served([['RESET', cut()]])
    await expect(open.channel.reset()).rejects.toMatchObject({ code: 'CONNECTION' })
    await expect(open.channel.reset()).rejects.toBe(open.channel.broken)
  })
})
