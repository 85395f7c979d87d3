import type { Dialect, GraphSettings, SchemaShape, Signal } from '@motif/core'
import type { BookmarkManager } from './bookmark-manager.ts'
import type { IsolationLevel } from './connection.ts'
import type { NotificationFilter } from './notification-filter.ts'
import type { Target } from './target.ts'

/** Options of `connect`. */
export interface ConnectOptions<S extends SchemaShape = SchemaShape, X = {}> extends GraphSettings<S, X> {
  /** Overrides the dialect the engine offers. */
  readonly dialect?: Dialect | undefined
  /** The database for calls that name none, where the engine keeps several. Default: the user's home database. */
  readonly database?: string | undefined
  /**
   * What makes a call see what calls before it committed, on engines that are many servers. Default: one of the
   * database's own. One given to several databases ties them together; `false` ties nothing to anything.
   */
  readonly bookmarkManager?: BookmarkManager | false | undefined
  /** Milliseconds after the first failure for which a managed transaction is tried again. Default 30,000. */
  readonly maxRetryTime?: number | undefined
  /** Milliseconds for a query or a managed transaction that names none itself. Default: no limit. */
  readonly timeout?: number | undefined
  /** Rows per batch. Default: the engine's own measure. */
  readonly fetchSize?: number | undefined
}

/** Options of any transaction. */
export interface TransactionOptions extends Target {
  /** Milliseconds until the transaction is rolled back. Retries of a managed transaction are included. */
  readonly timeout?: number | undefined
  /** Milliseconds after which a server that can do so ends the transaction by itself, 0 for never. Default: `timeout`. */
  readonly serverTimeout?: number | undefined
  readonly signal?: Signal | undefined
  /** Sent to engines that record it with the transaction. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  /** Rows per batch. Default: the session's, then the database's. */
  readonly fetchSize?: number | undefined
  /** Refused by name where the engine does not keep it. */
  readonly isolation?: IsolationLevel | undefined
  /** Lets constraints and indexes be made inside, on an engine that keeps them after a roll-back. */
  readonly allowSchemaChanges?: boolean | undefined
}

/** Options of `db.read` and `db.write`. */
export interface ManagedOptions extends TransactionOptions {
  /** Milliseconds after the first failure for which the work is tried again; 0 for one try. */
  readonly maxRetryTime?: number | undefined
  /**
   * Says that the work may be applied twice without harm, so that it is tried again also when the connection broke while
   * it was being committed. Otherwise such a failure is thrown, its outcome `unknown`. What only reads always may.
   */
  readonly idempotent?: boolean | undefined
}

/** Options of `db.begin`. */
export interface BeginOptions extends TransactionOptions {
  readonly access?: 'read' | 'write' | undefined
}

/** Options of `db.session`. */
export interface SessionOptions extends Target {
  /** States of the graph, from `session.lastBookmarks()`, that the session's first transaction must see. */
  readonly bookmarks?: readonly string[] | undefined
  /** Ties the session to others, and to databases with the same. Default: the session is a chain of its own. */
  readonly bookmarkManager?: BookmarkManager | undefined
  /** Which notifications the server makes of what is run here. Default: those that the connections were opened for. */
  readonly notifications?: NotificationFilter | undefined
  /** Rows per batch. Default: the database's. */
  readonly fetchSize?: number | undefined
}

/** Options of `db.close`. */
export interface CloseOptions {
  /** Milliseconds to wait for outstanding work; what still runs then is cut off. Default: until it ends. */
  readonly timeout?: number | undefined
}

export const defaultMaxRetryTime = 30_000
