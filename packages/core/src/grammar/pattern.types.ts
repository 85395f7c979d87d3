import type { SchemaShape } from '../schema/schema-shape.ts'
import type {
  AnyFailure, Failure, NodeBinding, PathBinding, RelationshipBinding, RelationshipListBinding, Scoped,
} from './binding.ts'
import type { Trim, TrimLeft } from './lex.types.ts'
import type { ParsedNode, ParseNode } from './node.types.ts'
import type { AnyRelationship, ParsedRelationship, ParseRelationship } from './relationship.types.ts'

type Blank = ' ' | '\n' | '\t' | '\r'

/** One or more paths: the scope with their names, and the parameters they ask for; or what is wrong. */
export type ParsePattern<S extends SchemaShape, T extends string, Scope, Params> =
  T extends `(${infer B})${infer X}` ? AfterNode<S, X, ParseNode<S, Scope, B, X, '*'>, Scope, Params>
  : T extends `${Blank}${infer X}` ? ParsePattern<S, X, Scope, Params>
  : T extends `${'shortestPath' | 'allShortestPaths'}(${infer B})` ? ParsePattern<S, B, Scope, Params>
  : T extends `(${infer B}` ? Unclosed<ParseNode<S, Scope, B, '', '*', ''>, ')'>
  : T extends `${infer A}=${infer X}` ? ParsePattern<S, X, Scope & { readonly [K in Trim<A>]: PathBinding }, Params>
  : Failure<`expected a node such as (n:Label) at '${T}'`, T, ''>

type Unclosed<X, C extends string> = X extends AnyFailure ? X : Failure<`missing '${C}'`, '', '', C>

/** After a node: the end, a relationship or a comma. */
type AfterNode<S extends SchemaShape, T extends string, Node, Scope, Params> =
  Node extends ParsedNode<infer A, infer L, infer P> ? Chain<S, T, Bind<Scope, A, NodeBinding<L>>, Params & P, L> : Node
type Bind<Scope, A extends string, Binding> =
  A extends '' ? Scope : A extends keyof Scope ? Scope : Scope & { readonly [K in A]: Binding }

type Chain<S extends SchemaShape, T extends string, Scope, Params, L extends string> =
  T extends '' ? Scoped<Scope, Params>
  : T extends `-[${infer B}]->(${infer N})${infer X}`
    ? B extends `${string}]${string}` ? ChainRare<S, T, Scope, Params, L>
      : Hop<S, ParseRelationship<S, B, `]->(${N})${X}`, L, 'out'>, N, X, Scope, Params, L>
  : T extends `<-[${infer B}]-(${infer N})${infer X}`
    ? B extends `${string}]${string}` ? ChainRare<S, T, Scope, Params, L>
      : Hop<S, ParseRelationship<S, B, `]-(${N})${X}`, L, 'in'>, N, X, Scope, Params, L>
  : ChainRare<S, T, Scope, Params, L>
/** The rarer forms: blanks, commas, undirected steps, what is still being typed. */
type ChainRare<S extends SchemaShape, T extends string, Scope, Params, L extends string> =
  T extends `${Blank}${infer X}` ? Chain<S, X, Scope, Params, L>
  : T extends `,${infer X}` ? ParsePattern<S, X, Scope, Params>
  : T extends `-[${infer B}]${infer X}` ? Arrow<S, B, X, Scope, Params, L, 'out'>
  : T extends `<-[${infer B}]${infer X}` ? Arrow<S, B, X, Scope, Params, L, 'in'>
  : T extends `-[${infer B}` ? Unclosed<ParseRelationship<S, B, '', L, 'both'>, ']'>
  : T extends `<-[${infer B}` ? Unclosed<ParseRelationship<S, B, '', L, 'in'>, ']'>
  : T extends `-->(${infer N})${infer X}` ? Hop<S, AnyRelationship, N, X, Scope, Params, L>
  : T extends `<--(${infer N})${infer X}` ? Hop<S, AnyRelationship, N, X, Scope, Params, L>
  : T extends `--(${infer N})${infer X}` ? Hop<S, AnyRelationship, N, X, Scope, Params, L>
  : Failure<`expected -[:TYPE]->, ',' or the next clause at '${T}'`, T, '', '-[' | '<-[' | '-->' | ', '>
type Arrow<S extends SchemaShape, B extends string, X extends string, Scope, Params, L extends string, D extends 'in' | 'out'> =
  X extends `->${infer Y}`
    ? D extends 'out' ? Target<S, ParseRelationship<S, B, `]${X}`, L, 'out'>, TrimLeft<Y>, Scope, Params, L>
      : Failure<'a relationship cannot point both ways', X, ''>
  : X extends `-${infer Y}` ? Target<S, ParseRelationship<S, B, `]${X}`, L, D extends 'in' ? 'in' : 'both'>, TrimLeft<Y>, Scope, Params, L>
  : ParseRelationship<S, B, `]${X}`, L, 'both'> extends infer E
    ? E extends AnyFailure ? E : Failure<`expected '->' or '-' at '${X}'`, X, '', '->' | '-'>
    : never
type Target<S extends SchemaShape, R, Y extends string, Scope, Params, L extends string> =
  R extends AnyFailure ? R
  : Y extends `(${infer N})${infer X}` ? Hop<S, R, N, X, Scope, Params, L>
  : Y extends `(${infer N}` ? R extends { readonly far: infer Far extends string } ? Unclosed<FitFar<ParseNode<S, Scope, N, '', Far, ''>, R, N, '', L>, ')'> : never
  : Failure<`expected a node at '${Y}'`, Y, '', '('>

type Hop<S extends SchemaShape, R, N extends string, X extends string, Scope, Params, L extends string> =
  R extends ParsedRelationship<infer A, infer T, infer Far, infer P, infer Many>
    ? Landed<S, FitFar<ParseNode<S, Scope, N, X, Far>, R, N, X, L>, X, Bind<Scope, A, Many extends true ? RelationshipListBinding<T> : RelationshipBinding<T>>, Params & P>
    : R
type Landed<S extends SchemaShape, Node, X extends string, Scope, Params> =
  Node extends ParsedNode<infer A, infer L, infer P> ? Chain<S, X, Bind<Scope, A, NodeBinding<L>>, Params & P, L> : Node
/** The far end must be one that the schema allows. */
type FitFar<Node, R, N extends string, X extends string, L extends string> =
  Node extends ParsedNode<infer A, infer Labels, infer P>
    ? R extends { readonly types: infer T extends string; readonly far: infer Far extends string }
      ? Meet<Labels, Far> extends infer Q extends string
        ? [Q] extends [never] ? Failure<`${T} from ${L} never meets ${Labels}, only ${Far}`, N, `)${X}`>
          : ParsedNode<A, [Labels] extends ['*'] ? Q : Labels, P>
        : never
      : never
    : Node
type Meet<Labels extends string, Far extends string> =
  '*' extends Far ? Labels
  : Labels extends Far ? Labels
  : Labels extends '*' ? Far
  : Labels extends `${infer A}&${infer B}` ? Meet<A, Far> | Meet<B, Far>
  : never
