import { describe, expect, test } from 'vitest'
import type { DatabaseCore } from '../../src/database-core.ts'
import { scriptedServer, success } from '../../src/testing/index.ts'
import { failureOf, request, rowsOf } from '../support.ts'
import { databaseAt } from './database-at.ts'

const one = request('RETURN 1 AS n')

/** The ways to the server that wait for a connection. */
const ways: readonly (readonly [string, (db: DatabaseCore, timeout: number) => Promise<unknown>])[] = [
  ['a query', (db, timeout) => rowsOf(db.execute(one, { timeout }))],
  ['a managed transaction', (db, timeout) => db.managed('read', (tx) => rowsOf(tx.execute(one)), { timeout })],
  ["a transaction of the caller's own", (db, timeout) => db.begin({ timeout })],
]

/** A database whose only connection is taken. */
const exhausted = async () => {
  const server = await scriptedServer({
    connections: [
      [
        ['BEGIN', success()],
        ['RUN', success({ fields: ['n'] })],
        ['PULL', success()],
        ['COMMIT', success()],
      ],
    ],
  })
  const db = databaseAt(server.url, { pool: { max: 1 } })
  const holder = await db.begin()
  await rowsOf(holder.execute(one))
  return {
    db,
    [Symbol.asyncDispose]: async () => {
      await holder.commit()
      await db.close()
      await server.close()
    },
  }
}

describe.each(ways)('%s whose time ends while it waits for a connection', (_, run) => {
  test('is told so, and who holds the connections', async () => {
    await using taken = await exhausted()
    const error = await failureOf(run(taken.db, 20))
    expect(error).toMatchObject({ code: 'TIMEOUT', outcome: 'not sent', cause: { code: 'POOL' } })
    expect((error.cause as Error).message).toContain('all 1 are in use')
  })
})
