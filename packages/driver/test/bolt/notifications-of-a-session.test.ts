import { expect, test } from 'vitest'
import { Session } from '../../src/session.ts'
import { scriptedServer, success, type Conversation } from '../../src/testing/index.ts'
import { failureOf, request, rowsOf } from '../support.ts'
import { databaseAt } from './database-at.ts'

const one = request('RETURN 1 AS n')
const notifications = { minimumSeverity: 'WARNING', disabledCategories: ['HINT'] } as const
const anything: () => Conversation =
  () =>
  ({ name }) => [success(name === 'RUN' ? { fields: ['n'] } : {})]

test('what a session wants of notifications is told with everything that it begins', async () => {
  await using server = await scriptedServer({ connections: anything })
  const db = databaseAt(server.url, { notifications: { minimumSeverity: 'OFF' } })
  const session = new Session(db, undefined, { notifications })
  await rowsOf(session.executor.execute(one))
  await session.read((tx) => rowsOf(tx.executor.execute(one)))
  await rowsOf(db.execute(one))
  await db.close()
  const told = server.received
    .flat()
    .filter(({ name }) => ['HELLO', 'RUN', 'BEGIN'].includes(name))
    .map(({ fields }) => fields.at(-1))
  const wanted = { notifications_minimum_severity: 'WARNING', notifications_disabled_categories: ['HINT'], mode: 'r' }
  expect(told).toMatchObject([{ notifications_minimum_severity: 'OFF' }, wanted, wanted, {}, { mode: 'r' }])
  expect(told[4]).toEqual({ mode: 'r' })
})

test('a server that cannot be told is named, and nothing is sent to it', async () => {
  await using server = await scriptedServer({ version: '5.1', connections: anything })
  const db = databaseAt(server.url)
  const session = new Session(db, undefined, { notifications })
  const refused = { code: 'UNSUPPORTED_FEATURE', message: expect.stringContaining('from 5.2 on') }
  expect(await failureOf(rowsOf(session.executor.execute(one)))).toMatchObject(refused)
  expect(await failureOf(session.read((tx) => rowsOf(tx.executor.execute(one))))).toMatchObject(refused)
  await db.close()
  expect(server.received.flat().map(({ name }) => name)).toEqual(['HELLO', 'LOGON', 'GOODBYE'])
})
