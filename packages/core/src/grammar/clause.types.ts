import type { SchemaShape } from '../schema/schema-shape.ts'
import type { ParseAssignments } from './assignment.types.ts'
import type { AnyFailure, Failure, OptionalNames, Scoped, ValueBinding } from './binding.ts'
import type { NotUnderstood, ParseExpression, Typed } from './expression.types.ts'
import type { Cut, NextClause, Trim } from './lex.types.ts'
import type { ParsePattern } from './pattern.types.ts'
import type { ParseCount, ParseList, ParseOrder, ParseProjection, RowOf } from './projection.types.ts'

/** Where a statement stands: names in scope, parameters, what RETURN gives, what ORDER BY may see besides. */
export interface State<Scope, Params, Row, Order = {}> {
  readonly scope: Scope
  readonly params: Params
  readonly row: Row
  readonly order: Order
}
/** Where it went wrong: clause, its body. */
export interface FailedAt<K extends string, B extends string, E> { readonly clause: K; readonly body: B; readonly failure: E }

/** The clauses one after the other, from the state Z. */
export type ParseClauses<S extends SchemaShape, T extends string, Z> =
  T extends '' ? Z
  : NextClause<T> extends [infer K, infer B extends string, infer Rest extends string]
    ? [K] extends [never]
      ? FailedAt<'', B, Failure<`a statement does not start with '${B}'`, B, '', 'MATCH' | 'CREATE' | 'MERGE' | 'UNWIND' | 'CALL' | 'RETURN'>>
      : Z extends State<infer Scope, infer P, infer Row, infer Order>
        ? Clauses<S, Scope, P, Row, Order, B>[K & ClauseName] extends infer Z2
          ? Z2 extends AnyFailure ? FailedAt<K & string, B, Z2> : ParseClauses<S, Rest, Z2>
          : never
        : never
    : never

export type ClauseName =
  | 'MATCH' | 'OPTIONAL' | 'CREATE' | 'MERGE' | 'WHERE' | 'WITH' | 'RETURN' | 'ORDER' | 'SKIP' | 'LIMIT' | 'UNWIND'
  | 'SET' | 'REMOVE' | 'DELETE' | 'DETACH' | 'UNION' | 'CALL' | 'PASS'

/** What each clause does to the state, one line a clause, picked by index: a ladder of conditionals costs more. */
export interface Clauses<S extends SchemaShape, Scope, P, Row, Order, B extends string> {
  MATCH: Matched<ParsePattern<S, B, Scope, P>, Row>
  OPTIONAL: MatchedOptionally<Scope, ParsePattern<S, B, Scope, P>, Row>
  CREATE: Matched<ParsePattern<S, B, Scope, P>, Row>
  MERGE: Matched<ParsePattern<S, B, Scope, P>, Row>
  WHERE: WithParams<Scope, P, Row, Order, ParseExpression<S, Scope, B>>
  WITH: ParseProjection<S, Scope, B> extends infer Q ? Q extends Typed<infer O, infer P1> ? State<O, P & P1, Row, Scope> : Q : never
  RETURN: ParseProjection<S, Scope, B> extends infer Q ? Q extends Typed<infer O, infer P1> ? State<Scope & NewNames<O, Scope>, P & P1, Row | RowOf<S, O>> : Q : never
  ORDER: WithParams<Scope, P, Row, Order, ParseOrder<S, Order & Scope, B>>
  SKIP: WithParams<Scope, P, Row, Order, ParseCount<S, B>>
  LIMIT: WithParams<Scope, P, Row, Order, ParseCount<S, B>>
  UNWIND: Cut<B, ' AS '> extends [infer E extends string, infer A extends string] ? Unwound<S, Scope, P, Row, E, A> : Failure<`expected UNWIND list AS name`, B, ''>
  SET: WithParams<Scope, P, Row, {}, ParseAssignments<S, Scope, B>>
  REMOVE: WithParams<Scope, P, Row, {}, ParseAssignments<S, Scope, B>>
  DELETE: WithParams<Scope, P, Row, {}, ParseList<S, Scope, B>>
  DETACH: WithParams<Scope, P, Row, {}, ParseList<S, Scope, B>>
  UNION: State<{}, P, Row>
  CALL: B extends `${string}{ ${infer Q}}` ? Subquery<ParseClauses<S, Q, State<Scope, P, never>>, Scope, Row> : State<Scope & Yields<B>, P & NotUnderstood<B>['params'], Row>
  PASS: State<Scope, P & NotUnderstood<B>['params'], Row>
}
type Matched<X, Row> = X extends Scoped<infer Scope, infer P> ? State<Scope, P, Row> : X
type MatchedOptionally<Before, X, Row> = X extends Scoped<infer Scope, infer P> ? State<OptionalNames<Before, Scope>, P, Row> : X
type WithParams<Scope, P, Row, Order, X> = X extends Typed<unknown, infer P1> ? State<Scope, P & P1, Row, Order> : X
type NewNames<O, Scope> = { readonly [K in keyof O as K extends keyof Scope ? never : K]: O[K] }

/** CALL { … }: starts from the outer scope, its columns join it. */
type Subquery<Z, Scope, Row> =
  Z extends State<unknown, infer P, infer R, unknown> ? State<Scope & { readonly [K in keyof R]: ValueBinding<R[K]> }, P, Row>
  : Z extends FailedAt<string, string, infer E> ? E
  : never
/** `#row` names the parameter that the rows come from, so that their type can be put together from its uses. */
type Unwound<S extends SchemaShape, Scope, P, Row, E extends string, A extends string> =
  E extends `$${infer K}`
    ? State<Scope & { readonly [Q in A]: ValueBinding<unknown> }, P & { [Q in K]: readonly unknown[] } & { [Q in `#${A}`]: K }, Row>
    : ParseExpression<S, Scope, E> extends infer X
      ? X extends Typed<infer T, infer P1>
        ? State<Scope & { readonly [Q in A]: ValueBinding<NonNullable<T> extends readonly (infer I)[] ? I : unknown> }, P & P1, Row>
        : X
      : never
type Yields<B extends string> = B extends `${string} YIELD ${infer X}` ? YieldNames<X> : {}
type YieldNames<X extends string> = X extends `${infer A},${infer B}` ? YieldName<Trim<A>> & YieldNames<B> : YieldName<Trim<X>>
type YieldName<I extends string> =
  I extends `${string} AS ${infer A}` ? { readonly [K in A]: ValueBinding<unknown> } : { readonly [K in I]: ValueBinding<unknown> }
