import type { Batch } from './batch.ts'
import type { About } from './about.ts'

/** A graph that is read to its end: all nodes, then all relationships. */
export interface Source {
  readonly about: About
  readonly batches: () => AsyncIterable<Batch>
}
