import type { SchemaShape } from '../schema/schema-shape.ts'
import type { NodeBinding, OptionalNodeBinding, OptionalRelationshipBinding, RelationshipBinding, ValueBinding } from './binding.ts'
import type { ParseArguments } from './bracket.types.ts'
import type { BagOf, NotUnderstood, NoVariable, ParseExpression, PropertyOf, Typed, ValueOf } from './expression.types.ts'
import type { Cut, Trim } from './lex.types.ts'

/** `p {.name, k: e}`, `{k: e}`, `EXISTS { … }`, `[a, b]`, comprehensions. */
export type ParseBraces<S extends SchemaShape, Scope, T extends string> =
  T extends `${infer A}{${infer M}}`
    ? Trim<A> extends infer W extends string
      ? W extends keyof Scope ? Projected<Scope[W], Entries<S, Scope, Trim<M>, Scope[W]>>
        : W extends '' ? Projected<unknown, Entries<S, Scope, Trim<M>, ValueBinding<unknown>>>
        : NotUnderstood<T, W extends 'EXISTS' | 'exists' ? boolean : W extends 'COUNT' | 'count' ? number : unknown>
      : never
  : T extends `[${infer L}]`
    ? L extends `${string}${' IN ' | '|' | ')-' | ']'}${string}` ? NotUnderstood<T, unknown[]>
      : L extends '' ? Typed<never[], {}>
      : ListOf<ParseArguments<S, Scope, L>>
  : NotUnderstood<T>
type ListOf<X> = X extends Typed<infer T, infer P> ? Typed<T[], P> : X
/** The projection of a nullable node is null as a whole. */
type Projected<B, X> =
  X extends Typed<infer O, infer P>
    ? Typed<{ [K in keyof O]: O[K] } | (B extends { kind: 'optional-node' | 'optional-relationship' } ? null : never), P>
    : X

type Entries<S extends SchemaShape, Scope, M extends string, B, O = {}, Params = {}> =
  Cut<M, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Entry<S, Scope, Trim<I>, B> extends infer Q ? Q extends Typed<infer O1, infer P1> ? Entries<S, Scope, X, B, O & O1, Params & P1> : Q : never
      : Entry<S, Scope, Trim<M>, B> extends infer Q ? Q extends Typed<infer O1, infer P1> ? Typed<O & O1, Params & P1> : Q : never
    : never
type Entry<S extends SchemaShape, Scope, I extends string, B> =
  I extends '.*' ? Typed<BagOf<S, B>, {}>
  : I extends `.${infer K}` ? Keyed<K, PropertyOf<S, NotOptional<B>, K, I>>
  : I extends `${infer K}:${infer E}` ? Keyed<Trim<K>, ParseExpression<S, Scope, Trim<E>>>
  : I extends keyof Scope ? Typed<{ [A in I]: ValueOf<S, Scope[I]> }, {}>
  : I extends '' ? Typed<{}, {}>
  : NoVariable<Scope, I>
type Keyed<K extends string, X> = X extends Typed<infer T, infer P> ? Typed<{ [A in K]: T }, P> : X
/** Inside the projection of a nullable node the whole is null, not the keys. */
type NotOptional<B> =
  B extends OptionalNodeBinding<infer L> ? NodeBinding<L> : B extends OptionalRelationshipBinding<infer L> ? RelationshipBinding<L> : B
