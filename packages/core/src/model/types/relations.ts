import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { DeclarationOf } from './fields.ts'

type RelationsIn<X> = X extends { readonly relations: infer R } ? R : {}

/** The names of relations: types that go out, `'<TYPE'` for those that come in, and names that were declared. */
export type RelationNames<S extends SchemaShape, D, L> = [EndNames<S, L> | DeclaredNames<D, L>] extends [
  infer N extends string,
]
  ? N // so that a message shows the names, not this one
  : never
type DeclaredNames<D, L> = L extends string ? keyof RelationsIn<DeclarationOf<D, L>> & string : never

/** As the schema has them: `WROTE`, `'<WROTE'`. */
export type EndNames<S extends SchemaShape, L> = L extends keyof S['nodes']
  ? (keyof S['nodes'][L]['out'] & string) | `<${keyof S['nodes'][L]['in'] & string}`
  : L extends `${infer A}&${infer B}`
    ? EndNames<S, A> | EndNames<S, B>
    : never

/** What a relation is, by its name. */
type Declared<D, L, N> = L extends string
  ? RelationsIn<DeclarationOf<D, L>> extends infer R
    ? N extends keyof R
      ? R[N]
      : N
    : never
  : never
type EndOf<X> = X extends { readonly type: infer T } ? T : X

/** The type of its relationships. */
export type TypeOf<D, L, N> = EndOf<Declared<D, L, N>> extends `<${infer T}` ? T : EndOf<Declared<D, L, N>>

/** The labels at its far end. */
export type FarOf<S extends SchemaShape, D, L, N> = L extends string ? Across<S, L, EndOf<Declared<D, L, N>>> : never
type Across<S extends SchemaShape, L, E> = L extends keyof S['nodes']
  ? E extends `<${infer T}`
    ? T extends keyof S['nodes'][L]['in']
      ? S['nodes'][L]['in'][T]
      : never
    : E extends keyof S['nodes'][L]['out']
      ? S['nodes'][L]['out'][E]
      : never
  : L extends `${infer A}&${infer B}`
    ? Across<S, A, E> | Across<S, B, E>
    : never

/** Whether there is one at most. */
export type IsOne<D, L, N> = Declared<D, L, N> extends { readonly one: true } ? true : false

/** The properties of relationships of a type. */
export type RelationshipOf<S extends SchemaShape, T> = T extends keyof S['relationships']
  ? S['relationships'][T]['properties']
  : never
