import type { SchemaShape } from '../schema/schema-shape.ts'
import type { ParseBraces } from './brace.types.ts'
import type { NotUnderstood, OrNull, ParseExpression, Typed } from './expression.types.ts'
import type { Balanced, Cut, Trim } from './lex.types.ts'

/** `(x)`, `f(x)`; braces and lists go to `ParseBraces`. */
export type ParseBracketed<S extends SchemaShape, Scope, T extends string> =
  T extends `(${infer X})`
    ? Balanced<X> extends true
      ? X extends `${infer H})${string}`
        ? H extends `${string}(${string}` ? ParseExpression<S, Scope, Trim<X>> : NotUnderstood<T, boolean>
        : ParseExpression<S, Scope, Trim<X>>
      : NotUnderstood<T>
  : T extends `${infer F}(${infer A})`
    ? F extends `${string}${' ' | '[' | '{'}${string}` ? ParseBraces<S, Scope, T>
      : Balanced<A> extends true ? ParseCall<S, Scope, Lowercase<F>, Trim<A>, T>
      : NotUnderstood<T>
  : ParseBraces<S, Scope, T>

/** The union of the arguments' types. */
export type ParseArguments<S extends SchemaShape, Scope, A extends string, T = never, Params = {}> =
  Cut<A, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? ParseExpression<S, Scope, Trim<I>> extends infer Q
        ? Q extends Typed<infer T1, infer P1> ? ParseArguments<S, Scope, X, T | T1, Params & P1> : Q
        : never
      : ParseExpression<S, Scope, Trim<A>> extends infer Q ? Q extends Typed<infer T1, infer P1> ? Typed<T | T1, Params & P1> : Q : never
    : never

/** What a function returns, by the type of its (first) argument. */
export interface Functions<A> {
  count: number; sum: number; avg: number | null; min: A | null; max: A | null; collect: NonNullable<A>[]; stdev: number
  size: number | OrNull<A>; length: number | OrNull<A>
  id: number | OrNull<A>; elementid: string | OrNull<A>; type: string | OrNull<A>; labels: string[] | OrNull<A>; keys: string[] | OrNull<A>
  properties: A
  tolower: string | OrNull<A>; toupper: string | OrNull<A>; trim: string | OrNull<A>; ltrim: string | OrNull<A>; rtrim: string | OrNull<A>
  substring: string | OrNull<A>; replace: string | OrNull<A>; left: string | OrNull<A>; right: string | OrNull<A>; split: string[] | OrNull<A>
  tostring: string | OrNull<A>; tointeger: number | null; tofloat: number | null; toboolean: boolean | null
  abs: number | OrNull<A>; ceil: number | OrNull<A>; floor: number | OrNull<A>; round: number | OrNull<A>; sign: number | OrNull<A>
  sqrt: number | OrNull<A>; exp: number | OrNull<A>; log: number | OrNull<A>; rand: number; range: number[]; timestamp: number; randomuuid: string
  head: A extends readonly (infer X)[] ? X | null : unknown; last: A extends readonly (infer X)[] ? X | null : unknown
  tail: A; reverse: A; nodes: unknown[]; relationships: unknown[]; exists: boolean; isempty: boolean
}
/** The names alone: looking a name up here costs no instantiation of the results. */
type FunctionName = keyof Functions<unknown>

export type ParseCall<S extends SchemaShape, Scope, F extends string, A extends string, T extends string> =
  F extends 'coalesce' ? Coalesce<S, Scope, A>
  : F extends 'any' | 'all' | 'none' | 'single' ? NotUnderstood<T, boolean>
  : F extends FunctionName
    ? A extends '*' | '' ? Typed<Functions<unknown>[F], {}>
      : (A extends `DISTINCT ${infer X}` ? X : A) extends infer B extends string
        ? B extends `${string},${string}`
          ? Cut<B, ','> extends [infer B1 extends string, infer B2 extends string] ? Applied2<F, ParseExpression<S, Scope, Trim<B1>>, ParseArguments<S, Scope, B2>> : Applied<F, ParseExpression<S, Scope, B>>
          : Applied<F, ParseExpression<S, Scope, B>>
        : never
  : NotUnderstood<T>
type Applied<F extends FunctionName, X> = X extends Typed<infer T, infer P> ? Typed<Functions<T>[F], P> : X
type Applied2<F extends FunctionName, X, Y> =
  X extends Typed<infer T, infer P> ? Y extends Typed<unknown, infer P2> ? Typed<Functions<T>[F], P & P2> : Y : X
/** Null only when its last argument may be; a `$default` takes the type of those before it. */
type Coalesce<S extends SchemaShape, Scope, A extends string, T = never, Params = {}> =
  Cut<A, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? ParseExpression<S, Scope, Trim<I>> extends infer Q
        ? Q extends Typed<infer T1, infer P1> ? Coalesce<S, Scope, X, T | NonNullable<T1>, Params & P1> : Q
        : never
      : Trim<A> extends `$${infer K}` ? Typed<T, Params & { [Q in K]: T }>
      : ParseExpression<S, Scope, Trim<A>> extends infer Q ? Q extends Typed<infer T1, infer P1> ? Typed<T | T1, Params & P1> : Q : never
    : never
