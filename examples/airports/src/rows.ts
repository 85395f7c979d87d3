// Reads a CSV file row by row and checks each: what is right goes on, what is wrong is kept with its line and the reason.
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { type CsvError, parse } from 'csv-parse'
import type * as z from 'zod'

export interface Row<T> {
  readonly line: number
  readonly value: T
}

export interface BadRow {
  readonly line: number
  readonly reason: string
}

export interface Rows<T> {
  readonly file: string
  readonly good: readonly Row<T>[]
  readonly bad: readonly BadRow[]
}

type Texts = Readonly<Record<string, string | undefined>>

/** The first fault that zod found, in words about the row: `latitude 'north' is not a number`. */
const reasonOf = (error: z.ZodError, texts: Texts): string => {
  const [issue] = error.issues
  const column = String(issue?.path[0])
  const text = texts[column]
  return text === undefined || text === '' ? `${column} is missing` : `${column} '${text}' ${issue?.message}`
}

/** Why a line is no row at all. */
const unreadable = (error: CsvError): string => {
  const { code, record, columns } = error as CsvError & { readonly record?: unknown; readonly columns?: unknown }
  return code === 'CSV_RECORD_INCONSISTENT_COLUMNS' && Array.isArray(record) && Array.isArray(columns)
    ? `it has ${record.length} columns, not ${columns.length}`
    : error.message
}

/**
 * Reads the file at `path`, whose first line names its columns.
 *
 * @param schema makes a value of a row's texts
 * @param check says what else is wrong with the value, where it is
 */
export const readRows = async <T>(
  path: string,
  schema: z.ZodType<T>,
  check: (value: T) => string | undefined = () => undefined,
): Promise<Rows<T>> => {
  const good: Row<T>[] = []
  const bad = new Map<number, string>()
  const skipped = (error: CsvError | undefined): undefined => {
    // A line may be wrong in more than one place: the first says enough.
    if (error !== undefined && !bad.has(Number(error['lines']))) bad.set(Number(error['lines']), unreadable(error))
  }
  const parser = parse({ columns: true, bom: true, info: true, skip_records_with_error: true, on_skip: skipped })
  const file = createReadStream(path)
  file.on('error', (error) => parser.destroy(error)).pipe(parser)
  for await (const { record, info } of parser as AsyncIterable<{ record: Texts; info: { lines: number } }>) {
    const result = schema.safeParse(record)
    const reason = result.success ? check(result.data) : reasonOf(result.error, record)
    if (result.success && reason === undefined) good.push({ line: info.lines, value: result.data })
    else bad.set(info.lines, reason ?? '')
  }
  const inOrder = [...bad].sort(([one], [other]) => one - other)
  return { file: basename(path), good, bad: inOrder.map(([line, reason]) => ({ line, reason })) }
}
