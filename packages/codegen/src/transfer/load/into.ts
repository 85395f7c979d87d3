import { GraphError, type SchemaShape, type Signal } from '@motif/core'
import type { Database } from '@motif/driver'
import { counted } from '../../catalog/words.ts'
import { ask, whole } from '../../introspect/ask.ts'
import { Digest } from '../digest.ts'
import { Numbering } from '../ids/numbering.ts'
import type { TransferProgress } from '../progress.ts'
import { GraphSource } from '../read/graph-source.ts'
import type { Source } from '../source.ts'
import { catalogRefusals } from './catalog-refusals.ts'
import { GraphLoader } from './graph-loader.ts'
import { makeSchema, type SchemaReport } from './make-schema.ts'
import { copied, type Marker, readMarker } from './marker.ts'
import type { MergeKeys } from './statements.ts'
import { type Writing, writingOf } from './writing.ts'

/** How a graph takes in another. */
export interface IntoOptions {
  /** Lets nodes be added to a graph that has some. */
  readonly append?: boolean | undefined
  /**
   * By label the property, or the properties, by which a node is known: one that is there already is given the properties
   * and labels of the dump, one that is not is made. A relationship is not made again where one of its type, between the same
   * nodes, has all of its properties.
   */
  readonly mergeBy?: Readonly<Record<string, string | readonly string[]>> | undefined
  /** Makes the constraints and indexes that the other has, after the data. @defaultValue true */
  readonly schema?: boolean | undefined
  /** Reads the graph again afterwards and compares each node and relationship with where it came from. */
  readonly verify?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined
  /** Told after each transaction what stands in the graph by then, in words. */
  readonly onStanding?: ((text: string) => void) | undefined
}

/** What was taken in. */
export interface IntoReport {
  readonly nodes: number
  readonly relationships: number
  /** How many constraints and indexes of the other are there now. */
  readonly constraints: number
  readonly indexes: number
  /** Constraints and indexes that could not be made, each with the reason. */
  readonly lacking: readonly string[]
  /** With `verify`: what differs between the two graphs, nothing where they are equal. */
  readonly differences?: readonly string[] | undefined
}

/** How this is done. */
export interface Way {
  /** Goes on with a load that was broken off. */
  readonly resume: boolean
  /** What to do when it is broken off, in words, and when all is loaded and marks are left. */
  readonly wayOut: string
  readonly wayToEnd: string
  /** Looks at all of it before anything is written. */
  readonly look?: ((mergeBy: MergeKeys | undefined) => Promise<void>) | undefined
}

const usage = (message: string): GraphError => new GraphError('USAGE', message, { outcome: 'not sent' })

const mergeKeysOf = ({ mergeBy, append, verify }: IntoOptions): MergeKeys | undefined => {
  if (mergeBy === undefined) return undefined
  if (append === true) throw usage('append and mergeBy exclude each other')
  if (verify === true)
    throw usage('what is merged into another graph cannot be verified: it is not the same afterwards')
  return new Map(Object.entries(mergeBy).map(([label, keys]) => [label, typeof keys === 'string' ? [keys] : keys]))
}

/** Refuses what would be mixed up, before anything is read or written. */
const mustBeReady = async (
  db: Database<SchemaShape>,
  id: string,
  { append, mergeBy, verify, signal }: IntoOptions,
  resume: boolean,
): Promise<Marker | undefined> => {
  const marker = await readMarker(db.executor, signal)
  if (resume) {
    if (marker === undefined) throw usage('no load was broken off in this graph: there is nothing to resume')
    if (marker.id !== id) throw usage('the load that was broken off in this graph was of another dump')
    if (marker.phase === 'tidying' && verify === true)
      throw usage(
        'all of that dump is loaded, and some marks are gone by which it could be verified: resume it without',
      )
    return marker
  }
  if (marker !== undefined) {
    const { nodes, relationships, id: other } = marker
    const way = other === copied ? 'clean up first' : 'resume it, or clean up first'
    throw usage(
      `a load was broken off in this graph after ${counted(nodes, 'node')} and ${counted(relationships, 'relationship')}: ${way}`,
    )
  }
  if (append === true || mergeBy !== undefined) return undefined
  const question = { text: 'MATCH (n) RETURN count(n) AS count', columns: [{ name: 'count', type: whole }] }
  const [row] = await ask<{ count: number }>(db.executor, question, signal)
  const count = row?.count ?? 0
  if (count === 0) return undefined
  throw usage(`the graph has ${counted(count, 'node')} already: say append, or by which properties nodes are merged`)
}

/** Compares what was loaded with what it was loaded from. */
const differencesOf = async (
  db: Database<SchemaShape>,
  loader: GraphLoader,
  original: Digest,
  { signal, onProgress }: IntoOptions,
): Promise<readonly string[]> => {
  const only = new Numbering()
  for (let number = 0; number < loader.ids.count; number++) only.add(loader.ids.at(number), number)
  await using tx = await db.begin({ access: 'read', signal })
  const digest = new Digest()
  const source = await GraphSource.of(tx.executor, { only, signal, onProgress })
  for await (const batch of source.batches()) digest.add(batch)
  return original.differences(digest)
}

const mustBeKept = (source: Source, writing: Writing): void => {
  const refusals = catalogRefusals(source.about.catalog, writing)
  if (refusals.length === 0) return
  throw new GraphError('UNSUPPORTED_FEATURE', `${writing.engine} cannot keep ${refusals.join(', ')}`, {
    outcome: 'not sent',
  })
}

const nothingMade: SchemaReport = { constraints: 0, indexes: 0, lacking: [] }

const mustGoOn = (signal: Signal | undefined): void => {
  if (signal?.aborted === true) throw new GraphError('ABORTED', 'the caller stopped it', { cause: signal.reason })
}

/** Takes a whole graph in. */
export const into = async (
  db: Database<SchemaShape>,
  source: Source,
  options: IntoOptions,
  { resume, look, ...ways }: Way,
): Promise<IntoReport> => {
  const mergeBy = mergeKeysOf(options)
  await db.open()
  mustBeKept(source, writingOf(db.executor.dialect))
  const marker = await mustBeReady(db, source.about.id, options, resume)
  await look?.(mergeBy)
  const loader = new GraphLoader(db, source.about, { ...options, ...ways, mergeBy })
  const digest = new Digest()
  await loader.begin(marker)
  try {
    for await (const batch of source.batches()) {
      mustGoOn(options.signal)
      if (options.verify === true) digest.add(batch)
      await loader.write(batch)
    }
  } catch (error) {
    throw loader.stopped(error)
  }
  await loader.finish()
  options.onStanding?.(`${loader.whole}, but perhaps not every constraint and index`)
  const made = options.schema === false ? nothingMade : await makeSchema(db, source.about.schema)
  await db.sync()
  const report = { ...loader.counts, ...made }
  if (options.verify !== true) return report
  options.onStanding?.(`${loader.whole}, not compared to the end`)
  return { ...report, differences: await differencesOf(db, loader, digest, options) }
}
