import { describe, expect, it } from 'vitest'
import { cut, failure, record, scriptedServer, success, type ScriptedReply } from '../../src/testing/index.ts'
import { failureOf, request } from '../support.ts'
import { databaseAt } from './database-at.ts'

const fails = failure('Neo.ClientError.Statement.ArithmeticError')
const asRead = request('RETURN 1 AS n')
const asWrite = request('CREATE (a) RETURN 1 AS n')

/** A server that answers a statement's PULL with this. */
const answering = (...replies: readonly ScriptedReply[]) =>
  scriptedServer({
    connections: [
      [
        ['RUN', success({ fields: ['n'] })],
        ['PULL', ...replies],
      ],
    ],
  })

describe('rows that came before a failure', () => {
  it.each([
    ['the server told', fails, { code: 'ENGINE', engineCode: 'Neo.ClientError.Statement.ArithmeticError' }],
    ['that is the end of the connection', cut(), { code: 'CONNECTION', outcome: 'rolled back' }],
  ])('%s are handed out before it is', async (_, end, expected) => {
    await using server = await answering(record(1), record(2), end)
    const db = databaseAt(server.url)
    const rows: unknown[] = []
    const reading = async (): Promise<void> => {
      for await (const batch of db.execute(asRead)) rows.push(...batch.rows)
    }
    expect(await failureOf(reading())).toMatchObject(expected)
    expect(rows).toEqual([{ n: 1 }, { n: 2 }])
    await db.close()
    server.check()
  })

  it('leave nothing unsaid of a write whose reader goes early', async () => {
    await using server = await answering(record(1), fails)
    const db = databaseAt(server.url)
    const first = async (): Promise<unknown> => {
      for await (const { rows } of db.execute(asWrite)) return rows[0]
      return undefined
    }
    expect(await failureOf(first())).toMatchObject({ code: 'ENGINE', outcome: 'rolled back' })
    await db.close()
  })

  it('are enough for the reader of a read who goes early', async () => {
    await using server = await answering(record(1), fails)
    const db = databaseAt(server.url)
    for await (const { rows } of db.execute(asRead)) {
      expect(rows).toEqual([{ n: 1 }])
      break
    }
    await db.close()
  })

  it('are no reason to commit what nobody read', async () => {
    await using server = await scriptedServer({
      connections: [
        [
          ['BEGIN', success()],
          ['RUN', success({ fields: ['n'] })],
          ['PULL', record(1), fails],
          ['RESET', success()],
        ],
      ],
    })
    const db = databaseAt(server.url)
    const tx = await db.begin()
    tx.execute(asWrite)
    expect(await failureOf(tx.commit())).toMatchObject({ code: 'ENGINE', outcome: 'rolled back' })
    await db.close()
    server.check()
  })

  it('are told at close where nobody asked for anything', async () => {
    await using server = await answering(record(1), fails)
    const db = databaseAt(server.url)
    db.execute(asWrite)
    expect(await failureOf(db.close())).toMatchObject({ code: 'ENGINE' })
  })
})
