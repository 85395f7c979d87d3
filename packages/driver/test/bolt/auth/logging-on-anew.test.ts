import { describe, expect, test } from 'vitest'
import { basicAuth } from '../../../src/bolt/auth/tokens.ts'
import type { AuthToken } from '../../../src/auth.ts'
import { cut, failure, ignored, scriptedServer, success, type Conversation } from '../../../src/testing/index.ts'
import { failureOf, request, rowsOf } from '../../support.ts'
import { databaseAt } from '../database-at.ts'

const one = request('RETURN 1 AS n')
const fails = request('RETURN 2 AS n')
const refuses = failure('Neo.ClientError.Security.Unauthorized', 'no')

/** Answers every statement, but has forgotten who asks the second. */
const forgetful: () => Conversation = () => {
  let forgotten = false
  return ({ name, fields }) => {
    if (name === 'RUN') forgotten = fields[0] === fails.text
    if (name === 'RUN' && forgotten) return [failure('Neo.ClientError.Security.AuthorizationExpired')]
    return [forgotten && name === 'PULL' ? ignored : success(name === 'RUN' ? { fields: ['n'] } : {})]
  }
}

const names = (received: readonly { readonly name: string }[]): string => received.map(({ name }) => name).join(' ')

describe('once an authorization expired', () => {
  test.each([
    ['5.0', 4],
    ['5.1', 2],
  ])('those logged on before log on again by Bolt %s', async (version, connections) => {
    await using server = await scriptedServer({ version, connections: forgetful })
    const db = databaseAt(server.url)
    const held = await db.begin()
    await rowsOf(held.execute(one))
    expect(await failureOf(rowsOf(db.execute(fails)))).toMatchObject({ code: 'AUTHENTICATION', retryable: true })
    await held.commit()
    const [a, b] = [await db.begin(), await db.begin()]
    await Promise.all([rowsOf(a.execute(one)), rowsOf(b.execute(one))])
    await Promise.all([a.commit(), b.commit()])
    await rowsOf(db.execute(one))
    await db.close()
    expect(server.received).toHaveLength(connections)
    const again = version === '5.0' ? '' : ' LOGOFF LOGON BEGIN RUN PULL COMMIT'
    expect(names(server.received[0] ?? [])).toContain(`RUN PULL COMMIT${again}`)
    if (version === '5.1') expect(server.received.flat().filter(({ name }) => name === 'LOGOFF')).toHaveLength(2)
  })
})

describe('a user who is tried', () => {
  const ada = basicAuth('ada', 'secret')

  test('logs on where a connection is idle', async () => {
    await using server = await scriptedServer({ connections: forgetful })
    const db = databaseAt(server.url)
    await rowsOf(db.execute(one))
    await db.verifyAuthentication(ada, undefined)
    await rowsOf(db.execute(one))
    await db.close()
    expect(server.received.map(names)).toEqual([
      'HELLO LOGON RUN PULL LOGOFF LOGON RESET LOGOFF LOGON RUN PULL GOODBYE',
    ])
  })

  test('is refused there with the words of the server, and nobody uses that connection again', async () => {
    await using server = await scriptedServer({
      connections: [
        [
          ['LOGON', success()],
          ['RUN', success({ fields: ['n'] })],
          ['PULL', success()],
          ['LOGOFF', success()],
          ['LOGON', refuses, cut()],
        ],
        [
          ['RUN', success({ fields: ['n'] })],
          ['PULL', success()],
        ],
      ],
    })
    const db = databaseAt(server.url)
    await rowsOf(db.execute(one))
    const error = await failureOf(db.verifyAuthentication(ada, undefined))
    expect(error).toMatchObject({ code: 'AUTHENTICATION', engineCode: 'Neo.ClientError.Security.Unauthorized' })
    await rowsOf(db.execute(one))
    await db.close()
    server.check()
  })

  test('has a connection of its own where the idle one turns out to be dead', async () => {
    await using server = await scriptedServer({
      connections: [
        [
          ['RUN', success({ fields: ['n'] })],
          ['PULL', success()],
          ['LOGOFF', cut()],
        ],
        [],
      ],
    })
    const db = databaseAt(server.url)
    await rowsOf(db.execute(one))
    await db.verifyAuthentication(ada, undefined)
    await db.close()
    expect(server.received).toHaveLength(2)
    server.check()
  })

  test('has a connection of its own where those that are open stay with their user', async () => {
    await using server = await scriptedServer({ version: '5.0', connections: forgetful })
    const db = databaseAt(server.url)
    await rowsOf(db.execute(one))
    await db.verifyAuthentication(ada, undefined)
    await rowsOf(db.execute(one))
    await db.close()
    expect(server.received.map(names)).toEqual(['HELLO RUN PULL RUN PULL GOODBYE', 'HELLO GOODBYE'])
  })
})

test('a connection that is opened since the token was renewed has the token of then', async () => {
  const tokens = ['one', 'two', 'three'].map((password) => basicAuth('neo4j', password))
  let asked = 0
  await using server = await scriptedServer({ version: '5.0', connections: forgetful })
  const auth = { token: async (): Promise<AuthToken> => tokens[asked++] as AuthToken, onSecurityFailure: () => false }
  const db = databaseAt(server.url, { auth })
  await rowsOf(db.execute(one))
  await rowsOf(db.execute(one))
  await db.close()
  expect(server.received.map(([hello]) => hello?.fields[0])).toMatchObject([
    { credentials: 'one' },
    { credentials: 'three' },
  ])
})
