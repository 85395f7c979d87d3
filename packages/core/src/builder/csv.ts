import type { Clause } from '../ast/clause.ts'
import { GraphError } from '../error/graph-error.ts'
import { treeOf } from '../expression/operation.ts'

/** How a file of comma-separated values is read. */
export interface CsvOptions<Headers extends boolean> {
  /** Its first line names the columns: a row is a map then, and a list otherwise. Default false. */
  readonly headers?: Headers | undefined
  /** The one character between two values. Default ','. */
  readonly fieldTerminator?: string | undefined
}

/** A line of such a file. */
export type CsvLine<Headers extends boolean> = Headers extends true ? Record<string, string | null> : (string | null)[]

/** `LOAD CSV WITH HEADERS FROM $url AS row FIELDTERMINATOR ';'` from its parts. */
export const loadCsvOf = (from: unknown, variable: string, options: CsvOptions<boolean> = {}): Clause => {
  const { headers = false, fieldTerminator } = options
  if (fieldTerminator !== undefined && fieldTerminator.length !== 1)
    throw new GraphError('USAGE', 'fieldTerminator is one character')
  return { kind: 'load-csv', headers, from: treeOf(from, 'loadCsv()'), variable, fieldTerminator }
}
