import { type Executor, GraphError, type Signal } from '@motif/core'
import type { Catalog, Scan } from '../catalog/catalog.ts'
import type { Samples } from '../config/config.ts'
import { introspectGrafeo } from './grafeo.ts'
import { introspectNeo4j } from './neo4j.ts'

/** How far a scan has come. */
export interface Progress {
  /** What is read: a label, a relationship type, or a step such as `labels`. */
  readonly what: string
  readonly done: number
  readonly total: number
}

/** A property whose values are read, in the whole graph, as long as there are no more than the limit. */
export interface ValueWish {
  readonly on: 'node' | 'relationship'
  /** The label or relationship type. */
  readonly target: string
  readonly property: string
  readonly limit: number
}

export interface IntrospectOptions {
  /** @defaultValue `{ mode: 'full' }` */
  readonly scan?: Scan | undefined
  /** Texts and whole numbers that are read for enums. @defaultValue none */
  readonly enums?: readonly ValueWish[] | undefined
  /** Values that are read to be shown. @defaultValue none */
  readonly samples?: Samples | undefined
  readonly signal?: Signal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** What reads one kind of engine. */
export type Introspector = (executor: Executor, options: IntrospectOptions) => Promise<Catalog>

/** By the name of the dialect that the executor speaks. */
const introspectors: ReadonlyMap<string, Introspector> = new Map([
  ['grafeo', introspectGrafeo],
  ['neo4j', introspectNeo4j],
  ['neo4j5', introspectNeo4j],
  ['neo4j2025', introspectNeo4j],
])

/**
 * Describes a live graph: labels, properties with the types of their values, ends of relationships, constraints, indexes.
 * It only reads. A sample is of about the stated size per label and type, and the same from run to run; ends, label sets
 * and counts are always of the whole graph.
 *
 * @example
 * const catalog = await introspect(db.executor, { scan: { mode: 'sample', size: 1_000 } })
 * @throws GraphError UNSUPPORTED_FEATURE for an engine that cannot be read yet.
 */
export const introspect = async (executor: Executor, options: IntrospectOptions = {}): Promise<Catalog> => {
  const { name } = executor.dialect
  const introspector = introspectors.get(name)
  if (introspector === undefined) {
    throw new GraphError(
      'UNSUPPORTED_FEATURE',
      `a graph that speaks '${name}' cannot be introspected; engines that can: grafeo, neo4j`,
    )
  }
  const { scan } = options
  if (scan?.mode === 'sample' && !(Number.isSafeInteger(scan.size) && scan.size > 0)) {
    throw new GraphError('USAGE', `a sample is of a whole number of nodes above 0, not ${scan.size}`)
  }
  return introspector(executor, options)
}
