import type { PropertySpec } from '@motif/core'
import type { IndexKind } from './definition.ts'
import type { StepValue } from './step.ts'

/** A property as it should be. */
export interface WantedProperty {
  /** What it holds: `integer`, `string?`, `list<date>`. Nothing is made of it but remarks, and constraints by `typed`. */
  readonly type?: PropertySpec | undefined
  /** What it was called. */
  readonly renamedFrom?: string | undefined
  /** Given to those that lack it. */
  readonly default?: StepValue | undefined
  /** The same as Cypher, computed from `n`, the node, or `r`, the relationship. */
  readonly backfill?: string | undefined
}

/** An index that is not a plain range index, or has a name of its own. */
export interface WantedIndex {
  readonly name?: string | undefined
  /** @defaultValue `'range'` */
  readonly kind?: IndexKind | undefined
  readonly properties: string | readonly string[]
  /** For `fulltext`: the labels or types it is on beside this one. */
  readonly also?: readonly string[] | undefined
  readonly analyzer?: string | undefined
  /** For `vector`. */
  readonly dimensions?: number | undefined
  /** @defaultValue `'cosine'` */
  readonly similarity?: 'cosine' | 'euclidean' | undefined
}

/** A label or a relationship type as it should be. */
export interface WantedElement {
  /** What it was called. */
  readonly renamedFrom?: string | undefined
  readonly properties?: Readonly<Record<string, PropertySpec | WantedProperty>> | undefined
  /** The property that is its key, or those that are one together. */
  readonly key?: string | readonly string[] | undefined
  /** Properties that are unique; a list in the list is unique as a whole. */
  readonly unique?: readonly (string | readonly string[])[] | undefined
  /** Properties that a constraint demands. */
  readonly exists?: readonly string[] | undefined
  /** Properties whose type a constraint holds. */
  readonly typed?: readonly string[] | undefined
  /** Properties that are indexed; a list in the list is one index. */
  readonly indexes?: readonly (string | readonly string[] | WantedIndex)[] | undefined
  /** Properties that should be gone. */
  readonly removed?: readonly string[] | undefined
}

type Elements = Readonly<Record<string, WantedElement>>

/** A graph as it should be: all its constraints and indexes, and what its data has to become. */
export interface WantedGraph {
  readonly nodes?: Elements | undefined
  readonly relationships?: Elements | undefined
  /** What should be gone: nodes with a label, the label alone, relationships of a type. */
  readonly removed?:
    | {
        readonly nodes?: readonly string[] | undefined
        readonly labels?: readonly string[] | undefined
        readonly relationships?: readonly string[] | undefined
      }
    | undefined
  /** Labels and types that others look after: their constraints and indexes are left alone. */
  readonly ignore?: readonly string[] | undefined
}

/**
 * Gives a wanted schema its types. What is not named is left as it is, but for constraints and indexes: the graph's own
 * that are not wanted are planned to be dropped.
 *
 * @example
 * export default defineGraph({
 *   nodes: { User: { renamedFrom: 'Person', properties: { id: 'integer', email: 'string?' }, unique: ['id'], indexes: ['email'] } },
 * })
 * // CREATE CONSTRAINT user_id_unique FOR (n:User) REQUIRE n.id IS UNIQUE
 * // CREATE INDEX user_email_index FOR (n:User) ON (n.email)
 */
export const defineGraph = (graph: WantedGraph): WantedGraph => graph
