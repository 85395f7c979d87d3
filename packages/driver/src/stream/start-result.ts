import type { GraphError, QueryRequest } from '@motif/core'
import { report } from '../error/report.ts'
import { QueryTrace } from '../observe/query-trace.ts'
import { Deadline, type Limits } from './deadline.ts'
import { refusedSource } from './refused-source.ts'
import { ResultStream } from './result-stream.ts'
import type { Source } from './source.ts'

/** How a result begins. */
export interface ResultStart {
  readonly engine: string
  readonly database: string | undefined
  readonly limits: Limits
  readonly inTransaction: boolean
  /** The deadline of the transaction around it. */
  readonly within?: Deadline | undefined
  /** Throws a GraphError for a statement that may not be sent. */
  readonly source: (deadline: Deadline | undefined, trace: QueryTrace | undefined) => Source
  readonly onRefused?: ((error: GraphError) => void) | undefined
  readonly onEnd: (result: ResultStream) => void
}

/** Starts a statement; what speaks against it surfaces where the result is awaited, never here. */
export const startResult = (request: QueryRequest, start: ResultStart): ResultStream => {
  const { engine, database, limits, within, onEnd } = start
  const trace = QueryTrace.of(request, { engine, database, inTransaction: start.inTransaction })
  const writes = request.access !== 'read'
  let deadline: Deadline | undefined
  try {
    deadline = Deadline.of('the query', limits, within)
    if (deadline?.reached === true) throw deadline.error('it was not sent', { outcome: 'not sent' })
    return new ResultStream(start.source(deadline, trace), { engine, deadline, writes, onEnd, trace })
  } catch (error) {
    deadline?.dispose()
    const refusal = report(undefined, error, request)
    start.onRefused?.(refusal)
    return new ResultStream(refusedSource(refusal), { engine, deadline: undefined, writes, onEnd, trace })
  }
}
