import type { CompiledQuery } from '../compile/compiled-query.ts'
import { GraphError } from '../error/graph-error.ts'
import type { Claim } from './claim.ts'
import type { ExecuteOptions, Executor, QueryRequest, QueryResult, RowBatch, Summary } from '../execute/executor.ts'
import type { NeutralRow } from '../execute/plugin.ts'
import { withCallSite } from './with-call-site.ts'
import type { Context } from './context.ts'
import { RowStream } from './row-stream.ts'

/** A compiled query with its parameters, ready to be sent. */
export interface Call {
  readonly context: Context
  readonly compiled: CompiledQuery
  readonly params: Readonly<Record<string, unknown>>
  readonly options: ExecuteOptions | undefined
  /** Tells the executor when the caller asks for what is read on their behalf; a stream's caller reads by themselves. */
  readonly claim?: Claim | undefined
}

const send = ({ context, compiled, params, options, claim }: Call, text = compiled.text): QueryResult => {
  const request: QueryRequest = {
    text,
    params,
    parameters: compiled.bindings,
    columns: compiled.columns,
    access: compiled.access,
  }
  const given = context.plugins.reduce((at, each) => each.options?.(at ?? {}, compiled) ?? at, options)
  const result = context.executor.execute(request, given)
  claim?.on(result)
  return result
}

type Reader = ReturnType<Executor['reader']>

/** Rows go through the plugins from the last to the first, as objects. */
const readerOf = ({ context, compiled }: Call): Reader => {
  const read = context.executor.reader(compiled.columns, context)
  return context.plugins.reduce<Reader>(
    (next, { rows }) =>
      rows === undefined
        ? next
        : (batch) => next({ layout: 'records', rows: rows(recordsOf(batch, compiled), compiled) }),
    read,
  )
}

const recordsOf = ({ layout, rows }: RowBatch, { columns = [] }: CompiledQuery): readonly NeutralRow[] =>
  layout === 'records'
    ? (rows as readonly NeutralRow[]) // the layout says so
    : rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, (row as readonly unknown[])[at]])))

const rowsOf = async (call: Call, result: QueryResult): Promise<unknown[]> => {
  const read = readerOf(call)
  let rows: unknown[] | undefined
  for await (const batch of result) {
    const next = read(batch)
    // One batch, the usual case, is handed on as it is.
    if (rows === undefined) rows = next as unknown[]
    else for (const row of next) rows.push(row)
  }
  return rows ?? []
}

/** All rows. */
export const collectRows = (call: Call): Promise<unknown[]> => rowsOf(call, send(call))

/** The engine's summary, with what was found when the query was compiled. */
const summaryIn = async ({ compiled }: Call, result: QueryResult): Promise<Summary> => {
  const summary = await result.summary()
  const { warnings } = compiled
  return warnings === undefined ? summary : { ...summary, notifications: [...warnings, ...summary.notifications] }
}

/** All rows, and what the engine says of the run. */
export const rowsAndSummary = async (call: Call): Promise<{ rows: unknown[]; summary: Summary }> => {
  const result = send(call)
  const rows = await rowsOf(call, result)
  return { rows, summary: await summaryIn(call, result) }
}

async function* batchesOf(call: Call): AsyncGenerator<readonly unknown[], void, undefined> {
  try {
    const read = readerOf(call)
    for await (const batch of send(call)) yield read(batch)
  } catch (error) {
    throw withCallSite(error)
  }
}

/** Rows as they come. */
export const streamRows = (call: Call): RowStream => new RowStream(batchesOf(call))

/** The first row, without reading on. */
export const firstRow = async (call: Call): Promise<unknown> => {
  for await (const row of streamRows(call)) return row
  return undefined
}

/** Exactly one row. */
export const oneRow = async (call: Call): Promise<unknown> => {
  const rows: unknown[] = []
  for await (const row of streamRows(call)) {
    rows.push(row)
    if (rows.length > 1) break
  }
  if (rows.length === 1) return rows[0]
  const found = rows.length === 0 ? 'there is none' : 'there are more'
  const { compiled, params } = call
  throw new GraphError('RESULT_SHAPE', `exactly one row was asked for, but ${found}`, { query: compiled.text, params })
}

/** Runs for the effect; the rows, if any, are discarded. `prefix` asks for a plan. */
export const summaryOf = async (call: Call, prefix?: 'EXPLAIN' | 'PROFILE'): Promise<Summary> => {
  const result = send(call, prefix === undefined ? undefined : `${prefix} ${call.compiled.text}`)
  for await (const _ of result) {
    /* read to the end, so that the summary is whole */
  }
  return summaryIn(call, result)
}
