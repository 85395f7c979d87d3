import type { Plan } from './plan.ts'
import type { Access, Column, Parameter } from '../compile/compiled-query.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { Signal } from './signal.ts'

/** A query ready to be sent: plain data that could cross a process boundary. */
export interface QueryRequest {
  readonly text: string
  /** Named and inline values together, as the caller gave them; the engine encodes them by `parameters`. */
  readonly params: Readonly<Record<string, unknown>>
  readonly parameters: readonly Parameter[]
  readonly columns: readonly Column[] | undefined
  readonly access: Access
  /** `file:line:column` of the caller, where it is known. */
  readonly callSite?: string | undefined
}

/** Options of one call. */
export interface ExecuteOptions {
  /** Milliseconds until the call fails with a TIMEOUT that states the outcome. */
  readonly timeout?: number | undefined
  /** Milliseconds after which a server that can do so ends it by itself, 0 for never. Default: `timeout`. */
  readonly serverTimeout?: number | undefined
  readonly signal?: Signal | undefined
  /** Rows per batch the engine is asked for; the engine's default otherwise. */
  readonly fetchSize?: number | undefined
  /** Sent to engines that record it with the transaction. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  /** The database it runs in, where the engine keeps several. Default: the executor's. */
  readonly database?: string | undefined
  /** The user it acts for, where the engine knows users. Default: the executor's. */
  readonly impersonatedUser?: string | undefined
}

/**
 * Some rows of a result, as neutral values (see `value/`). `records` are objects by column name, which the reader may
 * change in place and hand out; `lists` are values in column order.
 */
export interface RowBatch {
  readonly layout: 'records' | 'lists'
  readonly rows: readonly unknown[]
}

/** What a statement changed, in the field's usual names. */
export interface Counters {
  readonly nodesCreated: number
  readonly nodesDeleted: number
  readonly relationshipsCreated: number
  readonly relationshipsDeleted: number
  readonly propertiesSet: number
  readonly labelsAdded: number
  readonly labelsRemoved: number
  /** Changes of the schema, and of the system database; absent where the engine does not count them. */
  readonly indexesAdded?: number | undefined
  readonly indexesRemoved?: number | undefined
  readonly constraintsAdded?: number | undefined
  readonly constraintsRemoved?: number | undefined
  readonly systemUpdates?: number | undefined
  /** Whether anything was changed, of the graph or of the system database, where the server says so beside its counts. */
  readonly containsUpdates?: boolean | undefined
  readonly containsSystemUpdates?: boolean | undefined
}

/** A remark of the engine about a statement that ran: a deprecated word, a missing index, a label that nothing has. */
export interface Notification {
  readonly code: string
  readonly title: string
  readonly description: string
  readonly severity?: string | undefined
  readonly category?: string | undefined
  /** Where in the text; lines and columns count from 1, the offset from 0. */
  readonly position?: { readonly offset: number; readonly line: number; readonly column: number } | undefined
}

/** What became of a statement, by the status codes of the GQL standard. */
export interface GqlStatus {
  readonly gqlStatus: string
  readonly statusDescription: string
  readonly diagnosticRecord: Readonly<Record<string, unknown>>
}

/** The server that ran a statement. */
export interface ServerInfo {
  readonly address: string
  /** Its own name and version: `Neo4j/5.26.0`. */
  readonly agent: string
  readonly protocolVersion: string
}

export interface Summary {
  /** The names the engine reported, in order. */
  readonly columns: readonly string[]
  readonly counters: Counters
  /** Milliseconds from sending to the first and to the last row, as seen by the client. */
  readonly firstRow?: number | undefined
  readonly lastRow?: number | undefined
  /** The engine's plan, after `explain` or `profile`: its last step, and what leads to it. */
  readonly plan?: Plan | undefined
  /** As `plan`, with what each step did; after `profile`. */
  readonly profile?: Plan | undefined
  readonly notifications: readonly Notification[]
  /** Empty where the engine has none. */
  readonly gqlStatusObjects?: readonly GqlStatus[] | undefined
  readonly engine: string
  /** Absent for an embedded engine, as are the four below. */
  readonly server?: ServerInfo | undefined
  readonly database?: string | undefined
  readonly queryType?: 'read' | 'write' | 'read write' | 'schema' | undefined
  /** Milliseconds, by the server's own clock, until the result was available and until it was consumed. */
  readonly availableAfter?: number | undefined
  readonly consumedAfter?: number | undefined
}

/** A result under way. Leaving the loop early discards the rest and frees the connection. */
export interface QueryResult extends AsyncIterable<RowBatch> {
  /** Settles when the result is consumed or discarded; never an unhandled rejection when nobody asks. */
  summary(): Promise<Summary>
  /**
   * Says that the rows are read for a caller who may never ask for them; returns what to call when they do. Until then
   * the executor counts an error as one that nobody has seen.
   */
  onBehalf?(): () => void
}

/** The only door from the builder to an engine. */
export interface Executor {
  /** The dialect to compile for. */
  readonly dialect: Dialect
  /**
   * What reads the batches of a result with these columns: `reader` of `@motif/core/rows`, for engines whose values are
   * neutral ones.
   */
  readonly reader: (
    columns: readonly Column[] | undefined,
    options: { readonly schema?: SchemaDescriptor | undefined },
  ) => (batch: RowBatch) => readonly unknown[]
  /** Starts the query at once; throws nothing synchronously, errors surface where the result is awaited. */
  execute(request: QueryRequest, options?: ExecuteOptions): QueryResult
  /**
   * Starts work of several queries that the end of the transaction, and of the database, waits for. A failure surfaces
   * where the promise is awaited, never as an unhandled rejection. Absent where nothing ends.
   */
  later?<T>(work: () => Promise<T>): Promise<T>
  /**
   * Runs work in a transaction of its own that is committed when it returns, and tried again where that may help: it must
   * have no other effects. Absent in a transaction.
   */
  atomically?<T>(work: (executor: Executor) => Promise<T>): Promise<T>
}
