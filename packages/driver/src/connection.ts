import type { NotificationFilter } from './notification-filter.ts'
import type { Access, Column, Counters, GqlStatus, Notification, Plan, ServerInfo } from '@motif/core'

/** How far a transaction is kept apart from others that run beside it. */
export type IsolationLevel = 'read committed' | 'snapshot' | 'serializable'

/** What a transaction is begun with. Plain data. */
export interface BeginRequest {
  readonly access: 'read' | 'write'
  readonly isolation?: IsolationLevel | undefined
  /** Milliseconds after which an engine that can do so ends the transaction by itself; 0 for never. */
  readonly timeout?: number | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  /** States of the graph that the transaction must see. */
  readonly bookmarks?: readonly string[] | undefined
  /** The user's home database when absent. */
  readonly database?: string | undefined
  /** Whose rights the transaction has, where the connection's own user may lend them. */
  readonly impersonatedUser?: string | undefined
  /** Which it makes, where others are wanted than of the rest of the connection's work. */
  readonly notifications?: NotificationFilter | undefined
  /** By which of the caller's doors it was begun, for engines that are told so. */
  readonly door?: 'managed' | 'unmanaged' | 'autocommit' | undefined
}

/** A statement to run, its parameters already encoded by the engine's codec. Plain data. */
export interface RunRequest {
  readonly text: string
  readonly params: Readonly<Record<string, unknown>>
  readonly access: Access
  /** What the rows are expected to be, so that an engine may skip what nobody asked for. */
  readonly columns?: readonly Column[] | undefined
  /** Rows wanted with the reply; the engine's own measure otherwise. */
  readonly fetch: number | undefined
  /** Present for a statement outside a transaction: what its own transaction is begun with. */
  readonly autocommit?: BeginRequest | undefined
}

/** What the engine says once the last row is out. Plain data. */
export interface Tail {
  readonly counters: Counters
  readonly plan?: Plan | undefined
  readonly profile?: Plan | undefined
  readonly notifications?: readonly Notification[] | undefined
  readonly gqlStatusObjects?: readonly GqlStatus[] | undefined
  readonly server?: ServerInfo | undefined
  readonly database?: string | undefined
  readonly queryType?: 'read' | 'write' | 'read write' | 'schema' | undefined
  /** Milliseconds by the server's own clock. */
  readonly availableAfter?: number | undefined
  readonly consumedAfter?: number | undefined
  /** The state of the graph after an autocommit statement. */
  readonly bookmark?: string | undefined
}

/** Some rows in the engine's own values, and the tail with the last of them. Plain data. */
export interface Page {
  readonly layout: 'records' | 'lists'
  readonly rows: readonly unknown[]
  /** Present with the last rows; more are to be pulled otherwise. */
  readonly tail: Tail | undefined
}

/** The reply to a statement: its columns and its first rows, so that a short result costs one exchange. Plain data. */
export interface RunReply {
  /** Names the open result on its connection. */
  readonly cursor: number
  readonly columns: readonly string[]
  readonly page: Page
}

export interface PullRequest {
  readonly cursor: number
  readonly fetch: number | undefined
}

export interface CommitReply {
  readonly bookmark?: string | undefined
}

/** A named point in a transaction: set it, forget it, or go back to it. */
export interface SavepointRequest {
  readonly action: 'set' | 'release' | 'rollback'
  readonly name: string
}

/**
 * One line of work with an engine: at most one transaction at a time, any number of open results.
 *
 * Every request and reply is plain data, so that the engine may live in another process. A rejection carries the
 * engine's own error; `Engine.classify` says what it means. `begin` may be kept back and sent together with the first
 * `run`: its failure then surfaces there.
 */
export interface Connection {
  /** The database it works in, once that is known: who names none may stay in it. */
  readonly database?: string | undefined
  begin(request: BeginRequest): Promise<void>
  run(request: RunRequest): Promise<RunReply>
  pull(request: PullRequest): Promise<Page>
  /** Gives up the rows not yet pulled. The tail where the engine had come to it, also when rows were fetched ahead. */
  discard(cursor: number): Promise<Tail | undefined>
  /** One that breaks off once it was sent rejects with outcome `unknown`: the engine may have committed. */
  commit(): Promise<CommitReply>
  rollback(): Promise<void>
  savepoint(request: SavepointRequest): Promise<void>
  /**
   * Stops what runs; only where `capabilities.cancel`. What was under way settles by itself, and when this resolves
   * nothing runs any more: a transaction that was open is rolled back, and `rollback` has nothing left to do.
   */
  interrupt(): Promise<void>
  /** Hands the connection back; it is made ready again, or thrown away, by the engine it came from. */
  release(): Promise<void> | undefined
}
