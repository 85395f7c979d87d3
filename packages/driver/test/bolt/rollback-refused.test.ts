import { describe, expect, test } from 'vitest'
import { Transaction } from '../../src/transaction.ts'
import { cut, failure, scriptedServer, success, type ScriptedReply } from '../../src/testing/index.ts'
import { failureOf, request, rowsOf } from '../support.ts'
import { databaseAt } from './database-at.ts'

/** A transaction that is open on a server that answers ROLLBACK with this. */
const open = async (answer: ScriptedReply) => {
  const server = await scriptedServer({
    connections: [
      [
        ['BEGIN', success()],
        ['RUN', success({ fields: [] })],
        ['PULL', success()],
        ['ROLLBACK', answer],
      ],
    ],
  })
  const db = databaseAt(server.url)
  const tx = await db.begin()
  await rowsOf(tx.execute(request('CREATE (:A)')))
  return {
    tx,
    [Symbol.asyncDispose]: async () => {
      await db.close()
      server.check()
      await server.close()
    },
  }
}

describe('a roll-back that fails', () => {
  test('as the server refuses it is told to who asked for it, and nothing stays', async () => {
    await using begun = await open(failure('Neo.ClientError.Security.TokenExpired'))
    expect(await failureOf(begun.tx.rollback())).toMatchObject({ code: 'AUTHENTICATION', outcome: 'rolled back' })
    expect(begun.tx.state).toBe('rolled back')
    await begun.tx.rollback()
  })

  test('with its connection is no harm', async () => {
    await using begun = await open(cut())
    await begun.tx.rollback()
    expect(begun.tx.state).toBe('rolled back')
  })

  test('is nothing to who leaves a transaction behind', async () => {
    await using begun = await open(failure('Neo.ClientError.Security.TokenExpired'))
    await new Transaction(begun.tx, undefined)[Symbol.asyncDispose]()
    expect(begun.tx.state).toBe('rolled back')
  })
})
