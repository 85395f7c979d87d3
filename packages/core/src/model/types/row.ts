import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { FieldsOf, Flat } from './fields.ts'
import type { FarOf, IsOne, RelationshipOf, TypeOf } from './relations.ts'

/** A row, exactly as `select` or `include` of Q asks for it. */
export type RowOf<S extends SchemaShape, D, L, Q> = Q extends { readonly select: infer C }
  ? L extends string
    ? Selected<S, D, L, FieldsOf<S, D, L>, C>
    : never
  : Q extends { readonly include: infer C }
    ? L extends string
      ? Included<S, D, L, FieldsOf<S, D, L>, C>
      : never
    : FieldsOf<S, D, L>

/** What a label of several lacks is null in its rows. */
type Selected<S extends SchemaShape, D, L, F, C> = {
  -readonly [K in keyof C]: K extends keyof F ? F[K] : Related<S, D, L, K, C[K]>
} & {}

type Included<S extends SchemaShape, D, L, F, C> = {
  [K in keyof F | keyof C]: K extends keyof C ? Related<S, D, L, K, C[K]> : K extends keyof F ? F[K] : never
} & {}

type Related<S extends SchemaShape, D, L, N, V> = V extends { readonly count: true }
  ? number
  : [FarOf<S, D, L, N>] extends [never]
    ? null
    : RelatedRows<RelatedRow<S, D, L, N, V>, IsOne<D, L, N>>

/** Rows across a relation, or the one. */
export type RelatedRows<Row, One> = One extends true ? Row | null : Row[]

/** A row across a relation, with the properties of the relationship where they are asked for. */
export type RelatedRow<S extends SchemaShape, D, L, N, V> =
  RowOf<S, D, V extends { readonly label: infer X } ? X : FarOf<S, D, L, N>, V> extends infer Row
    ? V extends { readonly relationship: true }
      ? With<Row, RelationshipOf<S, TypeOf<D, L, N>>>
      : Row
    : never
type With<Row, R> = Row extends unknown ? Flat<Row & { $relationship: R }> : never
