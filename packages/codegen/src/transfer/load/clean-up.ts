import { GraphError, type SchemaShape, type Signal } from '@motif/core'
import type { Database } from '@motif/driver'
import type { TransferProgress } from '../progress.ts'
import { readingOf } from '../read/readings.ts'
import { copied, markedNodes, readMarker, removeMarker } from './marker.ts'
import { markKey } from './marks.ts'
import { send } from './send.ts'

const removed = 10_000

/** Options of `cleanUp`. */
export interface CleanUpOptions {
  readonly signal?: Signal | undefined
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined
}

/** What was taken away. */
export interface CleanUpReport {
  readonly nodes: number
  /** Nothing but marks: all had been copied, and stays. */
  readonly whole?: true
}

/**
 * Takes away what a load that was broken off has left: the nodes it made, with their relationships. A copy that was broken
 * off when all had been copied stays, and its last marks go.
 *
 * @example
 * await cleanUp(db) // MATCH (n) WHERE n._motifLoad IS NOT NULL … DETACH DELETE n
 * @throws GraphError USAGE where there is none, and where all was loaded and only its end is missing.
 */
export const cleanUp = async (db: Database<SchemaShape>, options: CleanUpOptions = {}): Promise<CleanUpReport> => {
  const { signal, onProgress } = options
  await db.open()
  readingOf(db.executor.dialect)
  const marker = await readMarker(db.executor, signal)
  if (marker === undefined)
    throw new GraphError('USAGE', 'no load was broken off in this graph: there is nothing to clean up')
  // Nodes whose mark is gone are no longer told from others, so that a copy that is whole can only stay.
  const isWhole = marker.phase === 'tidying'
  if (isWhole && marker.id !== copied)
    throw new GraphError('USAGE', 'all of that dump was loaded: load it again with resume, which takes the marks away')
  const ids = await markedNodes(db.executor, signal)
  const { end } = ids
  const [verb, change] = isWhole ? ['tidying', `REMOVE n.${markKey}`] : ['removing', 'DETACH DELETE n']
  for (let from = 0; from < end; from += removed) {
    const some = ids.slice(from, from + removed)
    const text = `UNWIND $ids AS i MATCH (n) WHERE id(n) = i ${change}`
    await db.write((tx) => send(tx.executor, { text, params: { ids: some } }), { signal })
    onProgress?.({ verb, what: 'nodes', done: Math.min(from + removed, end), total: end, counted: true })
  }
  await db.write((tx) => removeMarker(tx.executor))
  return isWhole ? { nodes: 0, whole: true } : { nodes: ids.count }
}
