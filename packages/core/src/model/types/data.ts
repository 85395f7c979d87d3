import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { DeclarationOf, FieldNamed, FieldsOf, Input, NamesOf } from './fields.ts'
import type { KeyFields, KeyOf } from './key.ts'
import type { FarOf, RelationNames, RelationshipOf, TypeOf } from './relations.ts'

/** The fields whose properties a word of the declaration names. */
type Said<X, W extends string> = X extends { readonly [K in W]: infer V } ? FieldNamed<NamesOf<X>, keyof V> : never
type VersionOf<X> = X extends { readonly version: infer V } ? FieldNamed<NamesOf<X>, V> : never

/** The fields that are made, so that nobody gives them. */
type Made<X> = Said<X, 'generated'> | Said<X, 'updated'> | VersionOf<X> | SuppliedOf<X>
type SuppliedOf<X> = X extends { readonly supplied: readonly (infer V)[] } ? FieldNamed<NamesOf<X>, V> : never

/** The keys that must be given: never null, and nothing makes them. */
type RequiredNames<F> = { [K in keyof F]-?: null extends F[K] ? never : undefined extends F[K] ? never : K }[keyof F]

type Given<F, Required> = { readonly [K in keyof F & Required]: Input<F[K]> } & {
  readonly [K in Exclude<keyof F, Required>]?: Input<F[K]>
}
type Writable<F, X> = [Made<X>] extends [never] ? F : Omit<F, Made<X> & string>

type OneOrMore<T> = T | readonly T[]

/** A node that is created: what is never null and not made by itself has to be given. */
export type CreateData<S extends SchemaShape, D, L> = CreateFields<
  Writable<FieldsOf<S, D, L>, DeclarationOf<D, L>>,
  DeclarationOf<D, L>
> & {
  readonly [N in RelationNames<S, D, L>]?: Creating<S, D, FarOf<S, D, L, N>, TypeOf<D, L, N>>
}
type CreateFields<F, X> = Given<F, Exclude<RequiredNames<F>, Said<X, 'defaults'>>>

/** The properties of a relationship that is made, which must be given where one of them is never null. */
export type RelationshipData<S extends SchemaShape, R> = Given<
  RelationshipOf<S, R>,
  RequiredNames<RelationshipOf<S, R>>
>
type Joining<S extends SchemaShape, R> = [RequiredNames<RelationshipOf<S, R>>] extends [never]
  ? { readonly $relationship?: RelationshipData<S, R> }
  : { readonly $relationship: RelationshipData<S, R> }

/** Says which label is meant, where a relation leads to several. */
type Labelled<L, All> = [All] extends [L] ? { readonly $label?: L } : { readonly $label: L }

type NewNode<S extends SchemaShape, D, L, All = L> = L extends string ? CreateData<S, D, L> & Labelled<L, All> : never
type Reference<S extends SchemaShape, D, L, All = L> = L extends string
  ? KeyFields<S, D, L> extends infer K
    ? K extends string
      ? OnlyOf<K, L, All>
      : K & Labelled<L, All>
    : never
  : never
/** That a label has no key matters where it is the only one. */
type OnlyOf<K, L, All> = [All] extends [L] ? K : never
/** A node across a relation, by its key: where the relation leads to several labels an object that names one. */
export type FarKey<S extends SchemaShape, D, L> = IsUnion<L> extends true ? Reference<S, D, L> : KeyOf<S, D, L>
type IsUnion<L, All = L> = L extends unknown ? ([All] extends [L] ? false : true) : never

type FoundOrNew<S extends SchemaShape, D, L, All = L> = L extends string
  ? {
      readonly by: KeyFields<S, D, L>
      /** The rest of a node that is not there yet. */
      readonly create: Omit<CreateData<S, D, L>, keyof KeyFields<S, D, L> | RelationNames<S, D, L>>
    } & Labelled<L, All>
  : never

/** What a node that is created is joined to. */
interface Creating<S extends SchemaShape, D, L, R> {
  readonly create?: OneOrMore<NewNode<S, D, L> & Joining<S, R>>
  readonly connect?: OneOrMore<Reference<S, D, L> & Joining<S, R>>
  readonly connectOrCreate?: OneOrMore<FoundOrNew<S, D, L> & Joining<S, R>>
}

/** What becomes of the relationships of a node that is there. */
interface Changing<S extends SchemaShape, D, L, R> extends Creating<S, D, L, R> {
  /** Ends the relationships to these, or all with `true`. */
  readonly disconnect?: true | OneOrMore<Reference<S, D, L>>
  /** Ends all others. */
  readonly set?: OneOrMore<Reference<S, D, L> & Joining<S, R>>
  /** Deletes these nodes. */
  readonly delete?: OneOrMore<Reference<S, D, L>>
  /** Lets `delete` take the other relationships of a node with it. */
  readonly detach?: boolean
}

/** Adds to a number in the graph itself, whatever it is by then. */
interface Increment<T> {
  readonly increment: T
}
type Change<T> = Input<T> | ([NonNullable<T>] extends [number | bigint] ? Increment<NonNullable<T>> : never)

/** What is changed of a node: some fields, `null` where one may be missing, and its relations. */
export type UpdateData<S extends SchemaShape, D, L> = UpdateManyData<S, D, L> & {
  readonly [N in RelationNames<S, D, L>]?: Changing<S, D, FarOf<S, D, L, N>, TypeOf<D, L, N>>
}
type UpdateFields<F> = { readonly [K in keyof F]?: Change<F[K]> }

/** What is changed of many nodes at once: fields alone. */
export type UpdateManyData<S extends SchemaShape, D, L> = UpdateFields<Writable<FieldsOf<S, D, L>, DeclarationOf<D, L>>>
