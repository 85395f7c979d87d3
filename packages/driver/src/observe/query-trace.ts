import type { Access, GraphError, QueryRequest, Summary } from '@motif/core'
import { callSite } from '../error/call-site.ts'
import { channels } from './channels.ts'
import type { QueryEvent } from './events.ts'

const send = channels['motif:send']
const firstRow = channels['motif:first-row']
const lastRow = channels['motif:last-row']
const failed = channels['motif:error']

/** What is known of a query when it is issued. */
export interface TraceGiven {
  readonly engine: string
  readonly database: string | undefined
  readonly inTransaction: boolean
}

/** Follows one query and tells of it; made only while somebody listens. */
export class QueryTrace implements QueryEvent {
  readonly text: string
  declare readonly params: Readonly<Record<string, unknown>>
  readonly access: Access
  readonly engine: string
  database: string | undefined
  readonly callSite: string | undefined
  readonly inTransaction: boolean
  readonly startedAt: number = Date.now()
  sent: number | undefined
  firstRow: number | undefined
  duration: number | undefined
  rows = 0
  summary: Summary | undefined
  error: GraphError | undefined
  readonly #issued: number = performance.now()

  constructor(
    { text, params, access, callSite: known }: QueryRequest,
    { engine, database, inTransaction }: TraceGiven,
  ) {
    this.text = text
    Object.defineProperty(this, 'params', { value: params, enumerable: false })
    this.access = access
    this.engine = engine
    this.database = database
    this.callSite = known ?? callSite()
    this.inTransaction = inTransaction
  }

  /** `undefined` while nobody listens. */
  static of(request: QueryRequest, given: TraceGiven): QueryTrace | undefined {
    const heard = send.hasSubscribers || firstRow.hasSubscribers || lastRow.hasSubscribers || failed.hasSubscribers
    return heard ? new QueryTrace(request, given) : undefined
  }

  /** It leaves for the engine; a second time when a dead connection took it. */
  toldSent(): void {
    this.sent = this.#now()
    send.publish(this)
  }

  toldFirstRows(rows: number): void {
    this.firstRow = this.#now()
    this.rows = rows
    firstRow.publish(this)
  }

  toldRows(rows: number): void {
    this.rows += rows
  }

  toldEnd(error: GraphError | undefined, summary: Summary): void {
    this.duration = this.#now()
    if (error === undefined) {
      this.summary = summary
      this.database = summary.database ?? this.database
      lastRow.publish(this)
    } else {
      this.error = error
      failed.publish(this)
    }
  }

  #now(): number {
    return performance.now() - this.#issued
  }
}
