import type { SchemaShape } from '@motif/core'
import type { Database, ManagedTransaction } from '@motif/driver'

/** The graph that is migrated, its schema unknown to the types. */
export type AnyGraph = Database<SchemaShape>

/** A transaction on it. */
export type AnyTransaction = ManagedTransaction<SchemaShape>

type Params = Readonly<Record<string, unknown>>

/** Runs a statement of ours; the caller states what it returns. */
export const rowsOf = <Row>(on: AnyGraph | AnyTransaction, text: string, params: Params = {}): Promise<Row[]> =>
  on.cypher.as<Row, Params>(text).run(params) as Promise<Row[]> // rows are what was stated

/** The number that a statement of ours returns under this name; 0 when there is no row. */
export const numberOf = async (
  on: AnyGraph | AnyTransaction,
  text: string,
  name: string,
  params: Params = {},
): Promise<number> => {
  const [row] = await rowsOf<Record<string, unknown>>(on, text, params)
  return Number(row?.[name] ?? 0)
}
