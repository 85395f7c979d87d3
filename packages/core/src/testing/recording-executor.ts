import type {
  Counters,
  Dialect,
  ExecuteOptions,
  Executor,
  QueryRequest,
  QueryResult,
  RowBatch,
  Summary,
} from '@motif/core'
import { reader } from '@motif/core/rows'

/** What a recording executor answers with. */
export interface RecordingOptions {
  /** The dialect queries are compiled for. */
  readonly dialect: Dialect
  /** The rows of each answer in turn, as records of neutral values; no rows once they are used up. */
  readonly answers?: readonly (readonly Readonly<Record<string, unknown>>[])[]
}

/** An executor that runs nothing: it keeps what it was sent. */
export interface RecordingExecutor extends Executor {
  /** Everything it was sent, first to last. */
  readonly requests: readonly QueryRequest[]
}

const nothing: Counters = {
  nodesCreated: 0,
  nodesDeleted: 0,
  relationshipsCreated: 0,
  relationshipsDeleted: 0,
  propertiesSet: 0,
  labelsAdded: 0,
  labelsRemoved: 0,
}

/**
 * For tests of your own: looks at what would be sent, and answers with rows you name.
 *
 * @example
 * const executor = recordingExecutor({ dialect, answers: [[{ name: 'Ada' }]] })
 * await createGraph<Schema>({ executor }).match('(u:User)').return('u.name AS name').run() // [{ name: 'Ada' }]
 * executor.requests[0]?.text // MATCH (u:User)⏎RETURN u.name AS name
 */
export const recordingExecutor = ({ dialect, answers = [] }: RecordingOptions): RecordingExecutor => {
  const requests: QueryRequest[] = []
  return {
    dialect,
    reader,
    requests,
    execute(request: QueryRequest, _options?: ExecuteOptions): QueryResult {
      const rows = answers[requests.length] ?? []
      requests.push(request)
      return resultOf(rows, request)
    },
  }
}

const resultOf = (rows: readonly Readonly<Record<string, unknown>>[], { columns }: QueryRequest): QueryResult => ({
  async *[Symbol.asyncIterator](): AsyncGenerator<RowBatch, void, undefined> {
    // The reader may change records in place, so it gets copies.
    if (rows.length > 0) yield { layout: 'records', rows: rows.map((row) => ({ ...row })) }
  },
  summary: (): Promise<Summary> =>
    Promise.resolve({
      columns: columns?.map(({ name }) => name) ?? Object.keys(rows[0] ?? {}),
      counters: nothing,
      notifications: [],
      engine: 'recording',
    }),
})
