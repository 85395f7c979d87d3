import type { BookmarkManager } from './bookmark-manager.ts'
import type { BeginOptions } from './options.ts'
import type { Target, Wanted } from './target.ts'

/** The database that work is done in which names none. */
export interface Home {
  /** Kept as soon as it is known: who has a chain of transactions has it in one database. */
  database: string | undefined
}

/** What holds for calls that do not say otherwise: of a database, or of one of its sessions. */
export interface Defaults extends Wanted {
  readonly fetchSize?: number | undefined
  readonly bookmarkManager: BookmarkManager | undefined
  /** Of a session. */
  readonly home?: Home | undefined
  /** Throws when a statement of its own may not be run now: a session has one transaction at a time. */
  readonly refuse?: (() => void) | undefined
}

/** Where and for whom a call is done that says this much of it by itself. */
export const targetOf = (said: Target, defaults: Wanted): Wanted => ({
  database: said.database ?? defaults.database,
  impersonatedUser: said.impersonatedUser ?? defaults.impersonatedUser,
  auth: said.auth ?? defaults.auth,
  notifications: defaults.notifications,
})

/** Where work goes that says this much by itself, when that is to be found out; another user has a home of their own. */
export const homeOf = (
  { database, impersonatedUser, auth }: Target,
  { home, database: other }: Defaults,
): Home | undefined => ((database ?? other ?? impersonatedUser ?? auth) === undefined ? home : undefined)

/** The options of a transaction with nothing left open that the session or the database say. */
export const fullOptions = (
  said: BeginOptions,
  defaults: Defaults,
  { timeout, access }: Pick<BeginOptions, 'timeout' | 'access'>,
): BeginOptions & Wanted => ({
  access,
  timeout,
  serverTimeout: said.serverTimeout,
  signal: said.signal,
  metadata: said.metadata,
  isolation: said.isolation,
  allowSchemaChanges: said.allowSchemaChanges,
  fetchSize: said.fetchSize ?? defaults.fetchSize,
  ...targetOf(said, defaults),
})
