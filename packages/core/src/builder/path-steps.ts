import type { Names } from '../expression/names.ts'
import type { Parameter, Value } from '../expression/value.ts'
import type {
  NodeBinding,
  PathBinding,
  RelationshipBinding,
  RelationshipListBinding,
  ValueBinding,
} from '../grammar/binding.ts'
import type { ValueOf } from '../grammar/expression.ts'
import type { NodeProperties, RelationshipProperties } from '../grammar/label.ts'
import type { PathPattern } from '../pattern/path-pattern.ts'
import type { Identifier } from '../raw/identifier.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'

type Properties<Bag> = { readonly [K in keyof Bag]?: NonNullable<Bag[K]> | Parameter<string> }
type ParamsIn<Bag, A> = {
  -readonly [K in keyof A as A[K] extends { readonly parameter: infer Q extends string }
    ? Q
    : never]: K extends keyof Bag ? NonNullable<Bag[K]> : unknown
}

/** Labels of which one is enough, or one that is known at run time alone: `label(text)`, `$('label')`. */
type Choice<L extends string> = L | readonly L[] | Identifier | Parameter<string>
type Chosen<C> = C extends string ? C : C extends readonly (infer L extends string)[] ? L : '*'
type ParamIn<C> = C extends Parameter<infer K> ? { [Q in K]: string } : {}

type Direction = 'in' | 'out'
type TypesFrom<S extends SchemaShape, L extends string, D extends Direction> = L extends '*'
  ? keyof S['relationships']
  : L extends keyof S['nodes']
    ? D extends Direction
      ? keyof S['nodes'][L][D]
      : never
    : never
type Reached<S extends SchemaShape, L extends string, T, D extends Direction> = L extends keyof S['nodes']
  ? D extends Direction
    ? T extends keyof S['nodes'][L][D]
      ? S['nodes'][L][D][T]
      : never
    : never
  : Farthest<S, T, D>
/** What may stand at the end of several relationships of a type, one after the other. */
type Farthest<S extends SchemaShape, T, D extends Direction> = T extends keyof S['relationships']
  ? D extends 'out'
    ? S['relationships'][T]['to']
    : S['relationships'][T]['from']
  : never

/** The names that something repeated binds, as lists; A alone, or all of them. */
type Listed<S extends SchemaShape, Scope, A = keyof Scope> = {
  readonly [K in keyof Scope]: K extends A
    ? Scope[K] extends RelationshipBinding<infer T>
      ? RelationshipListBinding<T>
      : ValueBinding<ValueOf<S, Scope[K]>[]>
    : Scope[K]
}

type Step<S extends SchemaShape, Scope, P, L extends string, D extends Direction> = <
  const T extends TypesFrom<S, L, D> & string,
  const A extends string = never,
  const X extends Properties<RelationshipProperties<S, T>> = {},
>(
  type: T | readonly T[],
  as?: A,
  properties?: X,
) => AfterRelationship<
  S,
  Scope & { readonly [K in A]: RelationshipBinding<T> },
  P & ParamsIn<RelationshipProperties<S, T>, X>,
  Reached<S, L, T, D> & string,
  Farthest<S, T, D> & string,
  A
>

