import type { Dialect } from '@motif/core'
import type { BookmarkManager } from '../bookmark-manager.ts'
import type { BeginRequest, Connection } from '../connection.ts'
import type { Home } from '../defaults.ts'
import type { Loaded } from '../engine-slot.ts'
import type { Ledger } from '../ledger.ts'
import type { TransactionOptions } from '../options.ts'
import type { Wanted } from '../target.ts'
import type { Deadline } from '../stream/deadline.ts'
import type { Clock } from './retry-policy.ts'
import type { TransactionCore } from './transaction-core.ts'

/** What a transaction is begun with. */
export interface Beginning {
  readonly loaded: Loaded
  readonly dialect: Dialect
  readonly door: 'managed' | 'unmanaged'
  readonly access: 'read' | 'write'
  /** The caller's, with what the session and the database say where the caller does not. */
  readonly options: TransactionOptions & Wanted
  /** Where it goes when its options name no database. */
  readonly home: Home | undefined
  readonly bookmarkManager: BookmarkManager | undefined
  readonly deadline: Deadline | undefined
  /** What the tries of the same work before this one failed of. */
  readonly before: readonly unknown[]
  readonly callSite: string | undefined
  /** The database it belongs to, and its ledger, where a roll-back in the background is waited for. */
  readonly owner: object
  readonly ledger: Ledger
  readonly clock: Clock
  /** Told once, when the connection is free again. */
  readonly onEnd: (transaction: TransactionCore) => void
}

/** A connection on which a transaction was begun. */
export interface Begun {
  readonly connection: Connection
  readonly begin: BeginRequest
}
