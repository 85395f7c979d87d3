import type { SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { reading } from './dump.ts'
import { type IntoOptions, type IntoReport, into } from './load/into.ts'
import { copied } from './load/marker.ts'

/** Options of `copy`. */
export type CopyOptions = IntoOptions

const wayOut = 'clean up to take them away, then copy again'
const wayToEnd = 'clean up to take the last marks away'
const again = 'the same copy again completes it'

/**
 * Copies a graph into another, of whatever engine each is, without a file between them.
 *
 * @example
 * const { differences } = await copy(connect('neo4j://localhost'), connect('grafeo:./air.db?create=true'), { verify: true })
 * @throws GraphError as `dump` and `load` do.
 */
export const copy = (
  from: Database<SchemaShape>,
  to: Database<SchemaShape>,
  options: CopyOptions = {},
): Promise<IntoReport> =>
  reading(from, { signal: options.signal }, (source) =>
    into(to, { about: { ...source.about, id: copied }, batches: () => source.batches() }, options, {
      resume: false,
      wayOut: options.mergeBy === undefined ? wayOut : again,
      wayToEnd,
    }),
  )
