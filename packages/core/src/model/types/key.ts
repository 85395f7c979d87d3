import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { DeclarationOf, FieldNamed, FieldsOf, Input, NamesOf } from './fields.ts'

type Listed<K> = K extends readonly (infer P)[] ? P : K

/** The properties that tell nodes apart: as declared, else by the graph's own constraints. */
type KeyProperties<S extends SchemaShape, D, L> =
  DeclarationOf<D, L> extends { readonly key: infer K } ? Listed<K> : KeyOfGraph<S, L>
type KeyOfGraph<S extends SchemaShape, L> = L extends keyof S['nodes']
  ? S['nodes'][L] extends { key: infer K }
    ? K
    : never
  : L extends `${infer A}&${infer B}`
    ? [KeyOfGraph<S, A>] extends [never]
      ? KeyOfGraph<S, B>
      : KeyOfGraph<S, A>
    : never

/** The fields of the key; `never` where there is none. */
export type KeyNames<S extends SchemaShape, D, L> = FieldNamed<NamesOf<DeclarationOf<D, L>>, KeyProperties<S, D, L>>

/** A key as an object of its fields. */
export type KeyFields<S extends SchemaShape, D, L> = L extends string
  ? [KeyNames<S, D, L>] extends [never]
    ? NoKey<L>
    : {
        readonly [K in KeyNames<S, D, L> & keyof FieldsOf<S, D, L>]: Input<NonNullable<FieldsOf<S, D, L>[K]>>
      }
  : never

/** What is asked for by key where there is none: the compiler shows it. */
type NoKey<L extends string> =
  `✖ ${L} has no key: give it a uniqueness constraint, or declare one: models<Schema>()({ ${L}: { key: … } })`

/** What `get` takes: the value of a key of one field, an object of several. */
export type KeyOf<S extends SchemaShape, D, L> =
  KeyNames<S, D, L> extends infer K
    ? [K] extends [never]
      ? NoKey<L & string>
      : Single<K> extends true
        ? K extends keyof FieldsOf<S, D, L>
          ? Input<NonNullable<FieldsOf<S, D, L>[K]>>
          : never
        : KeyFields<S, D, L>
    : never
type Single<K, All = K> = K extends unknown ? ([All] extends [K] ? true : false) : never
