import type {
  Column,
  Dialect,
  ErrorCode,
  ErrorDetails,
  QueryParameter,
  SchemaDescriptor,
  ServerInfo,
  Signal,
} from '@motif/core'
import type { AuthToken } from './auth.ts'
import type { BookmarkManager } from './bookmark-manager.ts'
import type { Connection, IsolationLevel } from './connection.ts'
import type { PoolStatistics } from './pool/statistics.ts'

/** What an engine can do beyond running statements. Asking for what is not here is refused by name. */
export interface EngineCapabilities {
  /** Levels it keeps, weakest first. */
  readonly isolation: readonly IsolationLevel[]
  readonly savepoints: boolean
  /** A running statement can be stopped. */
  readonly cancel: boolean
  /** Constraints and indexes made in a transaction vanish with it. */
  readonly transactionalSchema: boolean
  /** An autocommit statement is committed with its first rows, or with its last. */
  readonly autocommitAt: 'first rows' | 'last rows'
  /** It orders transactions by bookmarks. */
  readonly bookmarks: boolean
  /** It keeps several databases, and takes the name of one. */
  readonly databases: boolean
  /** It knows users: others than its own may ask, and one may act for another. */
  readonly users: boolean
  /** It can be told which notifications are wanted of a transaction. */
  readonly notifications: boolean
  /** What a transaction wrote and took back again is locked, or counts as changed, until it ends. */
  readonly locksByWriting: boolean
  /** Reasons for what it lacks, by name, told with the refusal. */
  readonly whyNot?: Readonly<Record<string, string>> | undefined
}

/** Between the caller's values and the engine's plain ones. Runs on the caller's side of a process boundary. */
export interface Codec {
  /** Throws a GraphError PARAMETER naming a parameter that cannot be sent. */
  encode(params: Readonly<Record<string, unknown>>, types: readonly QueryParameter[]): Readonly<Record<string, unknown>>
  /** Changes rows of the engine's values in place into neutral ones; `undefined` where there is nothing to change. */
  decoder(columns: readonly Column[] | undefined): ((rows: readonly unknown[]) => void) | undefined
}

/** What an engine's error means. */
export interface Failure extends ErrorDetails {
  readonly code: ErrorCode
  readonly message: string
}

/** What is known of an engine once it was reached. */
export interface EngineInfo {
  readonly name: string
  readonly version: string
  /** Absent for an embedded engine. */
  readonly server?: ServerInfo | undefined
}

/** What a connection is wanted for. */
export interface AcquireRequest {
  readonly access: 'read' | 'write'
  /** Knows what must have been seen: asked where a server has to be asked for its routing table. */
  readonly bookmarkManager?: Pick<BookmarkManager, 'bookmarks'> | undefined
  readonly database?: string | undefined
  readonly impersonatedUser?: string | undefined
  /** Who asks, instead of the user the engine was made with. */
  readonly auth?: AuthToken | undefined
  /** `file:line:column` of the caller, for the error that names who holds the connections. */
  readonly callSite?: string | undefined
  /** Milliseconds to wait for one. */
  readonly timeout?: number | undefined
  readonly signal?: Signal | undefined
  /** One that is sure to be alive: the last one given was not. */
  readonly fresh?: boolean | undefined
}

/** One way to run statements: an embedded library, or servers behind a pool. */
export interface Engine {
  readonly name: string
  /** Known once it was reached. */
  readonly version: string | undefined
  /** The dialect it speaks; may change once when the server has told what it is. */
  readonly dialect: Dialect
  readonly capabilities: EngineCapabilities
  /** Milliseconds before the first retry of a transaction, on average; each further one waits twice as long. */
  readonly retryDelay: number
  /** The share of such a delay that is chance, so that those who lost together do not meet again: 0.2 is 20 % more or less. */
  readonly retryJitter: number
  codec(schema: SchemaDescriptor | undefined): Codec
  /** Reaches the engine if that was not done yet. */
  open(): Promise<EngineInfo>
  /** Opens on first use; an engine that has a connection at hand returns it at once. */
  acquire(request: AcquireRequest): Connection | Promise<Connection>
  classify(error: unknown): Failure
  /** What its pools hold now; absent for an engine without any. */
  statistics?(): readonly PoolStatistics[]
  /** Throws AUTHENTICATION for a user it does not let in; absent where it knows no users. */
  verifyAuthentication?(auth: AuthToken, database?: string): Promise<void>
  /** Returns when everything committed so far would survive a loss of power. Absent where a commit already does. */
  sync?(): Promise<void>
  /** Called once nothing runs any more. */
  close(): Promise<void>
}
