export { connect, type UrlOptions } from './connect.ts'
export type { AuthToken } from './auth.ts'
export type { PoolOptions } from './pool/options.ts'
export type { PoolStatistics } from './pool/statistics.ts'
export { type BookmarkManager, bookmarkManager, type BookmarkManagerOptions } from './bookmark-manager.ts'
export type { NotificationFilter } from './notification-filter.ts'
export type { Target } from './target.ts'
export { Database } from './database.ts'
export { type AnyQuery, ManagedTransaction } from './managed-transaction.ts'
export { Transaction } from './transaction.ts'
export { Session } from './session.ts'
export { type EndSignal, shutdownOn, type ShutdownOptions } from './shutdown-on.ts'
export type {
  BeginOptions,
  CloseOptions,
  ConnectOptions,
  ManagedOptions,
  SessionOptions,
  TransactionOptions,
} from './options.ts'
export type { Limits } from './stream/deadline.ts'
export type { AcquireRequest, Codec, Engine, EngineCapabilities, EngineInfo, Failure } from './engine.ts'
export type {
  BeginRequest,
  CommitReply,
  Connection,
  IsolationLevel,
  Page,
  PullRequest,
  RunReply,
  RunRequest,
  SavepointRequest,
  Tail,
} from './connection.ts'
