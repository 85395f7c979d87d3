import { GraphError, type Dialect } from '@motif/core'
import type { BookmarkManager } from '../bookmark-manager.ts'
import type { BeginRequest, Connection, IsolationLevel } from '../connection.ts'
import type { Loaded } from '../engine-slot.ts'
import type { AcquireRequest, Engine } from '../engine.ts'
import { report } from '../error/report.ts'
import type { Ledger } from '../ledger.ts'
import { acquire } from '../observe/acquire.ts'
import type { TransactionOptions } from '../options.ts'
import type { Deadline } from '../stream/deadline.ts'
import { ignore } from '../stream/wait.ts'
import { mustServe } from '../target.ts'
import type { Clock } from './retry-policy.ts'
import { TransactionCore } from './transaction-core.ts'

/** What a transaction is begun with. */
export interface Beginning {
  readonly loaded: Loaded
  readonly dialect: Dialect
  readonly door: 'managed' | 'unmanaged'
  readonly access: 'read' | 'write'
  /** The caller's, with what the session and the database say where the caller does not. */
  readonly options: TransactionOptions
  readonly bookmarkManager: BookmarkManager | undefined
  readonly deadline: Deadline | undefined
  /** What the tries of the same work before this one failed of. */
  readonly before: readonly unknown[]
  readonly callSite: string | undefined
  readonly owner: object
  readonly ledger: Ledger
  readonly clock: Clock
  readonly onEnd: (transaction: TransactionCore) => void
}

/** Begins a transaction on a connection of its own. */
export const beginTransaction = async (beginning: Beginning): Promise<TransactionCore> => {
  const { loaded, options, deadline, onEnd } = beginning
  mustKeep(loaded.engine, options.isolation)
  mustServe(loaded.engine, options)
  const opening = open(beginning)
  const { connection, begin } = await (deadline === undefined ? opening : orTooLate(opening, deadline))
  const transaction: TransactionCore = new TransactionCore({
    ...beginning,
    connection,
    begin,
    fetchSize: options.fetchSize,
    allowSchemaChanges: options.allowSchemaChanges ?? false,
    onEnd: () => onEnd(transaction),
  })
  return transaction
}

interface Opened {
  readonly connection: Connection
  readonly begin: BeginRequest
}

const open = async (beginning: Beginning): Promise<Opened> => {
  const { engine } = beginning.loaded
  const manager = engine.capabilities.bookmarks ? beginning.bookmarkManager : undefined
  const begin = beginRequest(beginning, await manager?.bookmarks())
  let connection: Connection | undefined
  try {
    connection = await acquire(engine, acquireRequest(beginning, begin))
    await connection.begin(begin)
    return { connection, begin }
  } catch (error) {
    await connection?.release()?.catch(ignore)
    throw report(engine, error)
  }
}

const orTooLate = (opening: Promise<Opened>, deadline: Deadline): Promise<Opened> =>
  deadline.race(opening, () => {
    // It comes too late for this caller; the next one can have it.
    opening.then(({ connection }) => connection.release()).catch(ignore)
    return deadline.error('it had not begun', { outcome: 'not sent' })
  })

const beginRequest = (
  { access, options, door, deadline, before }: Beginning,
  bookmarks: readonly string[] | undefined,
): BeginRequest => ({
  access,
  isolation: options.isolation,
  // A further try has what time is left; the first is told what the caller said.
  timeout: options.serverTimeout ?? (before.length === 0 ? options.timeout : deadline?.remaining),
  metadata: options.metadata,
  bookmarks,
  database: options.database,
  impersonatedUser: options.impersonatedUser,
  door,
})

const acquireRequest = ({ options, deadline, callSite, before }: Beginning, begin: BeginRequest): AcquireRequest => ({
  access: begin.access,
  bookmarks: begin.bookmarks,
  database: begin.database,
  impersonatedUser: begin.impersonatedUser,
  auth: options.auth,
  callSite,
  timeout: deadline?.remaining,
  signal: options.signal,
  fresh: lostConnection(before.at(-1)),
})

const lostConnection = (failure: unknown): boolean => failure instanceof GraphError && failure.code === 'CONNECTION'

const mustKeep = ({ name, capabilities }: Engine, isolation: IsolationLevel | undefined): void => {
  if (isolation === undefined || capabilities.isolation.includes(isolation)) return
  const why = capabilities.whyNot?.[isolation]
  const message = `${name} does not keep ${isolation} isolation${why === undefined ? '' : `: ${why}`}; it has ${capabilities.isolation.join(', ')}`
  throw new GraphError('UNSUPPORTED_FEATURE', message, { outcome: 'not sent' })
}
