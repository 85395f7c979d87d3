import type { SchemaShape } from '../schema/schema-shape.ts'
import type { ValueBinding } from './binding.ts'
import type { Both, ParseExpression, Typed, ValueOf } from './expression.types.ts'
import type { Cut, Trim } from './lex.types.ts'

/** WITH, RETURN: each name and what it stands for. */
export type ParseProjection<S extends SchemaShape, Scope, B extends string> =
  B extends `DISTINCT ${infer X}` ? Items<S, Scope, X> : Items<S, Scope, B>
type Items<S extends SchemaShape, Scope, B extends string, O = {}, Params = {}> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Item<S, Scope, Trim<I>> extends infer Q ? Q extends Typed<infer O1, infer P1> ? Items<S, Scope, X, O & O1, Params & P1> : Q : never
      : Item<S, Scope, Trim<B>> extends infer Q ? Q extends Typed<infer O1, infer P1> ? Typed<O & O1, Params & P1> : Q : never
    : never
type Item<S extends SchemaShape, Scope, I extends string> =
  I extends keyof Scope ? Typed<{ readonly [K in I]: Scope[I] }, {}>
  : I extends '*' ? Typed<Scope, {}>
  : I extends `${infer E} AS ${infer A}`
    ? E extends keyof Scope ? Typed<{ readonly [K in A]: Scope[E] }, {}> : Named<A, ParseExpression<S, Scope, E>>
  : Named<I, ParseExpression<S, Scope, I>>
type Named<A extends string, X> =
  X extends Typed<infer T, infer P> ? Typed<{ readonly [K in A extends `\`${infer Q}\`` ? Q : A]: ValueBinding<T> }, P> : X

/** The row that a projection gives. */
export type RowOf<S extends SchemaShape, O> = { -readonly [K in keyof O]: ValueOf<S, O[K]> }

/** ORDER BY: sees the columns and the scope before them. */
export type ParseOrder<S extends SchemaShape, Scope, B extends string, Params = {}> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? SortKey<S, Scope, Trim<I>> extends infer Q ? Q extends Typed<unknown, infer P1> ? ParseOrder<S, Scope, X, Params & P1> : Q : never
      : SortKey<S, Scope, Trim<B>> extends infer Q ? Q extends Typed<unknown, infer P1> ? Typed<0, Params & P1> : Q : never
    : never
type SortKey<S extends SchemaShape, Scope, I extends string> =
  I extends keyof Scope ? Typed<0, {}>
  : I extends `${infer E} ${'DESC' | 'ASC' | 'DESCENDING' | 'ASCENDING'}` ? SortKey<S, Scope, E>
  : ParseExpression<S, Scope, I>

/** SKIP, LIMIT. */
export type ParseCount<S extends SchemaShape, B extends string> =
  B extends `$${infer K}` ? Typed<number, { [Q in K]: number }> : ParseExpression<S, {}, B>

/** A list of expressions of which only the parameters matter: DELETE a, b. */
export type ParseList<S extends SchemaShape, Scope, B extends string> =
  B extends keyof Scope ? Typed<0, {}>
  : Cut<B, ','> extends [infer A extends string, infer X extends string] ? Both<0, ParseExpression<S, Scope, Trim<A>>, ParseList<S, Scope, Trim<X>>>
  : ParseExpression<S, Scope, B>
