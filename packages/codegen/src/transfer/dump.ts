import type { SchemaShape, Signal } from '@motif/core'
import type { Database } from '@motif/driver'
import { dumpFrames, type Tally } from './file/dump-frames.ts'
import { type Output, write } from './file/output.ts'
import type { TransferProgress } from './progress.ts'
import { GraphSource } from './read/graph-source.ts'

/** Options of `dump`. */
export interface DumpOptions {
  /** A path, packed when it ends with `.gz`, or a stream, which is left open. */
  readonly to: Output
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined
}

/** What was dumped. */
export interface DumpReport {
  readonly nodes: number
  readonly relationships: number
  /** Before packing. */
  readonly bytes: number
  readonly fingerprint: string
}

async function* counting(frames: AsyncIterable<Uint8Array>, seen: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const frame of frames) {
    seen.bytes += frame.byteLength
    yield frame
  }
}

/** Reads a graph in one transaction, for work that lasts as long. */
export const reading = async <T>(
  db: Database<SchemaShape>,
  options: { readonly signal?: Signal | undefined; readonly onProgress?: DumpOptions['onProgress'] },
  work: (source: GraphSource) => Promise<T>,
): Promise<T> => {
  await db.open()
  await using tx = await db.begin({ access: 'read', signal: options.signal })
  return await work(await GraphSource.of(tx.executor, options))
}

/**
 * Writes a whole graph into a file or a stream: nodes, relationships, constraints and indexes, in memory that does not
 * grow with the graph but for four bytes a node. A file is there whole or not at all.
 *
 * @example
 * await dump(db, { to: 'air.dump.gz' })
 * @throws GraphError UNSUPPORTED_FEATURE for an engine, or a value, that cannot be dumped; CONFLICT when others changed
 * the graph meanwhile on an engine without snapshots.
 */
export const dump = (db: Database<SchemaShape>, options: DumpOptions): Promise<DumpReport> => {
  const { to, signal } = options
  return reading(db, options, async (source) => {
    const tally: Tally = { nodes: 0, relationships: 0 }
    const seen = { bytes: 0 }
    await write(counting(dumpFrames(source, tally), seen), to, signal)
    return { ...tally, ...seen, fingerprint: source.about.fingerprint }
  })
}
