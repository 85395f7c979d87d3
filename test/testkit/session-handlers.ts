import type { SchemaShape } from '@motif/core'
import type { BookmarkManager, Session } from '@motif/driver'
import type { Conversation } from './conversation.ts'
import { given } from './given.ts'
import type { Handlers } from './handlers.ts'
import { notificationsOf } from './notifications-of.ts'
import type { OpenDriver } from './open-driver.ts'
import { OpenResult } from './open-result.ts'
import { OpenSession } from './open-session.ts'
import { OpenTransaction } from './open-transaction.ts'
import type { Data, Message } from './protocol.ts'
import { requestOf } from './request.ts'
import { resultAnswer } from './result-handlers.ts'
import { optionalToken } from './tokens.ts'
import { transactionOptions } from './transaction-options.ts'
import { UnitOfWork } from './unit-of-work.ts'

export const sessionHandlers: Handlers = {
  NewSession: (talk, data) => {
    const session = newSession(talk, data)
    return sessionAnswer(talk.objects.add(new OpenSession(session, data['accessMode'] === 'r' ? 'read' : 'write')))
  },
  SessionClose: async (talk, { sessionId }) => {
    await sessionOf(talk, sessionId).close()
    return sessionAnswer(sessionId)
  },
  SessionLastBookmarks: (talk, { sessionId }) => ({
    name: 'Bookmarks',
    data: { bookmarks: sessionOf(talk, sessionId).session.lastBookmarks() },
  }),
  SessionRun: async (talk, data) => {
    const { session, access, last, take } = sessionOf(talk, data['sessionId'])
    // A session of TestKit's has one connection, which is wanted now.
    await last?.buffer().catch(() => undefined)
    const options = transactionOptions(data)
    const result = await OpenResult.run(requestOf(data, access), (each) => session.executor.execute(each, options))
    take(result)
    return resultAnswer(talk, result)
  },
  SessionBeginTransaction: async (talk, data) => {
    const { session, access, last } = sessionOf(talk, data['sessionId'])
    await last?.buffer().catch(() => undefined)
    const transaction = new OpenTransaction(await session.begin({ ...transactionOptions(data), access }), access)
    sessionOf(talk, data['sessionId']).transaction = transaction
    return { name: 'Transaction', data: { id: talk.objects.add(transaction) } }
  },
  SessionReadTransaction: (talk, data) => work(talk, data, 'read'),
  SessionWriteTransaction: (talk, data) => work(talk, data, 'write'),
  RetryablePositive: (talk, { sessionId }) => {
    sessionOf(talk, sessionId).work?.succeed()
    return undefined
  },
  RetryableNegative: (talk, { sessionId, errorId }) => {
    sessionOf(talk, sessionId).work?.fail(errorId === '' ? undefined : talk.objects.get<Error>(errorId))
    return undefined
  },
}

const sessionOf = (talk: Conversation, id: unknown): OpenSession => talk.objects.get<OpenSession>(id)

const sessionAnswer = (id: unknown): Message => ({ name: 'Session', data: { id } })

const newSession = (talk: Conversation, data: Data): Session<SchemaShape> => {
  const { driverId, bookmarks, database, fetchSize, impersonatedUser, bookmarkManagerId, authorizationToken } = data
  return talk.objects.get<OpenDriver>(driverId).db.session({
    bookmarks: given(bookmarks as string[] | null),
    database: given(database as string | null),
    fetchSize: given(fetchSize as number | null),
    impersonatedUser: given(impersonatedUser as string | null),
    auth: optionalToken(authorizationToken),
    notifications: notificationsOf(data),
    bookmarkManager: bookmarkManagerId === undefined ? undefined : talk.objects.get<BookmarkManager>(bookmarkManagerId),
  })
}

/** Answered each time the work is to be done, and once at the end. */
const work = async (talk: Conversation, data: Data, access: 'read' | 'write'): Promise<undefined> => {
  const open = sessionOf(talk, data['sessionId'])
  await open.last?.buffer().catch(() => undefined)
  const unit = new UnitOfWork(talk, access)
  open.work = unit
  unit.over(open.session[access](unit.run, transactionOptions(data)))
}
