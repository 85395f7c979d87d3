import type { NodeBinding, OptionalNodeBinding, OptionalRelationshipBinding, RelationshipBinding } from '../grammar/binding.ts'
import { treeOf } from './operation.ts'
import { type Named, tree, type Value } from './value.ts'

/** A node as a whole, where its plain properties are not enough. */
export interface NodeEntity<Labels extends string, Properties> {
  readonly labels: readonly string[]
  readonly elementId: string
  readonly properties: Properties
  /** The labels the pattern asked for, for the types alone. */
  readonly '~labels'?: Labels
}
/** A relationship as a whole. */
export interface RelationshipEntity<Type extends string, Properties> {
  readonly type: Type
  readonly elementId: string
  readonly startElementId: string
  readonly endElementId: string
  readonly properties: Properties
}
type OrNull<T> = Extract<T, null>

// The casts: run time carries trees, and the types beside it say what a tree stands for.

/**
 * Returns a node with its labels and element id.
 *
 * @example
 * db.match('(u:User)').return(({ u }) => ({ u: node(u) }))   // MATCH (u:User) RETURN u
 */
export const node = <T, L extends string>(value: Value<T, {}> & Named<NodeBinding<L> | OptionalNodeBinding<L>>): Value<NodeEntity<L, NonNullable<T>> | OrNull<T>> =>
  ({ [tree]: { kind: 'entity', of: treeOf(value, 'node()') } }) as never

/** Returns a relationship with its type, element id and ends. */
export const relationship = <T, L extends string>(value: Value<T, {}> & Named<RelationshipBinding<L> | OptionalRelationshipBinding<L>>): Value<RelationshipEntity<L, NonNullable<T>> | OrNull<T>> =>
  ({ [tree]: { kind: 'entity', of: treeOf(value, 'relationship()') } }) as never
