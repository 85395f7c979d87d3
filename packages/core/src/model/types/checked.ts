import type { Suggestion } from '../../grammar/label.ts'
import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { RelationOptions } from './choice.ts'
import type { OperatorNames } from './condition.ts'
import type { FieldNames, FieldsOf, FieldValue } from './fields.ts'
import type { FarOf, RelationNames, RelationshipOf, TypeOf } from './relations.ts'

// What a call is inferred from takes any key beside those it knows. These types are that of the arguments themselves, with
// a message, in words, where a key is not known. Each is in line where it is used, since of a named type the name is shown.

/** A message at a key that is not known: what it may have been, and all that there are. */
export type Strange<K, Names> =
  Suggestion<Names, K & string> extends infer W extends string
    ? readonly [`✖ there is no '${K & string}' here${W}`, 'there are', Names & string]
    : never

/** The arguments of a call, whose options are A. */
export type Checked<S extends SchemaShape, D, L, Q, A, R = never> = {
  readonly [K in keyof Q]: K extends 'where'
    ? CheckedWhere<S, D, L, R, Q[K]>
    : K extends 'select'
      ? Q extends { readonly include: unknown }
        ? readonly ['✖ select names all that rows have, include what they have besides: give one of them']
        : CheckedChoice<S, D, L, Q[K], FieldNames<S, D, L>>
      : K extends 'include'
        ? CheckedChoice<S, D, L, Q[K], never>
        : K extends 'orderBy'
          ? CheckedOrder<Q[K], FieldNames<S, D, L>, [R] extends [never] ? never : RelationshipOf<S, R>>
          : K extends A
            ? unknown
            : Strange<K, A>
}

/** F are the names of fields, P the properties of the relationship, where there is one. */
type CheckedOrder<Q, F, P> = Q extends string
  ? unknown
  : Q extends readonly unknown[]
    ? { readonly [I in keyof Q]: CheckedOrder<Q[I], F, P> }
    : [Exclude<keyof Q, F>] extends [never]
      ? unknown
      : {
          readonly [K in keyof Q]: K extends F
            ? unknown
            : K extends ([P] extends [never] ? never : '$relationship')
              ? CheckedNames<Q[K], keyof P>
              : Strange<K, F>
        }

type CheckedChoice<S extends SchemaShape, D, L, C, F> = {
  readonly [K in keyof C]: K extends F
    ? unknown
    : K extends RelationNames<S, D, L>
      ? C[K] extends object
        ? object & CheckedRelation<S, D, L, K, C[K]>
        : unknown
      : Strange<K, F | RelationNames<S, D, L>>
}

/** What may be said of a relation. */
export type RelationWords<S extends SchemaShape> = keyof RelationOptions<S, {}, never, never>
type CheckedRelation<S extends SchemaShape, D, L, N, Q> = Checked<
  S,
  D,
  Narrowed<Q, FarOf<S, D, L, N>>,
  Q,
  RelationWords<S>,
  TypeOf<D, L, N>
>

/** The labels across a relation that are meant. */
export type Narrowed<Q, L> = Q extends { readonly label: infer X } ? X : L

type CheckedWhere<S extends SchemaShape, D, L, R, Q> = {
  readonly [K in keyof Q]: K extends FieldNames<S, D, L>
    ? CheckedCondition<Q[K], FieldValue<FieldsOf<S, D, L>, K>>
    : K extends 'and' | 'or'
      ? CheckedEach<S, D, L, R, Q[K]>
      : K extends 'not'
        ? CheckedWhere<S, D, L, R, Q[K]>
        : K extends '$relationship'
          ? CheckedProperties<Q[K], RelationshipOf<S, R>>
          : K extends RelationNames<S, D, L>
            ? CheckedThrough<S, D, Narrowed<Q[K], FarOf<S, D, L, K>>, TypeOf<D, L, K>, Q[K]>
            : Strange<K, FieldNames<S, D, L> | RelationNames<S, D, L>>
}
type CheckedEach<S extends SchemaShape, D, L, R, Q> = { readonly [I in keyof Q]: CheckedWhere<S, D, L, R, Q[I]> }
type CheckedThrough<S extends SchemaShape, D, L, R, Q> = {
  readonly [K in keyof Q]: K extends 'some' | 'every' | 'none'
    ? CheckedWhere<S, D, L, R, Q[K]>
    : K extends 'label'
      ? unknown
      : Strange<K, 'some' | 'every' | 'none' | 'label'>
}
type CheckedProperties<Q, P> = {
  readonly [K in keyof Q]: K extends keyof P ? CheckedCondition<Q[K], P[K]> : Strange<K, keyof P>
}
/** Values, not written as `{ … }`, all have one of these. */
type Value = { readonly toJSON: unknown } | { readonly length: number }
type CheckedCondition<Q, T> = Q extends Value ? unknown : Q extends object ? CheckedNames<Q, OperatorNames<T>> : unknown
// Where all is known nothing is asked, so that what is wrong with a value is told at that value.
type CheckedNames<Q, N> = [Exclude<keyof Q, N>] extends [never]
  ? unknown
  : { readonly [K in keyof Q]: K extends N ? unknown : Strange<K, N> }
