import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { FieldNames, FieldsOf, FieldValue, Flat } from './fields.ts'
import type { Where } from './where.ts'

/** The fields that can be reckoned with. */
type NumberNames<F> = { [K in keyof F]: [NonNullable<F[K]>] extends [number | bigint] ? K : never }[keyof F]

/** What groups of nodes are reckoned to. */
export interface Aggregate<S extends SchemaShape, D, L> {
  readonly where?: Where<S, D, L>
  /** The fields whose values make a group; without it all nodes are one. */
  readonly by?: readonly FieldNames<S, D, L>[]
  readonly count?: true
  readonly sum?: readonly NumberNames<FieldsOf<S, D, L>>[]
  readonly avg?: readonly NumberNames<FieldsOf<S, D, L>>[]
  readonly min?: readonly FieldNames<S, D, L>[]
  readonly max?: readonly FieldNames<S, D, L>[]
}

/** The row of a group: the fields of `by`, and under each word what it was asked for. */
export type AggregateRow<F, Q> = Flat<
  (Q extends { readonly by: readonly (infer K)[] } ? { [P in K & string]: FieldValue<F, P> } : {}) &
    (Q extends { readonly count: true } ? { count: number } : {}) &
    (Q extends { readonly sum: readonly (infer K)[] }
      ? { sum: { [P in K & string]: NonNullable<FieldValue<F, P>> } }
      : {}) &
    (Q extends { readonly avg: readonly (infer K)[] } ? { avg: { [P in K & string]: number | null } } : {}) &
    (Q extends { readonly min: readonly (infer K)[] } ? { min: { [P in K & string]: FieldValue<F, P> | null } } : {}) &
    (Q extends { readonly max: readonly (infer K)[] } ? { max: { [P in K & string]: FieldValue<F, P> | null } } : {})
>
