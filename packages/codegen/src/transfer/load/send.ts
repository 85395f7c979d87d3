import type { Column, Executor, Signal, ValueType } from '@motif/core'

/** Cypher that writes, its parameters, and what comes back. */
export interface Sent {
  readonly text: string
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly columns?: readonly string[] | undefined
}

const anything: ValueType = { kind: 'any', nullable: true }
const whole: ValueType = { kind: 'integer', nullable: true }

/** Sends a statement that writes, and reads what comes back: whole numbers alone. */
export const send = async (executor: Executor, sent: Sent, signal?: Signal): Promise<Record<string, number>[]> => {
  const { text, params = {}, columns: names = [] } = sent
  const columns: readonly Column[] = names.map((name) => ({ name, type: whole }))
  const parameters = Object.keys(params).map((name) => ({ name, type: anything }))
  const found: Record<string, number>[] = []
  for await (const { layout, rows } of executor.execute(
    { text, params, parameters, columns, access: 'write' },
    { signal },
  )) {
    for (const row of rows) {
      const values = row as readonly number[] // in a batch of lists
      found.push(
        layout === 'records'
          ? (row as Record<string, number>)
          : Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0])),
      )
    }
  }
  return found
}
