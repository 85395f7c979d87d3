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
export interface WantedIndex<Name extends string = string> {
  readonly name?: string | undefined
  /** @defaultValue `'range'` */
  readonly kind?: IndexKind | undefined
  readonly properties: Name | readonly Name[]
  /** For `fulltext`: the labels or types it is on beside this one. */
  readonly also?: readonly string[] | undefined
  readonly analyzer?: string | undefined
  /** For `vector`. */
  readonly dimensions?: number | undefined
  /** @defaultValue `'cosine'` */
  readonly similarity?: 'cosine' | 'euclidean' | undefined
}

/** The names of an element's properties; any where none are listed. */
type NamesIn<Properties> = unknown extends Properties ? string : keyof Properties & string

/** A label or a relationship type as it should be. */
export interface WantedElement<
  Properties = Readonly<Record<string, unknown>>,
  Name extends string = NamesIn<Properties>,
> {
  /** What it was called. */
  readonly renamedFrom?: string | undefined
  /** Where they are listed, constraints and indexes name no other. */
  readonly properties?: { readonly [P in keyof Properties]: PropertySpec | WantedProperty } | undefined
  /** The property that is its key, or those that are one together. */
  readonly key?: Name | readonly Name[] | undefined
  /** Properties that are unique; a list in the list is unique as a whole. */
  readonly unique?: readonly (Name | readonly Name[])[] | undefined
  /** Properties that a constraint demands. */
  readonly exists?: readonly Name[] | undefined
  /** Properties whose type a constraint holds. */
  readonly typed?: readonly Name[] | undefined
  /** Properties that are indexed; a list in the list is one index. */
  readonly indexes?: readonly (Name | readonly Name[] | WantedIndex<Name>)[] | undefined
  /** Properties that should be gone. */
  readonly removed?: readonly string[] | undefined
}

/** A graph as it should be: all its constraints and indexes, and what its data has to become. */
export interface WantedGraph<
  Nodes = Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  Relationships = Readonly<Record<string, Readonly<Record<string, unknown>>>>,
> {
  readonly nodes?: { readonly [Label in keyof Nodes]: WantedElement<Nodes[Label]> } | undefined
  readonly relationships?: { readonly [Type in keyof Relationships]: WantedElement<Relationships[Type]> } | undefined
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
export const defineGraph = <Nodes, Relationships>(graph: WantedGraph<Nodes, Relationships>): WantedGraph =>
  graph as unknown as WantedGraph // which names it has matters where it is written alone
