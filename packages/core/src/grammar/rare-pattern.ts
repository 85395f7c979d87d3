import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure, PathBinding, RelationshipBinding, Scoped, ValueBinding } from './binding.ts'
import type { ReadExpression, Typed, ValueOf } from './expression.ts'
import type { Trim, TrimLeft } from './lex.ts'
import type { AnyRelationship, Direction, ParsedRelationship } from './relationship.ts'
import type { Cut } from './pair.ts'
import type { BindNode, BindRelationship, FitFar, ReadPatterns, Unclosed } from './pattern.ts'
import type { ConditionOf, NameOf, RareNode, RareRelationship, Unquoted } from './rare-inside.ts'

// For the compiler alone: at run time there is one way to read a pattern.

/** The words before a path that say which paths are meant. */
type SelectorWord =
  | 'SHORTEST'
  | 'ANY'
  | 'ALL'
  | 'PATH'
  | 'PATHS'
  | 'GROUP'
  | 'GROUPS'
  | 'WALK'
  | 'TRAIL'
  | 'ACYCLIC'
  | `${number}`

/** What a path in a bracket may begin with, too. */
type Selector = 'SHORTEST' | 'ANY' | 'ALL' | 'WALK' | 'TRAIL' | 'ACYCLIC'

/** `ReadPatterns` for what the quick way does not read: it looks for the bracket that closes each one that opens. */
export type RarePatterns<S extends SchemaShape, T extends string, Scope, Params> = T extends ` ${infer X}`
  ? RarePatterns<S, X, Scope, Params>
  : T extends `(${string}`
    ? Chain<S, T, Scope, Params, '*', [], 'start'>
    : T extends `${MatchMode | Lowercase<MatchMode>} ${infer X}`
      ? RarePatterns<S, X, Scope, Params>
      : T extends `${infer W}(${infer B}`
        ? Uppercase<Trim<W>> extends 'SHORTESTPATH' | 'ALLSHORTESTPATHS'
          ? Searched<S, Cut<B, ')'>, Scope, Params>
          : Trim<W> extends `${infer A}=${infer Y}`
            ? RarePatterns<S, `${Y}(${B}`, Scope & { readonly [K in Unquoted<Trim<A>>]: PathBinding }, Params>
            : Uppercase<Trim<W>> extends `SHORTEST${'' | ` PATH${'' | 'S'}`}`
              ? Failure<'expected how many after SHORTEST', '', ''>
              : Selected<Uppercase<Trim<W>>> extends true
                ? RarePatterns<S, `(${B}`, Scope, Params & CountOf<Trim<W>>>
                : NoPath<T>
        : NoPath<T>
type MatchMode = 'REPEATABLE ELEMENTS' | 'DIFFERENT RELATIONSHIPS' | 'DIFFERENT RELATIONSHIP'
type NoPath<T extends string> = Failure<`expected a node such as (n:Label) at '${T}'`, T, ''>
type Selected<W extends string> = W extends `${infer A} ${infer B}`
  ? A extends SelectorWord | `$${string}`
    ? Selected<B>
    : false
  : W extends SelectorWord | `$${string}`
    ? true
    : false
type CountOf<W extends string> = W extends `${string}$${infer K}`
  ? { [Q in K extends `${infer A} ${string}` ? A : K]: number }
  : {}

/** `shortestPath( … )` and what follows it. */
type Searched<S extends SchemaShape, C, Scope, Params> = C extends [infer I extends string, infer X extends string]
  ? Chain<S, TrimLeft<I>, Scope, Params, '*', [], 'start'> extends infer Z
    ? Z extends PathEnd<infer Scope2, infer P2, infer L extends string>
      ? Chain<S, X, Scope2, P2, L, [], 'end'>
      : NotOne<Z, I>
    : never
  : Failure<`missing ')'`, '', '', ')'>
type NotOne<Z, I extends string> = Z extends AnyFailure ? Z : Failure<`one path to a bracket at '${I}'`, I, ''>

/** A path to its end, and the labels that stand there. */
interface PathEnd<Scope, Params, L> extends Scoped<Scope, Params> {
  readonly last: L
}

/** `[condition, name, what the name stands for there]` */
type Condition = readonly [string, string, unknown]

/**
 * What may stand next: at the start and after a group a node, after a node a relationship, a group after each of them;
 * at the end nothing but another path.
 */
type At = 'start' | 'node' | 'group' | 'end'

