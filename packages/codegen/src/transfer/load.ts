import { GraphError, type SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { DumpReader } from './file/read-dump.ts'
import { type Input, open } from './file/input.ts'
import { type IntoOptions, type IntoReport, into } from './load/into.ts'
import { Statements } from './load/statements.ts'
import { writingOf } from './load/writing.ts'
import type { Source } from './source.ts'

/** Options of `load`. */
export interface LoadOptions extends IntoOptions {
  /** A path, or a stream; a gzip is known by its first bytes. A stream is not looked at before the first write. */
  readonly from: Input
  /** What messages call it. @defaultValue the path */
  readonly name?: string | undefined
  /** Goes on with a load of the same dump that was broken off. */
  readonly resume?: boolean | undefined
}

const wayOut = 'load it again with resume to go on, or clean up to take them away'
const wayToEnd = 'load it again with resume, which takes the last marks away'
const again = 'the same load again completes it'

/**
 * Loads a dump into an empty graph, a transaction for at most 1,000 nodes or relationships. A file is read to its end
 * before the first write, so that one that is damaged, or holds what the engine cannot keep, leaves nothing behind.
 *
 * @example
 * await load(db, { from: 'air.dump.gz', verify: true })
 * // UNWIND $rows AS row CREATE (x:Airport) SET x = row.p …
 * @throws GraphError USAGE for a dump that is damaged, with the place, and for a graph that is not empty; of a failure
 * in the middle the message says what stands, and how to go on.
 */
export const load = async (db: Database<SchemaShape>, options: LoadOptions): Promise<IntoReport> => {
  const { from, name = typeof from === 'string' ? from : 'the dump', resume = false } = options
  if (resume && options.mergeBy !== undefined)
    throw new GraphError('USAGE', 'a load that merges is begun again, not resumed', { outcome: 'not sent' })
  const reader = new DumpReader(name, open(from))
  try {
    const source: Source = { about: await reader.about(), batches: () => reader.batches() }
    return await into(db, source, options, {
      resume,
      wayOut: options.mergeBy === undefined ? wayOut : again,
      wayToEnd,
      look:
        typeof from === 'string'
          ? (mergeBy) => look(db, new DumpReader(name, open(from)), mergeBy, options)
          : undefined,
    })
  } finally {
    await reader.close()
  }
}

/** Reads all of a dump and makes every statement of it, but sends none. */
const look = async (
  db: Database<SchemaShape>,
  reader: DumpReader,
  mergeBy: ConstructorParameters<typeof Statements>[1]['mergeBy'],
  { onProgress, signal }: LoadOptions,
): Promise<void> => {
  const writing = writingOf(db.executor.dialect)
  const { nodes, relationships } = await reader.about()
  let done = 0
  for await (const batch of reader.batches()) {
    if (signal?.aborted === true) throw new GraphError('ABORTED', 'the caller stopped it; nothing was written')
    new Statements(batch, { writing, from: 0, idOf: () => 0, mergeBy }).all()
    done += batch.rows.length
    onProgress?.({ verb: 'checking', what: 'the dump', done, total: nodes + relationships, counted: true })
  }
}
