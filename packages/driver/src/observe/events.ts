import type { Access, GraphError, Outcome, Summary } from '@motif/core'
import type { PoolEvent } from '../pool/event.ts'

/** One query, from when it was issued: the same object in all that is told of it. Times are milliseconds since then. */
export interface QueryEvent {
  readonly text: string
  /** As the caller gave them, values and all. Not enumerable, so that printing the event prints none. */
  readonly params: Readonly<Record<string, unknown>>
  readonly access: Access
  readonly engine: string
  /** The one asked for; in the end the one the server names. */
  readonly database: string | undefined
  readonly callSite: string | undefined
  readonly inTransaction: boolean
  /** By the clock, as of `Date.now()`. */
  readonly startedAt: number
  /** Until it left for the engine; before that it waited for its turn and for a connection. */
  readonly sent: number | undefined
  readonly firstRow: number | undefined
  /** Until nothing of it was under way any more. */
  readonly duration: number | undefined
  /** How many have come so far. */
  readonly rows: number
  /** Once it has ended well. */
  readonly summary: Summary | undefined
  /** Once it has failed. */
  readonly error: GraphError | undefined
}

/** A connection that was waited for, by a query or a transaction. */
export interface AcquireEvent {
  readonly engine: string
  readonly access: 'read' | 'write'
  readonly database: string | undefined
  readonly callSite: string | undefined
  /** Milliseconds. */
  readonly duration: number
  readonly error: unknown
}

/** A connection that was opened to a server, or could not be. */
export interface ConnectEvent {
  /** `host:port`. */
  readonly server: string
  /** Milliseconds. */
  readonly duration: number
  readonly error: unknown
}

/** Work that is tried again. */
export interface RetryEvent {
  readonly engine: string
  readonly access: 'read' | 'write'
  readonly database: string | undefined
  /** How many tries have failed. */
  readonly tries: number
  /** Milliseconds until the next. */
  readonly delay: number
  readonly error: unknown
}

/** A transaction that was ended: by a commit, or by a roll-back. */
export interface TransactionEvent {
  readonly engine: string
  readonly access: 'read' | 'write'
  readonly database: string | undefined
  readonly metadata: Readonly<Record<string, unknown>> | undefined
  /** Milliseconds that the end itself took, and since the transaction was begun. */
  readonly duration: number
  readonly age: number
  readonly outcome: Outcome
  /** Why it was not committed. */
  readonly error: GraphError | undefined
}

/** A database that was closed. */
export interface CloseEvent {
  readonly engine: string
  /** Milliseconds. */
  readonly duration: number
  readonly error: unknown
}

/** What a pool of connections did. */
export type PoolNotice = PoolEvent & {
  /** What it leads to: `host:port`. */
  readonly pool: string
}

/** The diagnostics channels, and what is told on each. */
export interface Events {
  readonly 'motif:acquire': AcquireEvent
  readonly 'motif:connect': ConnectEvent
  readonly 'motif:send': QueryEvent
  readonly 'motif:first-row': QueryEvent
  readonly 'motif:last-row': QueryEvent
  readonly 'motif:error': QueryEvent
  readonly 'motif:retry': RetryEvent
  readonly 'motif:commit': TransactionEvent
  readonly 'motif:rollback': TransactionEvent
  readonly 'motif:close': CloseEvent
  readonly 'motif:pool': PoolNotice
}
