import type { Access, ErrorCode, Outcome } from '@motif/core'
import type { QueryEvent } from './events.ts'
import { subscribe } from './subscribe.ts'

/** One query in the log: plain data, ready for JSON. Times are milliseconds. */
export interface QueryLogEntry {
  /** When it was issued, by ISO 8601. */
  readonly time: string
  readonly text: string
  readonly params: Readonly<Record<string, unknown>>
  readonly access: Access
  readonly inTransaction: boolean
  /** Until nothing of it was under way any more; of that, until it was sent and until the first row came. */
  readonly duration: number
  readonly sent?: number | undefined
  readonly firstRow?: number | undefined
  readonly rows: number
  readonly engine: string
  readonly database?: string | undefined
  /** `host:port`. */
  readonly server?: string | undefined
  readonly callSite?: string | undefined
  /** `done`, or what became of a query that failed. */
  readonly outcome: 'done' | Outcome
  readonly error?: ErrorCode | undefined
  readonly message?: string | undefined
}

/** Options of `queryLog`. */
export interface QueryLogOptions {
  readonly write: (entry: QueryLogEntry) => void
  /** Only queries that took at least so many milliseconds, and those that failed. Default: every query. */
  readonly slow?: number | undefined
  /** What is written in place of a parameter's value; `false` writes the values. Default: every value is left out. */
  readonly redact?: ((name: string, value: unknown) => unknown) | false | undefined
}

/**
 * Writes an entry for every query of the process that has ended, on whichever database; returns what ends the log.
 *
 * @example
 * const stop = queryLog({ write: (entry) => console.log(JSON.stringify(entry)), slow: 200 })
 */
export const queryLog = ({ write, slow = 0, redact = leaveOut }: QueryLogOptions): (() => void) => {
  const stops = [
    subscribe('motif:last-row', (query) => {
      if ((query.duration ?? 0) >= slow) write(entryOf(query, redact))
    }),
    subscribe('motif:error', (query) => write(entryOf(query, redact))),
  ]
  return () => stops.forEach((stop) => stop())
}

const leaveOut = (): string => '‹redacted›'

const entryOf = (query: QueryEvent, redact: NonNullable<QueryLogOptions['redact']> | false): QueryLogEntry => {
  const { text, params, access, inTransaction, rows, engine, database, callSite, error, summary } = query
  return {
    time: new Date(query.startedAt).toISOString(),
    text,
    params: redact === false ? params : redacted(params, redact),
    access,
    inTransaction,
    duration: query.duration ?? 0,
    sent: query.sent,
    firstRow: query.firstRow,
    rows,
    engine,
    database,
    server: summary?.server?.address,
    callSite,
    outcome: error === undefined ? 'done' : (error.outcome ?? 'unknown'),
    error: error?.code,
    message: error?.message,
  }
}

const redacted = (
  params: Readonly<Record<string, unknown>>,
  redact: (name: string, value: unknown) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, redact(name, value)]))
