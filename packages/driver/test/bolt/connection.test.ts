import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/bolt/channel.ts'
import { BoltConnection } from '../../src/bolt/connection.ts'
import { cut, failure, ignored, record, success } from '../../src/testing/index.ts'
import { served } from './support.ts'

const fails = failure('Neo.ClientError.Statement.SyntaxError')

/** A connection in a transaction, and what it told those who have to know of failures. */
const begun = async (channel: Channel) => {
  const explained: unknown[] = []
  const connection = new BoltConnection({
    channel,
    fetchSize: 1,
    prefetch: false,
    telemetry: false,
    database: undefined,
    giveBack: () => {},
    explain: (error) => {
      explained.push(error)
      return error
    },
    onDatabase: () => {},
  })
  await connection.begin({ access: 'write' })
  return { connection, explained }
}

const request = { text: 'RETURN 1 AS n', params: {}, access: 'read', fetch: undefined } as const

describe('a connection', () => {
  it('tells of a failure once, whatever went with it', async () => {
    await using open = await served([
      ['BEGIN', fails],
      ['RUN', ignored],
      ['PULL', ignored],
    ])
    const { connection, explained } = await begun(open.channel)
    await expect(connection.run(request)).rejects.toMatchObject({ code: 'Neo.ClientError.Statement.SyntaxError' })
    expect(explained).toHaveLength(1)
  })

  it('says what failed, also where the server closes the connection then', async () => {
    await using open = await served([
      ['BEGIN', fails],
      ['RUN', cut()],
    ])
    const { connection, explained } = await begun(open.channel)
    await expect(connection.run(request)).rejects.toMatchObject({ code: 'Neo.ClientError.Statement.SyntaxError' })
    expect(explained).toHaveLength(1)
  })

  it('asks for no rows of a transaction that failed', async () => {
    await using open = await served([
      ['BEGIN', success()],
      ['RUN', success({ fields: ['n'], qid: 0 })],
      ['PULL', record(1), success({ has_more: true })],
      ['RUN', fails],
      ['PULL', ignored],
    ])
    const { connection } = await begun(open.channel)
    const { cursor } = await connection.run(request)
    await expect(connection.run(request)).rejects.toMatchObject({ code: 'Neo.ClientError.Statement.SyntaxError' })
    await expect(connection.discard(cursor)).rejects.toMatchObject({ name: 'ServerFailure' })
    await expect(connection.pull({ cursor, fetch: 1 })).rejects.toMatchObject({ name: 'ServerFailure' })
    open.server.check()
  })

  it('names a result only where another one came after it', async () => {
    await using open = await served([
      ['BEGIN', success()],
      ['RUN', success({ fields: ['n'], qid: 0 })],
      ['PULL', record(1), success({ has_more: true })],
      ['PULL', record(2), success({ has_more: true })],
      ['RUN', success({ fields: ['n'], qid: 1 })],
      ['PULL', success()],
      ['PULL', success()],
    ])
    const { connection } = await begun(open.channel)
    const { cursor } = await connection.run(request)
    await connection.pull({ cursor, fetch: 1 })
    await connection.run(request)
    await connection.pull({ cursor, fetch: 1 })
    const pulls = open.server.received[0]?.filter(({ name }) => name === 'PULL').map(({ fields }) => fields[0])
    expect(pulls).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }, { n: 1, qid: 0 }])
  })

  it('knows what became of a COMMIT that was refused before the connection broke', async () => {
    await using open = await served([
      ['BEGIN', success()],
      ['RUN', success({ fields: [] })],
      ['PULL', success()],
      ['COMMIT', fails, cut()],
    ])
    const { connection } = await begun(open.channel)
    await connection.run(request)
    await expect(connection.commit()).rejects.toMatchObject({ code: 'Neo.ClientError.Statement.SyntaxError' })
  })

  it('takes a statement whose columns nobody told for one without rows', async () => {
    await using open = await served([
      ['BEGIN', success()],
      ['RUN', success()],
      ['PULL', success()],
    ])
    const { connection } = await begun(open.channel)
    expect((await connection.run(request)).columns).toEqual([])
  })
})