/** After a node: a relationship may follow, or it is the end. */
export interface AfterNode<in out S extends SchemaShape, out Scope, out P, L extends string>
  extends PathPattern<Scope, P> {
  /** `-[as:TYPE]->` */
  readonly out: Step<S, Scope, P, L, 'out'>
  /** `<-[as:TYPE]-` */
  readonly in: Step<S, Scope, P, L, 'in'>
  /** `-[as:TYPE]-`, in either direction. */
  readonly both: Step<S, Scope, P, L, Direction>
  /** A condition on the node before it: `(u:User WHERE u.age > $p1)`. */
  where<Q>(condition: (names: Names<S, Scope>) => Value<boolean | null, Q>): AfterNode<S, Scope, P & Q, L>
  /**
   * A part that is walked so many times, without an upper bound any number of times; what it binds is a list outside it.
   *
   * @example
   * db.node('u', 'User').repeat(db.node('a', 'User').out('KNOWS').to('b', 'User'), 1, 3).to('v', 'User')
   * // (u:User)((a:User)-[:KNOWS]->(b:User)){1,3}(v:User)
   */
  repeat<Scope2, P2, Far extends string>(
    part: AfterNode<S, Scope2, P2, Far>,
    least: number,
    most?: number,
  ): AfterRelationship<S, Scope & Listed<S, Scope2>, P & P2, Far, Far, never>
  /** A name for the whole path: `p = (…)-[…]->(…)`. */
  as<const A extends string>(name: A): AfterNode<S, Scope & { readonly [K in A]: PathBinding }, P, L>
  /** `SHORTEST k`: the k shortest paths, one by default. */
  shortest(count?: number): AfterNode<S, Scope, P, L>
  /** `SHORTEST k GROUPS`: all paths of the k shortest lengths. */
  shortestGroups(count: number): AfterNode<S, Scope, P, L>
  /** `ALL SHORTEST` */
  allShortest(): AfterNode<S, Scope, P, L>
  /** `ANY k`: some k of the paths. */
  any(count?: number): AfterNode<S, Scope, P, L>
  /** `shortestPath(…)`, the older form, which more engines know. */
  shortestPath(): AfterNode<S, Scope, P, L>
  /** `allShortestPaths(…)` */
  allShortestPaths(): AfterNode<S, Scope, P, L>
}

/** After a relationship: a node has to follow. */
export interface AfterRelationship<
  in out S extends SchemaShape,
  out Scope,
  out P,
  Far extends string,
  Farthest extends string,
  A extends string,
> {
  /** `(as:Label {…})` */
  to<
    const N extends string,
    const C extends Choice<Far>,
    const X extends Properties<NodeProperties<S, Chosen<C>>> = {},
  >(
    as: N,
    label: C,
    properties?: X,
  ): AfterNode<
    S,
    Scope & { readonly [K in N]: NodeBinding<Chosen<C>> },
    P & ParamIn<C> & ParamsIn<NodeProperties<S, Chosen<C>>, X>,
    Chosen<C>
  >
  /** `(as)`: what the relationship leads to. */
  to<const N extends string>(as: N): AfterNode<S, Scope & { readonly [K in N]: NodeBinding<Far> }, P, Far>
  /** A condition on the relationship: `-[f:FOLLOWS WHERE f.since < $p1]->`. */
  where<Q>(
    condition: (names: Names<S, Scope>) => Value<boolean | null, Q>,
  ): AfterRelationship<S, Scope, P & Q, Far, Farthest, A>
  /** So many of them in a row, without an upper bound any number: `-[f:FOLLOWS]->{1,3}`; its name is a list then. */
  times(least: number, most?: number): AfterRelationship<S, Listed<S, Scope, A>, P, Farthest, Farthest, never>
  /** The older form of `times`, which more engines know: `-[f:FOLLOWS*1..3]->`. */
  length(least: number, most?: number): AfterRelationship<S, Listed<S, Scope, A>, P, Farthest, Farthest, never>
}

/** Starts a pattern: `(as:Label {…})`, or `(as)` for a name that stands already or for any node. */
export interface StartNode<in out S extends SchemaShape> {
  <
    const N extends string,
    const C extends Choice<keyof S['nodes'] & string>,
    const X extends Properties<NodeProperties<S, Chosen<C>>> = {},
  >(
    as: N,
    label: C,
    properties?: X,
  ): AfterNode<
    S,
    { readonly [K in N]: NodeBinding<Chosen<C>> },
    ParamIn<C> & ParamsIn<NodeProperties<S, Chosen<C>>, X>,
    Chosen<C>
  >
  <const N extends string>(as: N): AfterNode<S, { readonly [K in N]: NodeBinding<'*'> }, {}, '*'>
}
