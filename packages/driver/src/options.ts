import type { Dialect, SchemaDescriptor, SchemaShape, Signal } from '@motif/core'
import type { IsolationLevel } from './connection.ts'

/** Options of `connect`. */
export interface ConnectOptions<S extends SchemaShape = SchemaShape> {
  /** The run-time part of the generated schema: serves engines that lose types. */
  readonly schema?: SchemaDescriptor<S> | undefined
  /** Overrides the dialect the engine offers. */
  readonly dialect?: Dialect | undefined
  /** Milliseconds for which a managed transaction is tried again. Default 30,000. */
  readonly maxRetryTime?: number | undefined
  /** Milliseconds for a query or a managed transaction that names none itself. Default: no limit. */
  readonly timeout?: number | undefined
  /** Rows per batch. Default: the engine's own measure. */
  readonly fetchSize?: number | undefined
}

/** Options of any transaction. */
export interface TransactionOptions {
  /** Milliseconds until the transaction is rolled back. Retries of a managed transaction are included. */
  readonly timeout?: number | undefined
  readonly signal?: Signal | undefined
  /** Sent to engines that record it with the transaction. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  /** Refused by name where the engine does not keep it. */
  readonly isolation?: IsolationLevel | undefined
  /** Lets constraints and indexes be made inside, on an engine that keeps them after a roll-back. */
  readonly allowSchemaChanges?: boolean | undefined
}

/** Options of `db.read` and `db.write`. */
export interface ManagedOptions extends TransactionOptions {
  /** Milliseconds for which the work is tried again; 0 for one try. */
  readonly maxRetryTime?: number | undefined
}

/** Options of `db.begin`. */
export interface BeginOptions extends TransactionOptions {
  readonly access?: 'read' | 'write' | undefined
}

/** Options of `db.session`. */
export interface SessionOptions {
  /** States of the graph, from `session.lastBookmarks()`, that the session's first transaction must see. */
  readonly bookmarks?: readonly string[] | undefined
}

/** Options of `db.close`. */
export interface CloseOptions {
  /** Milliseconds to wait for outstanding work. Default: until it ends. */
  readonly timeout?: number | undefined
}

export const defaultMaxRetryTime = 30_000
