import type { Batch } from '../batch.ts'
import type { Source } from '../source.ts'
import { type FrameKind, frameHead, magic } from './frame.ts'
import { pack } from './pack.ts'
import { packedBatch } from './packed-batch.ts'

/** How many of each a dump holds. */
export interface Tally {
  nodes: number
  relationships: number
}

/** Counts a batch. */
export const addTo = (tally: Tally, { kind, rows }: Batch): void => {
  tally[kind === 'node' ? 'nodes' : 'relationships'] += rows.length
}

/** The bytes of a dump, a chunk at a time; `tally` is counted along. */
export async function* dumpFrames(source: Source, tally: Tally): AsyncGenerator<Uint8Array> {
  let index = 0
  const frame = function* (kind: FrameKind, content: unknown): Generator<Uint8Array> {
    const payload = pack(content)
    yield frameHead(kind, payload, index++)
    yield payload
  }
  const { catalog, schema, ...about } = source.about
  yield magic
  yield* frame('header', { ...about, catalog: JSON.stringify(catalog), schema: JSON.stringify(schema) })
  for await (const batch of source.batches()) {
    addTo(tally, batch)
    yield* frame(batch.kind, packedBatch(batch))
  }
  yield* frame('footer', { ...tally, chunks: index })
}
