import { describe, expect, it } from 'vitest'
import { noop, success, type Exchange } from '../../src/testing/index.ts'
import { ManualClock, pull, run, served } from './support.ts'

describe('a server that falls silent', () => {
  const limited: Exchange = ['HELLO', success({ hints: { 'connection.recv_timeout_seconds': 10 } })]

  it('while it owes an answer, for as long as it allowed, is given up', async () => {
    const clock = new ManualClock()
    await using open = await served([limited, ['RUN', success({ fields: [] })], ['PULL', noop]], { clock })
    const { channel, broken, server } = open
    expect(clock.size).toBe(0)
    const [first, second] = [run(channel), pull(channel)]
    channel.flush()
    await first.done
    clock.pass(9_999)
    const before = clock.now()
    await expect.poll(() => server.received[0]?.length).toBe(4)
    expect(channel.heardAt).toBeLessThanOrEqual(before)
    expect(channel.broken).toBeUndefined()
    clock.pass(10_000)
    clock.pass(10_000)
    expect(await second.done).toMatchObject({ how: 'lost', error: { code: 'CONNECTION', retryable: true } })
    expect(channel.broken?.message).toContain('no sign of life for 10 s')
    expect(broken).toHaveLength(1)
    expect(clock.size).toBe(0)
  })

  it('is left alone as long as it says anything, or owes nothing', async () => {
    const clock = new ManualClock()
    let answer!: () => void
    const until = new Promise<void>((resolve) => {
      answer = resolve
    })
    await using open = await served([limited, ['RUN', noop, { until }, success({ fields: [] })]], { clock })
    const { channel } = open
    const running = run(channel)
    clock.pass(5_000)
    const heard = channel.heardAt
    channel.flush()
    await expect.poll(() => channel.heardAt).toBeGreaterThan(heard)
    clock.pass(9_999)
    expect(channel.broken).toBeUndefined()
    answer()
    await running.done
    clock.pass(100_000)
    expect(channel.broken).toBeUndefined()
    expect(clock.size).toBe(0)
  })
})
