import type {
  NodeBinding,
  OptionalNodeBinding,
  OptionalRelationshipBinding,
  RelationshipBinding,
} from '../grammar/binding.ts'
import type { GraphNode } from '../value/graph-node.ts'
import type { GraphRelationship } from '../value/graph-relationship.ts'
import { treeOf } from './operation.ts'
import { type Named, tree, type Value } from './value.ts'

type OrNull<T> = Extract<T, null>

// The casts: run time carries trees, and the types beside it say what a tree stands for.

/**
 * Returns a node with its labels and element id.
 *
 * @example
 * db.match('(u:User)').return(({ u }) => ({ u: node(u) }))   // MATCH (u:User) RETURN u
 */
export const node = <T, L extends string>(
  value: Value<T, {}> & Named<NodeBinding<L> | OptionalNodeBinding<L>>,
): Value<GraphNode<Extract<T, object>, L> | OrNull<T>> =>
  ({ [tree]: { kind: 'entity', of: treeOf(value, 'node()') } }) as never

/** Returns a relationship with its type, element id and ends. */
export const relationship = <T, L extends string>(
  value: Value<T, {}> & Named<RelationshipBinding<L> | OptionalRelationshipBinding<L>>,
): Value<GraphRelationship<Extract<T, object>, L> | OrNull<T>> =>
  ({ [tree]: { kind: 'entity', of: treeOf(value, 'relationship()') } }) as never
