import type { Column, Executor, QueryRequest, Signal, ValueType } from '@motif/core'

/** One question to the graph: fixed text, what comes back, and its parameters. */
export interface Question {
  readonly text: string
  readonly columns: readonly Column[]
  readonly params?: Readonly<Record<string, string | number | readonly string[]>> | undefined
}

export const text: ValueType = { kind: 'string', nullable: false }
export const whole: ValueType = { kind: 'integer', nullable: false }
export const texts: ValueType = { kind: 'list', of: text, nullable: false }

const typeOf = (value: string | number | readonly string[]): ValueType =>
  typeof value === 'string' ? text : typeof value === 'number' ? whole : texts

/** Asks and reads the answer whole, a record a row. The caller states what the columns are. */
export const ask = async <Row>(executor: Executor, question: Question, signal?: Signal): Promise<Row[]> => {
  const params = question.params ?? {}
  const parameters = Object.entries(params).map(([name, value]) => ({ name, type: typeOf(value) }))
  const request: QueryRequest = { text: question.text, params, parameters, columns: question.columns, access: 'read' }
  const rows: Row[] = []
  for await (const batch of executor.execute(request, { signal })) {
    for (const row of batch.rows) rows.push(batch.layout === 'records' ? (row as Row) : record<Row>(question, row))
  }
  return rows
}

const record = <Row>(question: Question, row: unknown): Row => {
  const values = row as readonly unknown[] // a batch of lists holds lists
  return Object.fromEntries(question.columns.map((column, index) => [column.name, values[index]])) as Row
}
