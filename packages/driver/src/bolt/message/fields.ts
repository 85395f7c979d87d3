import { GraphError } from '@motif/core'
import type { BeginRequest } from '../../connection.ts'
import type { Features } from '../version.ts'
import { notificationEntries } from './notification-entries.ts'

type Fields = readonly unknown[]

/** What a transaction is begun with, by BEGIN or by a RUN that is its own transaction. */
export type TransactionFields = Omit<BeginRequest, 'isolation' | 'door'>

export interface RunFields {
  readonly text: string
  readonly params: Readonly<Record<string, unknown>>
  /** Absent inside a transaction, which has said all that already. */
  readonly transaction?: TransactionFields | undefined
}

export interface RouteFields {
  /** The address the user named, and the context of the URL. */
  readonly context: Readonly<Record<string, string>>
  readonly bookmarks?: readonly string[] | undefined
  readonly database?: string | undefined
  readonly impersonatedUser?: string | undefined
}

const nothing = {}

export const runFields = (features: Features, { text, params, transaction }: RunFields): Fields => [
  text,
  params,
  transaction === undefined ? nothing : transactionEntries(features, transaction),
]

export const beginFields = (features: Features, transaction: TransactionFields): Fields => [
  transactionEntries(features, transaction),
]

/** `rows`: how many at most, -1 for all. `result`: which of a transaction's results, the last when absent. */
export const pullFields = (rows: number, result: number | undefined): Fields => [
  result === undefined ? { n: rows } : { n: rows, qid: result },
]

/** Gives up all rows that are left. */
export const discardFields = (result: number | undefined): Fields => pullFields(-1, result)

/** `door`: 0 managed transaction, 1 unmanaged transaction, 2 autocommit, 3 a single query by the driver itself. */
export const telemetryFields = (door: number): Fields => [door]

export const routeFields = ({ context, bookmarks, database, impersonatedUser }: RouteFields): Fields => {
  const entries: Record<string, unknown> = {}
  if (database !== undefined) entries['db'] = database
  if (impersonatedUser !== undefined) entries['imp_user'] = impersonatedUser
  return [context, bookmarks ?? [], entries]
}

/** What is the server's default is left out. */
const transactionEntries = (features: Features, transaction: TransactionFields): Record<string, unknown> => {
  const { access, timeout, metadata, bookmarks, database, impersonatedUser, notifications } = transaction
  const entries: Record<string, unknown> = {}
  if (bookmarks !== undefined && bookmarks.length > 0) entries['bookmarks'] = bookmarks
  // The server takes whole milliseconds; rounded down, a short limit would become none.
  if (timeout !== undefined) entries['tx_timeout'] = Math.ceil(checked(timeout))
  if (metadata !== undefined) entries['tx_metadata'] = metadata
  if (access === 'read') entries['mode'] = 'r'
  if (database !== undefined) entries['db'] = database
  if (impersonatedUser !== undefined) entries['imp_user'] = impersonatedUser
  return notifications === undefined ? entries : Object.assign(entries, notificationEntries(features, notifications))
}

const checked = (timeout: number): number => {
  if (timeout >= 0) return timeout
  throw new GraphError('USAGE', 'a timeout is a number of milliseconds from 0', { outcome: 'not sent' })
}