/** From a node with labels L on; see `RarePatterns`. */
export type RareChain<S extends SchemaShape, T extends string, Scope, Params, L extends string> = Chain<
  S,
  T,
  Scope,
  Params,
  L,
  [],
  'node'
>

/** From here to the end of the path, and the paths after it; `W` are the conditions met, which see all of its names. */
type Chain<
  S extends SchemaShape,
  T extends string,
  Scope,
  Params,
  L extends string,
  W extends readonly Condition[],
  P extends At,
> = T extends ''
  ? P extends 'start'
    ? NoPath<T>
    : Ended<S, Scope, Params, L, W>
  : T extends ` ${infer X}`
    ? Chain<S, X, Scope, Params, L, W, P>
    : T extends `,${infer X}`
      ? Ended<S, Scope, Params, L, W> extends infer Z
        ? Z extends Scoped<infer Scope2, infer P2>
          ? ReadPatterns<S, X, Scope2, P2>
          : Z
        : never
      : P extends 'end'
        ? Failure<`expected ',' or the next clause at '${T}'`, T, ''>
        : T extends `(${infer B}`
          ? Bracketed<S, T, Cut<B, ')'>, Scope, Params, L, W, P>
          : P extends 'node'
            ? Step<S, T, Scope, Params, L, W>
            : Failure<`expected a node at '${T}'`, T, '', '('>
type Bracketed<
  S extends SchemaShape,
  T extends string,
  C,
  Scope,
  Params,
  L extends string,
  W extends readonly Condition[],
  P extends At,
> = C extends [infer N extends string, infer X extends string]
  ? N extends `${'' | ' '}(${string}` | `${Selector | Lowercase<Selector>} ${string}`
    ? Group<S, Cut<N, ' WHERE '>, X, Scope, Params, W>
    : P extends 'node'
      ? Failure<`expected -[:TYPE]->, ',' or the next clause at '${T}'`, T, ''>
      : Landed<S, Scope, RareNode<S, Scope, N, `)${X}`, L>, N, X, Params, W>
  : T extends `(${infer N}`
    ? N extends `(${string}`
      ? Failure<`missing ')'`, '', '', ')'>
      : Unclosed<Landed<S, Scope, RareNode<S, Scope, N, '', L>, N, '', Params, W>, ')'>
    : never
type Landed<
  S extends SchemaShape,
  Scope,
  Node,
  N extends string,
  X extends string,
  Params,
  W extends readonly Condition[],
> =
  BindNode<Scope, Node> extends infer Z
    ? Z extends PathEnd<infer Scope2, infer P2, infer L extends string>
      ? Chain<S, X, Scope2, Params & P2, L, Noted<W, ConditionOf<N>>, 'node'>
      : Z
    : never
type Noted<W extends readonly Condition[], C, A extends string = '', B = never> = C extends string
  ? [...W, readonly [Trim<C>, A, B]]
  : W

type ReadCondition<S extends SchemaShape, Scope, C extends string> = C extends ''
  ? Failure<'a condition is missing after WHERE', '', ''>
  : ReadExpression<S, Scope, C>

/** The end of a path: its conditions are looked at. */
type Ended<S extends SchemaShape, Scope, Params, L, W extends readonly Condition[]> = W extends readonly [
  readonly [infer C extends string, infer A extends string, infer B],
  ...infer R extends readonly Condition[],
]
  ? ReadCondition<S, A extends '' ? Scope : { [K in keyof Scope]: K extends A ? B : Scope[K] }, C> extends infer X
    ? X extends Typed<unknown, infer P>
      ? Ended<S, Scope, Params & P, L, R>
      : X
    : never
  : PathEnd<Scope, Params, L>

/** `((a)-[r]->(b) WHERE …){1,3}`: outside of it its names are lists. */
type Group<S extends SchemaShape, C, X extends string, Scope, Params, W extends readonly Condition[]> = C extends [
  infer I extends string,
  ...infer R extends string[],
]
  ? Chain<
      S,
      Unselected<TrimLeft<I>>,
      Scope,
      Params,
      '*',
      R extends [infer E extends string] ? [readonly [Trim<E>, '', never]] : [],
      'start'
    > extends infer Z
    ? Z extends PathEnd<infer Scope2, infer P2, infer L extends string>
      ? Quantified<TrimLeft<X>> extends infer Q
        ? Q extends readonly [unknown, infer Y extends string]
          ? Chain<S, Y, Scope & Lists<S, Scope, Scope2>, P2, L, W, 'group'>
          : Chain<S, X, Scope2, P2, L, W, 'group'>
        : never
      : NotOne<Z, I>
    : never
  : never
