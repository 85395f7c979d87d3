import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { OrDate } from '../../value/temporal.ts'

// Labels are written as in Cypher: `User`; `User&Admin`, nodes that carry both; a union stands for nodes of one or another.

/** What was declared of the nodes that carry some labels. */
export type DeclarationOf<D, L> = L extends keyof D
  ? D[L]
  : L extends `${infer A}&${infer B}`
    ? DeclarationOf<D, A> & DeclarationOf<D, B>
    : {}

/** The properties as the graph has them, by their own names. */
export type PropertiesOf<S extends SchemaShape, L> = L extends keyof S['nodes']
  ? S['nodes'][L]['properties']
  : L extends `${infer A}&${infer B}`
    ? PropertiesOf<S, A> & PropertiesOf<S, B>
    : never

/** The properties as rows have them, by the names that were declared. */
export type FieldsOf<S extends SchemaShape, D, L> = L extends keyof D | `${string}&${string}`
  ? Renamed<PropertiesOf<S, L>, DeclarationOf<D, L>>
  : PropertiesOf<S, L>

/** `{ fullName: 'full_name' }`: the property by its field; `{}` where nothing is renamed. */
export type NamesOf<X> = X extends { readonly fields: infer R } ? R : {}

type Renamed<P, X> = X extends { readonly fields: infer R }
  ? {
      [K in keyof R | Exclude<keyof P, R[keyof R]>]: K extends keyof R
        ? R[K] extends keyof P
          ? P[R[K]]
          : never
        : K extends keyof P
          ? P[K]
          : never
    }
  : { [K in keyof P]: P[K] }

/** The field of a property. */
export type FieldNamed<R, P> = P extends R[keyof R] ? { [K in keyof R]: R[K] extends P ? K : never }[keyof R] : P

/** The names of fields, of nodes of one label or another those of all. */
export type FieldNames<S extends SchemaShape, D, L> = L extends string ? keyof FieldsOf<S, D, L> & string : never

/** The value of a field, of nodes of one label or another that of each that has it. */
export type FieldValue<F, K> = F extends unknown ? (K extends keyof F ? F[K] : never) : never

/** The value of a property as it may be given. */
export type Input<T> = T extends readonly (infer E)[] ? readonly OrDate<E>[] : OrDate<T>

/** A type put together, as it is shown. */
export type Flat<X> = { [K in keyof X]: X[K] } & {}
