import grafeo from '@grafeo-db/js'
import type { Fault } from './faults/fault.ts'

/** The graph that a fault is shown on where it names none. */
export const common = `CREATE (a:L {n: 1, t: 'x'})-[:R {w: 5}]->(b:M {n: 2, t: 'x'})-[:R {w: 6}]->(c:N {n: 3}), (c)-[:Q]->(a)`

const ids: ReadonlySet<string> = new Set(['_id', '_source', '_target'])

/** A value with the ids of nodes and relationships left out. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const isEntity = '_labels' in value || '_type' in value
  const kept = Object.entries(value).filter(([key]) => !isEntity || !ids.has(key))
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]))
}

/** What the engine itself makes of a text: its rows and the graph after it, or the error. */
export interface Answer {
  readonly rows: readonly unknown[] | undefined
  readonly error: Error | undefined
  readonly after: readonly unknown[] | undefined
}

/** Runs a text on the engine itself, in a graph of its own, with nothing of Motif in between. */
export const runRaw = async (
  fault: Fault,
  text: string = fault.text,
  params: Readonly<Record<string, unknown>> = fault.params ?? {},
): Promise<Answer> => {
  const db = grafeo.GrafeoDB.create()
  try {
    await db.executeCypher(fault.setup ?? common)
    let rows: readonly unknown[] | undefined
    let error: Error | undefined
    try {
      rows = (await db.executeCypher(text, params)).toArray().map(plain)
    } catch (thrown) {
      error = thrown as Error
    }
    const after =
      fault.after === undefined ? undefined : (await db.executeCypher(fault.after.text)).toArray().map(plain)
    return { rows, error, after }
  } finally {
    db.close()
  }
}
