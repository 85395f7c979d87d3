import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { Narrowed } from './checked.ts'
import type { FieldsOf, Flat } from './fields.ts'
import type { FarOf, IsOne, RelationNames, RelationshipOf, TypeOf } from './relations.ts'

/** A row, exactly as `select` or `include` of Q asks for it. */
export type RowOf<S extends SchemaShape, D, L, Q> = Q extends { readonly select: infer C }
  ? L extends string
    ? Selected<S, D, L, FieldsOf<S, D, L>, C>
    : never
  : Q extends { readonly include: infer C }
    ? L extends string
      ? Included<S, D, L, FieldsOf<S, D, L>, C>
      : never
    : FieldsOf<S, D, L> | Perhaps<S, D, L, Q>

/** What rows are besides where only run time shows whether Q has a choice. */
type Perhaps<S extends SchemaShape, D, L, Q> = [keyof Q & ('select' | 'include')] extends [never]
  ? never
  : Chosen<S, D, L, 'select', Q> | Chosen<S, D, L, 'include', Q>
type Chosen<S extends SchemaShape, D, L, W extends 'select' | 'include', Q> = W extends keyof Q
  ? [NonNullable<Q[W]>] extends [never]
    ? never
    : RowOf<S, D, L, { readonly [K in W]: NonNullable<Q[W]> }>
  : never

/** Of nodes of several labels a row has what its own has, and no more. */
type Selected<S extends SchemaShape, D, L, F, C> = [Exclude<keyof C, keyof F | RelationNames<S, D, L>>] extends [never]
  ? Picked<S, D, L, F, C>
  : Flat<
      Picked<S, D, L, F, { [K in keyof C & (keyof F | RelationNames<S, D, L>)]: C[K] }> & {
        [K in Exclude<keyof C, keyof F | RelationNames<S, D, L>>]?: never
      }
    >
type Picked<S extends SchemaShape, D, L, F, C> = {
  -readonly [K in keyof C]: K extends keyof F ? F[K] : Related<S, D, L, K, C[K]>
} & {}

type Included<S extends SchemaShape, D, L, F, C> = {
  [K in keyof F | keyof C]: K extends keyof C ? Related<S, D, L, K, C[K]> : K extends keyof F ? F[K] : never
} & {}

type Related<S extends SchemaShape, D, L, N, V> = V extends { readonly count: true }
  ? number
  : RelatedRows<RelatedRow<S, D, L, N, V>, IsOne<D, L, N>>

/** Rows across a relation, or the one. */
export type RelatedRows<Row, One> = One extends true ? Row | null : Row[]

/** A row across a relation, with the properties of the relationship where they are asked for. */
export type RelatedRow<S extends SchemaShape, D, L, N, V> =
  RowOf<S, D, Narrowed<V, FarOf<S, D, L, N>>, V> extends infer Row
    ? V extends { readonly relationship: true }
      ? With<Row, RelationshipOf<S, TypeOf<D, L, N>>>
      : Row
    : never
type With<Row, R> = Row extends unknown ? Flat<Row & { $relationship: R }> : never
