import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { Condition } from './condition.ts'
import type { FieldNames, FieldsOf, FieldValue } from './fields.ts'
import type { FarOf, RelationNames, RelationshipOf, TypeOf } from './relations.ts'

/** What relationships of a type are asked: their own properties; R is `never` where there is none. */
export type RelationshipWhere<S extends SchemaShape, R> = {
  readonly [K in keyof RelationshipOf<S, R>]?: Condition<RelationshipOf<S, R>[K]>
}

/**
 * What nodes are asked. Everything in it has to hold. R is the type of the relationship by which they are reached, whose
 * own properties `$relationship` asks.
 */
export type Where<S extends SchemaShape, D, L, R = never> = {
  readonly [K in
    | FieldNames<S, D, L>
    | RelationNames<S, D, L>
    | 'and'
    | 'or'
    | 'not'
    | ([R] extends [never] ? never : '$relationship')]?: K extends 'and' | 'or'
    ? readonly Where<S, D, L, R>[]
    : K extends 'not'
      ? Where<S, D, L, R>
      : K extends '$relationship'
        ? RelationshipWhere<S, R>
        : K extends RelationNames<S, D, L>
          ? Through<S, D, FarOf<S, D, L, K>, TypeOf<D, L, K>>
          : Condition<FieldValue<FieldsOf<S, D, L>, K>>
}

/** What the nodes across a relation are asked: one at least, all or none of them. */
export interface Through<S extends SchemaShape, D, L, R> {
  readonly some?: Where<S, D, L, R>
  readonly every?: Where<S, D, L, R>
  readonly none?: Where<S, D, L, R>
  /** Nodes of this label alone. */
  readonly label?: L
}