type Unselected<T extends string> = T extends `(${string}`
  ? T
  : T extends `${infer W}(${infer B}`
    ? Selected<Uppercase<Trim<W>>> extends true
      ? `(${B}`
      : T
    : T
type Lists<S extends SchemaShape, Before, After> = {
  readonly [K in keyof After as K extends keyof Before ? never : K]: ValueBinding<ValueOf<S, After[K]>[]>
}

/** `[may be none, what follows]` of what begins with a quantifier. */
type Quantified<T extends string> = T extends `+${infer X}`
  ? readonly [false, X]
  : T extends `*${infer X}`
    ? readonly [true, X]
    : T extends `{${infer Q}}${infer X}`
      ? Trim<Q> extends `${number}` | `${number},` | `,${number}` | `${number},${' ' | ''}${number}`
        ? readonly [Trim<Q> extends `${'0' | ','}${string}` ? true : false, X]
        : false
      : false

type Step<
  S extends SchemaShape,
  T extends string,
  Scope,
  Params,
  L extends string,
  W extends readonly Condition[],
> = T extends `-[${infer B}`
  ? Arrow<S, T, Cut<B, ']'>, 'out', Scope, Params, L, W>
  : T extends `<-[${infer B}`
    ? Arrow<S, T, Cut<B, ']'>, 'in', Scope, Params, L, W>
    : T extends `<-->${infer Y}`
      ? Target<S, '', Y, 'both', Scope, Params, L, W>
      : T extends `-->${infer Y}`
        ? Target<S, '', Y, 'out', Scope, Params, L, W>
        : T extends `<--${infer Y}`
          ? Target<S, '', Y, 'in', Scope, Params, L, W>
          : T extends `--${infer Y}`
            ? Target<S, '', Y, 'both', Scope, Params, L, W>
            : Failure<`expected -[:TYPE]->, ',' or the next clause at '${T}'`, T, '', '-[' | '<-[' | '-->' | ', '>
type Arrow<
  S extends SchemaShape,
  T extends string,
  C,
  D extends 'in' | 'out',
  Scope,
  Params,
  L extends string,
  W extends readonly Condition[],
> = C extends [infer B extends string, infer X extends string]
  ? X extends `->${infer Y}`
    ? Target<S, B, Y, D extends 'out' ? 'out' : 'both', Scope, Params, L, W>
    : X extends `-${infer Y}`
      ? Target<S, B, Y, D extends 'in' ? 'in' : 'both', Scope, Params, L, W>
      : Failure<`expected '->' or '-' at '${X}'`, X, '', '->' | '-'>
  : T extends `${string}[${infer B}`
    ? Unclosed<RareRelationship<S, Scope, B, L, D, false, false>, ']'>
    : never
type Target<
  S extends SchemaShape,
  B extends string,
  Y extends string,
  D extends Direction,
  Scope,
  Params,
  L extends string,
  W extends readonly Condition[],
> =
  Quantified<TrimLeft<Y>> extends readonly [infer Zero, infer Z extends string]
    ? Hop<S, RareRelationship<S, Scope, B, L, D, true, Zero>, B, TrimLeft<Z>, Scope, Params, L, W>
    : Hop<
        S,
        B extends '' ? AnyRelationship : RareRelationship<S, Scope, B, L, D, false, false>,
        B,
        TrimLeft<Y>,
        Scope,
        Params,
        L,
        W
      >
type Hop<
  S extends SchemaShape,
  R,
  B extends string,
  Y extends string,
  Scope,
  Params,
  L extends string,
  W extends readonly Condition[],
> =
  R extends ParsedRelationship<string, infer T, infer Far, infer P, infer Many>
    ? Y extends `(${infer N}`
      ? Cut<N, ')'> extends [infer N2 extends string, infer X extends string]
        ? N2 extends `${'' | ' '}(${string}`
          ? Failure<`expected a node at '${Y}'`, Y, ''>
          : Landed<
              S,
              BindRelationship<Scope, R>,
              FitFar<RareNode<S, Scope, N2, `)${X}`, Far>, R, N2, X, L>,
              N2,
              X,
              Params & P,
              Noted<
                W,
                B extends '' ? false : ConditionOf<B>,
                Many extends true ? NameOf<B> : '',
                RelationshipBinding<T>
              >
            >
        : Unclosed<FitFar<RareNode<S, Scope, N, '', Far>, R, N, '', L>, ')'>
      : Failure<`expected a node at '${Y}'`, Y, '', '('>
    : R
