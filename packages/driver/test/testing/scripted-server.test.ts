import { describe, expect, it } from 'vitest'
import { tag } from '../../src/bolt/message/tag.ts'
import { scriptedServer, success, type Conversation, type ScriptedServer } from '../../src/testing/index.ts'
import { ask, open } from '../bolt/support.ts'

const say = (server: ScriptedServer): string => {
  try {
    server.check()
    return 'nothing'
  } catch (error) {
    expect(error).toMatchObject({ code: 'PROTOCOL' })
    return (error as Error).message
  }
}

/** What the server says after a client sent RUN with these fields. */
const afterRun = async (conversation: Conversation, ...fields: readonly unknown[]): Promise<string> => {
  await using server = await scriptedServer({ connections: [conversation] })
  const channel = await open(server.port)
  const answer = ask(channel, tag.run, ...fields)
  channel.flush()
  await answer.done
  await channel.close()
  return say(server)
}

describe('a scripted server', () => {
  it('finds nothing wrong with what goes by the script', async () => {
    expect(await afterRun([['RUN', success()]], 'RETURN 1', {}, {})).toBe('nothing')
    expect(await afterRun([[['RUN', 'RETURN 1', {}, { mode: 'r' }], success()]], 'RETURN 1', {}, { mode: 'r' })).toBe(
      'nothing',
    )
  })

  it('names what came instead of what was expected, and hangs up', async () => {
    expect(await afterRun([['BEGIN', success()]], 'RETURN 1', {}, {})).toBe(
      "against the script: connection 1: RUN 'RETURN 1' {} {} came where BEGIN was expected",
    )
    expect(await afterRun([[['RUN', 'RETURN 2', {}, {}], success()]], 'RETURN 1', {}, {})).toBe(
      "against the script: connection 1: RUN 'RETURN 1' {} {} came where RUN 'RETURN 2' {} {} was expected",
    )
    expect(await afterRun([], 'RETURN 1', {}, {})).toBe(
      "against the script: connection 1: RUN 'RETURN 1' {} {} came where nothing more was expected",
    )
  })

  it('names what never came', async () => {
    expect(
      await afterRun(
        [
          ['RUN', success()],
          ['PULL', success()],
        ],
        'RETURN 1',
        {},
        {},
      ),
    ).toBe('against the script: connection 1: PULL never came')
    await using server = await scriptedServer({ connections: [[], []] })
    expect(say(server)).toBe('against the script: connection 1 was never made; connection 2 was never made')
  })

  it('takes no more connections than the script has', async () => {
    await using server = await scriptedServer({ connections: [] })
    await expect(open(server.port)).rejects.toMatchObject({ code: 'CONNECTION' })
    expect(say(server)).toBe('against the script: 1 more connections were made than the script has')
  })

  it('holds one conversation with all, as often as they come, and comes back where it was', async () => {
    const talk = async (server: ScriptedServer): Promise<void> => {
      const channel = await open(server.port)
      const answer = ask(channel, tag.run, 'RETURN 1', {}, {})
      channel.flush()
      await answer.done
      await channel.close()
    }
    const connections = (): Conversation => [['RUN', success()]]
    const first = await scriptedServer({ connections })
    const { port } = first
    await talk(first)
    await talk(first)
    expect([first.received.length, say(first)]).toEqual([2, 'nothing'])
    await first.close()
    await using second = await scriptedServer({ port, connections })
    await talk(second)
    expect(second.port).toBe(port)
  })

  it('speaks no version that there is not', async () => {
    await expect(scriptedServer({ version: '5.5', connections: [] })).rejects.toMatchObject({ code: 'USAGE' })
  })
})
