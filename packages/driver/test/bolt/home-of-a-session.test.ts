import { describe, expect, test } from 'vitest'
import type { DatabaseCore } from '../../src/database-core.ts'
import { Session } from '../../src/session.ts'
import { scriptedServer, success, type Conversation, type ScriptedServer } from '../../src/testing/index.ts'
import { failureOf, request, rowsOf } from '../support.ts'
import { databaseAt } from './database-at.ts'

const one = request('RETURN 1 AS n')

/** A cluster of one server whose user has another home each time it is asked for. */
const moving = (): { readonly conversation: () => Conversation; readonly at: (server: ScriptedServer) => void } => {
  let homes = 0
  let address = ''
  const conversation: () => Conversation =
    () =>
    ({ name, fields }) => {
      if (name === 'RUN') return [success({ fields: ['n'] })]
      if (name !== 'ROUTE') return [success()]
      const { db = `home${++homes}` } = fields[2] as { db?: string }
      const servers = ['ROUTE', 'READ', 'WRITE'].map((role) => ({ role, addresses: [address] }))
      return [success({ rt: { ttl: 0, db, servers } })]
    }
  return {
    conversation,
    at: ({ port }) => {
      address = `127.0.0.1:${port}`
    },
  }
}

const cluster = async () => {
  const { conversation, at } = moving()
  const server = await scriptedServer({ connections: conversation })
  at(server)
  const db = databaseAt(`neo4j://127.0.0.1:${server.port}`)
  return {
    db,
    /** The databases that work was done in. */
    seen: () =>
      server.received
        .flat()
        .filter(({ name }) => name === 'RUN' || name === 'BEGIN')
        .flatMap(({ fields }) => (fields.at(-1) as { db?: string }).db ?? []),
    [Symbol.asyncDispose]: async () => {
      await db.close()
      await server.close()
    },
  }
}

const sessionOf = (db: DatabaseCore, options = {}) => new Session(db, undefined, options)

describe('work that names no database', () => {
  test('stays in one database within a session', async () => {
    await using at = await cluster()
    const session = sessionOf(at.db)
    await rowsOf(session.executor.execute(one))
    await session.read((tx) => rowsOf(tx.executor.execute(one)))
    const tx = await session.begin()
    await rowsOf(tx.executor.execute(one))
    await tx.commit()
    expect(at.seen()).toEqual(['home1', 'home1', 'home1'])
  })

  test('stays there after work that failed', async () => {
    await using at = await cluster()
    const session = sessionOf(at.db)
    const error = await failureOf(
      session.read(
        async (tx) => {
          await rowsOf(tx.executor.execute(one))
          throw new Error('no more')
        },
        { maxRetryTime: 0 },
      ),
    )
    expect(error.message).toBe('no more')
    await session.read((tx) => rowsOf(tx.executor.execute(one)))
    expect(at.seen()).toEqual(['home1', 'home1'])
  })

  test('goes home anew without a session, and for another user', async () => {
    await using at = await cluster()
    await rowsOf(at.db.execute(one))
    await rowsOf(at.db.execute(one))
    const session = sessionOf(at.db)
    await rowsOf(session.executor.execute(one))
    await rowsOf(session.executor.execute(one, { impersonatedUser: 'bob' }))
    await rowsOf(session.executor.execute(one, { database: 'named' }))
    await rowsOf(session.executor.execute(one))
    expect(at.seen()).toEqual(['home1', 'home2', 'home3', 'home4', 'named', 'home3'])
  })
})
