import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { FieldNames } from './fields.ts'
import type { RelationshipOf } from './relations.ts'

type Direction = 'asc' | 'desc'

/** What rows are ordered by: a field, fields with their directions, or several of these one after the other. */
export type OrderBy<S extends SchemaShape, D, L, R = never> =
  | FieldNames<S, D, L>
  | Directions<S, D, L, R>
  | readonly (FieldNames<S, D, L> | Directions<S, D, L, R>)[]

type Directions<S extends SchemaShape, D, L, R> = {
  readonly [K in FieldNames<S, D, L> | ([R] extends [never] ? never : '$relationship')]?: K extends '$relationship'
    ? { readonly [P in keyof RelationshipOf<S, R>]?: Direction }
    : Direction
}
