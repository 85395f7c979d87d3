import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure } from './binding.ts'
import type { Punctuated, ReadExpression, Typed } from './expression.ts'
import type { NodeProperties, ReadLabelExpression, RelationshipProperties } from './label.ts'
import type { Has, Trim } from './lex.ts'
import type { ParsedNode } from './node.ts'
import type { Cut } from './pair.ts'
import type { ReadEntries, WholeProperties } from './properties.ts'
import type { Alternatives, Direction, FarEnd, ParsedRelationship } from './relationship.ts'

// For the compiler alone: at run time there is one way to read a pattern.

/**
 * What stands between the brackets of a node or a relationship that only the careful way reads: brackets in brackets,
 * a condition, label expressions, back-ticks.
 */
export type RareBody =
  | Has<'(' | '[' | '`' | '!' | '%' | ' WHERE ' | ' where ' | ' IS ' | ' is '>
  | `${'WHERE' | 'where' | 'IS' | 'is'} ${string}`
  | `${string}{${string}{${string}`

/** Name, labels, map, parameter in place of a map, condition: texts, `false` where there is none. */
interface Inside<Name extends string, Labels, Map, Parameter, Where> {
  readonly name: Name
  readonly labels: Labels
  readonly map: Map
  readonly parameter: Parameter
  readonly where: Where
}
/** A body cut into its parts. */
export type InsideOf<B extends string> =
  Cut<` ${B}`, ' WHERE '> extends [infer H extends string, infer C extends string]
    ? WithMap<Trim<H>, C>
    : B extends Has<'where '>
      ? Cut<` ${B}`, ' where '> extends [infer H extends string, infer C extends string]
        ? WithMap<Trim<H>, C>
        : WithMap<Trim<B>, false>
      : WithMap<Trim<B>, false>
type WithMap<H extends string, C> = H extends `${infer A}{${infer M}`
  ? WithLabels<Trim<A>, M extends `${infer N}}` ? N : M, false, C>
  : H extends `${infer A}$${infer K}`
    ? K extends Has<'('>
      ? K extends `${infer D}) $${infer P}`
        ? WithLabels<`${A}$${D})`, false, P, C>
        : WithLabels<H, false, false, C>
      : WithLabels<Trim<A>, false, K, C>
    : WithLabels<H, false, false, C>
type WithLabels<H extends string, M, K, C> = H extends `${infer A}:${infer L}`
  ? Inside<Trim<A>, Trim<L>, M, K, C>
  : ` ${H}` extends `${infer A} ${'IS' | 'is'} ${infer L}`
    ? Inside<Trim<A>, Trim<L>, M, K, C>
    : Inside<H, false, M, K, C>
/** A name without its back-ticks. */
export type Unquoted<T extends string> = T extends `\`${infer X}\`` ? X : T

/** The condition of a body, or `false`. */
export type ConditionOf<B extends string> = InsideOf<B>['where']
/** The name of a body. */
export type NameOf<B extends string> = Unquoted<InsideOf<B>['name']>

/** The body of `( … )` with all that it may hold but its condition, which sees the whole path; see `ReadNode`. */
export type RareNode<S extends SchemaShape, Scope, B extends string, X extends string, Default extends string> =
  InsideOf<B> extends Inside<infer A, infer L, infer M, infer K, unknown>
    ? WithNodeLabels<
        S,
        Scope,
        A,
        L extends string
          ? ReadLabelExpression<S['nodes'], L, After<B, L, X>, OfferedLabels<S, Default>, 'label'>
          : Unquoted<A> extends keyof Scope
            ? LabelsOf<Scope[Unquoted<A>]>
            : Default,
        Dynamic<S, Scope, L>,
        M,
        K
      >
    : never
type LabelsOf<Binding> = Binding extends { labels: infer L extends string } ? L : '*'
type OfferedLabels<S extends SchemaShape, Default extends string> = Default extends '*' ? keyof S['nodes'] : Default
/** What follows the labels in the text, where nothing else of the body does. */
type After<B extends string, L extends string, X extends string> = B extends `${string}${L}` ? X : ''
type WithNodeLabels<S extends SchemaShape, Scope, A extends string, Q, D, M, K> = [Q] extends [infer L extends string]
  ? D extends AnyFailure
    ? D
    : WithNodeProperties<A, L, D, GivenProperties<S, Scope, NodeProperties<S, Widest<L>>, M, K, Widest<L>>>
  : Extract<Q, AnyFailure>
