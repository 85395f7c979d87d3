import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure } from './binding.ts'
import { readMap } from './brace.ts'
import type { Cursor } from './cursor.ts'
import type { StartingWith, Suggestion } from './label.ts'
import type { Trim, TrimLeft } from './lex.ts'

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
  S,
  Bag,
  M extends string,
  Tail extends string,
  Params,
  L extends string,
> = M extends `${infer I},${infer X}`
  ? Property<S, Bag, I, `,${X}${Tail}`, Params, L> extends infer Q
    ? Q extends AnyFailure
      ? Q
      : ReadProperties<S, Bag, X, Tail, Q, L>
    : never
  : Property<S, Bag, M, Tail, Params, L>
type Property<
  S,
  Bag,
  I extends string,
  Tail extends string,
  Params,
  L extends string,
> = I extends `${infer K}:${infer X}`
  ? Trim<K> extends infer K2 extends string
    ? K2 extends KeysOfUnion<Bag>
      ? PropertyValue<S, Get<Bag, K2>, Trim<X>, Tail, Params, K2>
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
type PropertyValue<S, T, X extends string, Tail extends string, Params, K extends string> = X extends `$${infer A}`
  ? Params & { [Q in A]: Asked<S, T> }
  : X extends '""'
    ? Fits<string, T, X, Tail, Params, K>
    : X extends `${number}`
      ? Fits<number, T, X, Tail, Params, K>
      : X extends 'true' | 'false'
        ? Fits<boolean, T, X, Tail, Params, K>
        : X extends `${string}.${string}`
          ? Params & { [Q in `@${X}`]: Asked<S, T> }
          : Failure<`'${X}' is not a $param, a literal or a variable's property`, X, Tail>
type Fits<G, T, X extends string, Tail extends string, Params, K extends string> = [Extract<T, G>] extends [never]
  ? Failure<`property '${K}' does not take ${X extends '""' ? 'a string' : X}`, X, Tail>
  : Params
