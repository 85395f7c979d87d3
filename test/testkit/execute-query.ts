import type { BookmarkManager } from '@motif/driver'
import { given } from './given.ts'
import type { Conversation } from './conversation.ts'
import { fromCypherMap } from './from-cypher.ts'
import type { OpenDriver } from './open-driver.ts'
import { OpenResult } from './open-result.ts'
import type { CypherMap, Data, Message } from './protocol.ts'
import { requestOf } from './request.ts'
import { summaryOf } from './summary.ts'
import { toCypher } from './to-cypher.ts'
import { optionalToken } from './tokens.ts'

/** One query in a managed transaction: `db.read` and `db.write`, whose calls are tied together by bookmarks. */
export const executeQuery = async (talk: Conversation, data: Data): Promise<Message> => {
  const { db } = talk.objects.get<OpenDriver>(data['driverId'])
  const config = (data['config'] ?? {}) as Config
  const { bookmarkManagerId: manager } = config
  const access = config.routing === 'r' ? 'read' : 'write'
  const target = {
    database: given(config.database),
    impersonatedUser: given(config.impersonatedUser),
    auth: optionalToken(config.authorizationToken),
  }
  const options = {
    serverTimeout: given(config.timeout),
    metadata: config.txMeta ? fromCypherMap(config.txMeta) : undefined,
  }
  const place =
    manager === undefined || manager === null
      ? db
      : db.session({
          ...target,
          bookmarkManager: manager === -1 ? undefined : talk.objects.get<BookmarkManager>(manager),
        })
  const request = requestOf(data, access)
  const own = place === db ? { ...options, ...target } : options
  return place[access](async (tx) => {
    const result = await OpenResult.run(request, (each) => tx.executor.execute(each))
    const records = await result.list()
    const summary = summaryOf(await result.summary(), request)
    const keys = result.columns
    return {
      name: 'EagerResult',
      data: { keys, records: records.map((row) => ({ values: row.map(toCypher) })), summary },
    }
  }, own)
}

interface Config {
  readonly routing?: 'r' | 'w' | null
  readonly database?: string | null
  readonly impersonatedUser?: string | null
  readonly bookmarkManagerId?: string | -1 | null
  readonly txMeta?: CypherMap | null
  readonly timeout?: number | null
  readonly authorizationToken?: unknown
}
