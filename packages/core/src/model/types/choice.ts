import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { FieldNames } from './fields.ts'
import type { OrderBy } from './order.ts'
import type { FarOf, RelationNames, TypeOf } from './relations.ts'
import type { Where } from './where.ts'

/** Which fields and relations rows have: those that are named. */
export type Select<S extends SchemaShape, D, L> = {
  readonly [K in FieldNames<S, D, L> | RelationNames<S, D, L>]?: K extends RelationNames<S, D, L>
    ? true | RelationOptions<S, D, FarOf<S, D, L, K>, TypeOf<D, L, K>>
    : true
}

/** Which relations rows have beside all fields. */
export type Include<S extends SchemaShape, D, L> = {
  readonly [K in RelationNames<S, D, L>]?: true | RelationOptions<S, D, FarOf<S, D, L, K>, TypeOf<D, L, K>>
}

/** What rows are made of: all fields, those of `select`, or all and the relations of `include`. */
export interface Choice<S extends SchemaShape, D, L> {
  readonly select?: Select<S, D, L>
  readonly include?: Include<S, D, L>
}

/** What is read across a relation: of which nodes, which of them, in which order, how many. */
export interface RelationOptions<S extends SchemaShape, D, L, R> extends Choice<S, D, L> {
  readonly where?: Where<S, D, L, R>
  readonly orderBy?: OrderBy<S, D, L, R>
  readonly limit?: number
  readonly skip?: number
  /** The properties of the relationship itself, as `$relationship`. */
  readonly relationship?: true
  /** Nodes of this label alone. */
  readonly label?: L
  /** How many there are, in place of the nodes. */
  readonly count?: true
}