type WithNodeProperties<A extends string, L extends string, D, P> = P extends AnyFailure
  ? P
  : A extends Spaced
    ? A extends `\`${infer N}\``
      ? ParsedNode<N, Widest<L>, D & P>
      : Failure<`expected a name, ':Label' or '{key: value}' at '${A}'`, A, ''>
    : ParsedNode<A, Widest<L>, D & P>
/** What no name has, unless it stands in back-ticks. */
type Spaced = Has<' ' | '`' | ')' | '(' | '='>
/** Of alternatives of which one may be anything, anything is left. */
type Widest<L extends string> = '*' extends L ? '*' : L

/** The body of `[ … ]`, seen from label L in direction D; `Many` and `Zero` are told by what follows the arrow. */
export type RareRelationship<
  S extends SchemaShape,
  Scope,
  B extends string,
  L extends string,
  D extends Direction,
  Many,
  Zero,
> =
  InsideOf<B> extends Inside<infer A, infer T, infer M, infer K, unknown>
    ? T extends `${infer T2}*${infer Q}`
      ? WithTypes<S, Scope, A, Trim<T2>, M, K, L, D, true, Trim<Q> extends `0${string}` ? true : false>
      : A extends `${infer A2}*${infer Q}`
        ? WithTypes<S, Scope, Trim<A2>, T, M, K, L, D, true, Trim<Q> extends `0${string}` ? true : false>
        : WithTypes<S, Scope, A, T, M, K, L, D, Many, Zero>
    : never
type WithTypes<
  S extends SchemaShape,
  Scope,
  A extends string,
  T,
  M,
  K,
  L extends string,
  D extends Direction,
  Many,
  Zero,
> = T extends string
  ? WithFarEnd<
      S,
      Scope,
      A,
      T extends Has<'!' | '%' | '(' | '`' | '&' | '$'>
        ? ReadLabelExpression<S['relationships'], T, '', keyof S['relationships'], 'relationship type'>
        : T,
      Dynamic<S, Scope, T>,
      M,
      K,
      L,
      D,
      Many,
      Zero
    >
  : RelationshipOf<A, '*', '*', GivenProperties<S, Scope, Record<string, unknown>, M, K, 'this relationship'>, Many>
type WithFarEnd<
  S extends SchemaShape,
  Scope,
  A extends string,
  Q,
  P,
  M,
  K,
  L extends string,
  D extends Direction,
  Many,
  Zero,
> = Q extends AnyFailure
  ? Q
  : P extends AnyFailure
    ? P
    : [Q] extends [infer T extends string]
      ? '*' extends T
        ? RelationshipOf<A, '*', '*', P & GivenProperties<S, Scope, Record<string, unknown>, M, K, '*'>, Many>
        : FarEnd<S, T, L, D, Many, Zero> extends infer F
          ? [F] extends [infer Far extends string]
            ? RelationshipOf<
                A,
                Alternatives<T>,
                Far,
                GivenProperties<S, Scope, RelationshipProperties<S, Alternatives<T>>, M, K, T>,
                Many
              >
            : Extract<F, AnyFailure>
          : never
      : never
type RelationshipOf<A extends string, T extends string, Far extends string, P, Many> = P extends AnyFailure
  ? P
  : A extends Spaced
    ? A extends `\`${infer N}\``
      ? ParsedRelationship<N, T, Far, P, Many extends true ? true : false>
      : Failure<`expected a name, ':TYPE' or '{key: value}' at '${A}'`, A, ''>
    : ParsedRelationship<A, T, Far, P, Many extends true ? true : false>

/** `{…}` or `$properties`. */
type GivenProperties<S extends SchemaShape, Scope, Bag, M, K, L extends string> = K extends string
  ? { [Q in K]: WholeProperties<S, Bag> }
  : M extends string
    ? ReadEntries<S, Scope, Bag, M, L>
    : {}

/** What `$($label)` and its like ask for. */
type Dynamic<S extends SchemaShape, Scope, L> = L extends `${string}$${'' | 'all' | 'any'}(${infer X}`
  ? Cut<X, ')'> extends [infer E extends string, infer Y extends string]
    ? Asked<S, Scope, E> extends infer P
      ? P extends AnyFailure
        ? P
        : P & Dynamic<S, Scope, Y>
      : never
    : {}
  : {}
type Asked<S extends SchemaShape, Scope, E extends string> = E extends `$${infer K}`
  ? K extends Punctuated
    ? ParametersIn<ReadExpression<S, Scope, E>>
    : { [Q in K]: string | readonly string[] }
  : ParametersIn<ReadExpression<S, Scope, E>>
type ParametersIn<X> = X extends Typed<unknown, infer P> ? P : X
