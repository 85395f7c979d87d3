import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure } from './binding.ts'
import { readMap } from './brace.ts'
import type { Cursor } from './cursor.ts'
import type { StartingWith, Suggestion } from './label.ts'
import type { Punctuated, ReadExpression, Typed } from './expression.ts'
import type { Trim, TrimLeft } from './lex.ts'
import type { IsRowField } from './operator.ts'
import type { Cut } from './pair.ts'
import type { Flat } from './statement.ts'

/** A map, or a parameter in its place. */
export const readProperties = (cursor: Cursor): Expression | undefined => {
  const start = cursor.at
  if (cursor.key === '{') return cursor.made(start, readMap(cursor))
  const { kind, value } = cursor.peek()
  if (kind !== 'parameter') return undefined
  cursor.at += 1
  return cursor.made(start, { kind: 'parameter', name: value })
}

// The same for the compiler.

type KeysOfUnion<U> = U extends unknown ? keyof U : never
export type Get<U, K extends PropertyKey> = U extends unknown ? (K extends keyof U ? U[K] : null) : never

/** `{id: $id, name: 'Ada'}` of a pattern: the parameters it asks for, or what is wrong. */
export type ReadProperties<
  S extends SchemaShape,
  Scope,
  Bag,
  M extends string,
  Tail extends string,
  Params,
  L extends string,
> = M extends `${infer I},${infer X}`
  ? Property<S, Scope, Bag, I, `,${X}${Tail}`, Params, L> extends infer Q
    ? Q extends AnyFailure
      ? Q
      : ReadProperties<S, Scope, Bag, X, Tail, Q, L>
    : never
  : Property<S, Scope, Bag, M, Tail, Params, L>
/** The same where a value may hold commas and brackets. */
export type ReadEntries<S extends SchemaShape, Scope, Bag, M extends string, L extends string, Params = {}> =
  Cut<M, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Property<S, Scope, Bag, I, '', Params, L> extends infer Q
        ? Q extends AnyFailure
          ? Q
          : ReadEntries<S, Scope, Bag, X, L, Q>
        : never
      : M extends '' | ' '
        ? Params
        : Property<S, Scope, Bag, M, '', Params, L>
    : never
type Property<
  S extends SchemaShape,
  Scope,
  Bag,
  I extends string,
  Tail extends string,
  Params,
  L extends string,
> = I extends `${infer K}:${infer X}`
  ? Trim<K> extends infer K2 extends string
    ? K2 extends KeysOfUnion<Bag>
      ? PropertyValue<S, Scope, Get<Bag, K2>, Trim<X>, Tail, Params, K2>
      : K2 extends `\`${infer K3}\``
        ? Property<S, Scope, Bag, `${K3}:${X}`, Tail, Params, L>
        : Failure<
            `${L} has no property '${K2}'${Suggestion<KeysOfUnion<Bag>, K2> & string}`,
            TrimLeft<K>,
            `:${X}${Tail}`,
            StartingWith<KeysOfUnion<Bag>, K2>
          >
    : never
  : Failure<
      `expected 'key: value' at '${I}'`,
      TrimLeft<I>,
      Tail,
      KeyAndParameter<StartingWith<KeysOfUnion<Bag>, TrimLeft<I>>>
    >
type KeyAndParameter<K> = K extends string ? `${K}: $${K}` : never

/** The schema of a pattern that is created, where a property may be left out by null. */
export interface Creating<S extends SchemaShape> {
  nodes: S['nodes']
  relationships: S['relationships']
  readonly creating: true
}
/** A key of a pattern to be found never equals null, so its parameter is not nullable either. */
type Asked<S, T> = S extends { readonly creating: true } ? T : NonNullable<T>
/** `$properties` in place of a map: all of them to create, some of them to find. */
export type WholeProperties<S, Bag> = S extends { readonly creating: true }
  ? Flat<
      { [K in keyof Bag as null extends Bag[K] ? never : K]: Bag[K] } & {
        [K in keyof Bag as null extends Bag[K] ? K : never]?: Bag[K]
      }
    >
  : Partial<Bag>
type PropertyValue<
  S extends SchemaShape,
  Scope,
  T,
  X extends string,
  Tail extends string,
  Params,
  K extends string,
> = X extends `$${infer A}`
  ? A extends Punctuated | `${string}.${string}`
    ? Computed<T, ReadExpression<S, Scope, X>, X, Params, K>
    : Params & { [Q in A]: Asked<S, T> }
  : X extends '""'
    ? Fits<string, T, X, Tail, Params, K>
    : X extends `${number}`
      ? Fits<number, T, X, Tail, Params, K>
      : X extends 'true' | 'false'
        ? Fits<boolean, T, X, Tail, Params, K>
        : IsRowField<X, Scope> extends true
          ? Params & { [Q in `@${X}`]: Asked<S, T> }
          : Computed<T, ReadExpression<S, Scope, X>, X, Params, K>
type Fits<G, T, X extends string, Tail extends string, Params, K extends string> = [
  Extract<unknown extends T ? G : T, G>,
] extends [never]
  ? Failure<`property '${K}' does not take ${X extends '""' ? 'a string' : X}`, X, Tail>
  : Params
type ElementOf<V> = V extends readonly (infer E)[] ? E : never
/** A value put together: what is not known of it fits. */
type Computed<T, Value, X extends string, Params, K extends string> =
  Value extends Typed<infer V, infer P>
    ? unknown extends V | T | ElementOf<V>
      ? Params & P
      : [V] extends [T | null]
        ? Params & P
        : Failure<`property '${K}' does not take '${X}'`, X, ''>
    : Value
