import type { PathGroup, Pattern } from '../ast/pattern.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type {
  AnyFailure,
  Failure,
  NodeBinding,
  PathBinding,
  RelationshipBinding,
  RelationshipListBinding,
  Scoped,
} from './binding.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'
import type { Has, Trim, TrimLeft } from './lex.ts'
import { type ParsedNode, type ReadNode, readNode } from './node.ts'
import type { RareBody } from './rare-inside.ts'
import type { RareChain, RarePatterns } from './rare-pattern.ts'
import {
  type AnyRelationship,
  type ParsedRelationship,
  type ReadRelationship,
  readRelationship,
  startsRelationship,
} from './relationship.ts'
import { readSelector, selectorAhead } from './path-selector.ts'
import { readQuantifier } from './quantifier.ts'

type Elements = Pattern['elements']

/** True where a bracket holds a path and not a node. */
const groupAhead = (cursor: Cursor): boolean =>
  cursor.key === '(' &&
  (cursor.peek(1).key === '(' || (cursor.isName(1) && cursor.peek(2).key === '=') || selectorAhead(cursor, 1))

/** `((a)-->(b) WHERE a.x < b.x){1,3}` */
const readGroup = (cursor: Cursor): PathGroup => {
  cursor.expect('(')
  const pattern = readPattern(cursor)
  const where = cursor.take('WHERE') ? cursor.expression() : undefined
  cursor.expect(')', "-[:TYPE]->, WHERE or ')'")
  return { kind: 'group', pattern, where, quantifier: readQuantifier(cursor) }
}

/** Nodes and relationships in turn, and groups of them. */
const readElements = (cursor: Cursor): Elements => {
  const elements: Elements[number][] = []
  do {
    if (groupAhead(cursor)) elements.push(readGroup(cursor))
    else if (elements.length > 0 && elements.at(-1)?.kind !== 'group')
      break // a node after a node is a slip
    else {
      elements.push(readNode(cursor))
      while (startsRelationship(cursor)) {
        elements.push(readRelationship(cursor))
        if (cursor.key !== '(') cursor.failMissing("expected a node: a relationship ends with '(…)'")
        elements.push(readNode(cursor))
      }
    }
  } while (cursor.key === '(')
  return elements
}

const SEARCHES: Readonly<Record<string, Pattern['search']>> = {
  SHORTESTPATH: 'shortestPath',
  ALLSHORTESTPATHS: 'allShortestPaths',
}

/** `shortestPath` or `allShortestPaths`, if their bracket follows. */
export const searchAhead = (cursor: Cursor): Pattern['search'] =>
  cursor.peek(1).key === '(' ? SEARCHES[cursor.key] : undefined

/** One path, after its variable. */
const readPath = (cursor: Cursor): Pick<Pattern, 'search' | 'selector' | 'mode' | 'elements'> => {
  const search = searchAhead(cursor)
  if (search === undefined) {
    const selected = selectorAhead(cursor, 0) ? readSelector(cursor) : undefined
    return { search, ...selected, elements: readElements(cursor) }
  }
  cursor.at += 2
  const elements = readElements(cursor)
  cursor.expect(')', `-[:TYPE]-> or ')' to close ${search}`)
  return { search, elements }
}

/** One path, with its variable and what selects it if it has them. */
export const readPattern = (cursor: Cursor): Pattern => {
  const start = cursor.at
  const outer = cursor.stops
  cursor.stops = NO_STOPS // a bar between types ends nothing
  const variable = cursor.isName() && cursor.peek(1).key === '=' ? cursor.name('a name') : undefined
  if (variable !== undefined) cursor.at += 1
  const path = readPath(cursor)
  cursor.stops = outer
  return cursor.made(start, { variable, ...path })
}

/**
 * Paths with commas between them.
 *
 * @example
 * readPatterns(cursor) // '(u:User)-[:WROTE]->(p), (t:Tag)' → two paths
 */
export const readPatterns = (cursor: Cursor): readonly Pattern[] => cursor.list(readPattern)

/** True where a bracket opens a path and not a value: what it holds looks like a node, and a relationship follows it. */
export const patternAhead = (cursor: Cursor, from: number): boolean => {
  const key = (index: number): string => cursor.tokens[index]?.key ?? ''
  if (key(from) !== '(') return false
  const named = cursor.tokens[from + 1]?.kind === 'word' || cursor.tokens[from + 1]?.kind === 'name'
  const inside = key(named ? from + 2 : from + 1)
  if (inside !== ')' && inside !== ':' && inside !== '{' && inside !== 'WHERE' && inside !== 'IS') return false
  const after = (cursor.mates[from] ?? 0) + 1
  const dash = key(after) === '<' ? after + 1 : after
  if (key(dash) !== '-') return false
  if (key(dash + 1) === '[') return key((cursor.mates[dash + 1] ?? 0) + 1) === '-'
  return key(dash + 1) === '-' && (key(dash + 2) === '(' || (key(dash + 2) === '>' && key(dash + 3) === '('))
}

// The same for the compiler.

type Blank = ' ' | '\n' | '\t' | '\r'

/** One or more paths: the scope with their names, and the parameters they ask for; or what is wrong. */
export type ReadPatterns<S extends SchemaShape, T extends string, Scope, Params> = T extends `(${infer B})${infer X}`
  ? B extends RareBody
    ? RarePatterns<S, T, Scope, Params>
    : AfterNode<S, X, ReadNode<S, Scope, B, X, '*'>, Scope, Params>
  : T extends `${Blank}${infer X}`
    ? ReadPatterns<S, X, Scope, Params>
    : T extends `(${infer B}`
      ? B extends RareBody
        ? RarePatterns<S, T, Scope, Params>
        : Unclosed<ReadNode<S, Scope, B, '', '*', ''>, ')'>
      : T extends `${infer A}=${infer X}`
        ? A extends Has<'(' | '`'> | `${string} ${string} ${string}`
          ? RarePatterns<S, T, Scope, Params>
          : ReadPatterns<S, X, Scope & { readonly [K in Trim<A>]: PathBinding }, Params>
        : RarePatterns<S, T, Scope, Params>

export type Unclosed<X, C extends string> = X extends AnyFailure ? X : Failure<`missing '${C}'`, '', '', C>

/** After a node: the end, a relationship or a comma. */
type AfterNode<S extends SchemaShape, T extends string, Node, Scope, Params> =
  Node extends ParsedNode<infer A, infer L, infer P> ? Chain<S, T, Bind<Scope, A, NodeBinding<L>>, Params & P, L> : Node
type Bind<Scope, A extends string, Binding> = A extends ''
  ? Scope
  : A extends keyof Scope
    ? Scope
    : Scope & { readonly [K in A]: Binding }
/** The scope with the name of a relationship, a list of them when there are many. */
export type BindRelationship<Scope, R> =
  R extends ParsedRelationship<infer A, infer T, string, unknown, infer Many>
    ? Bind<Scope, A, Many extends true ? RelationshipListBinding<T> : RelationshipBinding<T>>
    : Scope
/** The scope with the name of a node, its parameters and labels. */
export type BindNode<Scope, Node> =
  Node extends ParsedNode<infer A, infer L, infer P>
    ? { readonly scope: Bind<Scope, A, NodeBinding<L>>; readonly params: P; readonly last: L }
    : Node

type Chain<S extends SchemaShape, T extends string, Scope, Params, L extends string> = T extends ''
  ? Scoped<Scope, Params>
  : T extends `-[${infer B}]->(${infer N})${infer X}`
    ? B extends `${string}]${string}`
      ? ChainRare<S, T, Scope, Params, L>
      : B extends RareBody
        ? RareChain<S, T, Scope, Params, L>
        : N extends RareBody
          ? RareChain<S, T, Scope, Params, L>
          : Hop<S, ReadRelationship<S, Scope, B, `]->(${N})${X}`, L, 'out'>, N, X, Scope, Params, L>
    : T extends `<-[${infer B}]-(${infer N})${infer X}`
      ? B extends `${string}]${string}`
        ? ChainRare<S, T, Scope, Params, L>
        : B extends RareBody
          ? RareChain<S, T, Scope, Params, L>
          : N extends RareBody
            ? RareChain<S, T, Scope, Params, L>
            : Hop<S, ReadRelationship<S, Scope, B, `]-(${N})${X}`, L, 'in'>, N, X, Scope, Params, L>
      : ChainRare<S, T, Scope, Params, L>
/** The rarer forms: blanks, commas, undirected steps, what is still being typed. */
type ChainRare<
  S extends SchemaShape,
  T extends string,
  Scope,
  Params,
  L extends string,
> = T extends `${Blank}${infer X}`
  ? Chain<S, X, Scope, Params, L>
  : T extends `,${infer X}`
    ? ReadPatterns<S, X, Scope, Params>
    : T extends `-[${infer B}]${infer X}`
      ? B extends RareBody
        ? RareChain<S, T, Scope, Params, L>
        : Arrow<S, B, X, Scope, Params, L, 'out', T>
      : T extends `<-[${infer B}]${infer X}`
        ? B extends RareBody
          ? RareChain<S, T, Scope, Params, L>
          : Arrow<S, B, X, Scope, Params, L, 'in', T>
        : T extends `-[${infer B}`
          ? Unclosed<ReadRelationship<S, Scope, B, '', L, 'both'>, ']'>
          : T extends `<-[${infer B}`
            ? Unclosed<ReadRelationship<S, Scope, B, '', L, 'in'>, ']'>
            : T extends `${'-->' | '<--' | '--'}(${infer N})${infer X}`
              ? N extends RareBody
                ? RareChain<S, T, Scope, Params, L>
                : Hop<S, AnyRelationship, N, X, Scope, Params, L>
              : RareChain<S, T, Scope, Params, L>
type Arrow<
  S extends SchemaShape,
  B extends string,
  X extends string,
  Scope,
  Params,
  L extends string,
  D extends 'in' | 'out',
  T extends string,
> = X extends `->${infer Y}`
  ? D extends 'out'
    ? Target<S, ReadRelationship<S, Scope, B, `]${X}`, L, 'out'>, TrimLeft<Y>, Scope, Params, L, T>
    : Target<S, ReadRelationship<S, Scope, B, `]${X}`, L, 'both'>, TrimLeft<Y>, Scope, Params, L, T>
  : X extends `-${infer Y}`
    ? Target<
        S,
        ReadRelationship<S, Scope, B, `]${X}`, L, D extends 'in' ? 'in' : 'both'>,
        TrimLeft<Y>,
        Scope,
        Params,
        L,
        T
      >
    : ReadRelationship<S, Scope, B, `]${X}`, L, 'both'> extends infer E
      ? E extends AnyFailure
        ? E
        : Failure<`expected '->' or '-' at '${X}'`, X, '', '->' | '-'>
      : never
type Target<
  S extends SchemaShape,
  R,
  Y extends string,
  Scope,
  Params,
  L extends string,
  T extends string,
> = R extends AnyFailure
  ? R
  : Y extends `(${infer N})${infer X}`
    ? N extends RareBody
      ? RareChain<S, T, Scope, Params, L>
      : Hop<S, R, N, X, Scope, Params, L>
    : Y extends `(${infer N}`
      ? R extends { readonly far: infer Far extends string }
        ? Unclosed<FitFar<ReadNode<S, Scope, N, '', Far, ''>, R, N, '', L>, ')'>
        : never
      : RareChain<S, T, Scope, Params, L>

type Hop<S extends SchemaShape, R, N extends string, X extends string, Scope, Params, L extends string> =
  R extends ParsedRelationship<infer A, infer T, infer Far, infer P, infer Many>
    ? Landed<
        S,
        FitFar<ReadNode<S, Scope, N, X, Far>, R, N, X, L>,
        X,
        Bind<Scope, A, Many extends true ? RelationshipListBinding<T> : RelationshipBinding<T>>,
        Params & P
      >
    : R
type Landed<S extends SchemaShape, Node, X extends string, Scope, Params> =
  Node extends ParsedNode<infer A, infer L, infer P> ? Chain<S, X, Bind<Scope, A, NodeBinding<L>>, Params & P, L> : Node
/** The far end must be one that the schema allows. */
export type FitFar<Node, R, N extends string, X extends string, L extends string> =
  Node extends ParsedNode<infer A, infer Labels, infer P>
    ? R extends { readonly types: infer T extends string; readonly far: infer Far extends string }
      ? Meet<Labels, Far> extends infer Q extends string
        ? [Q] extends [never]
          ? Failure<`${T} from ${L} never meets ${Labels}, only ${Far}`, N, `)${X}`>
          : ParsedNode<A, [Labels] extends ['*'] ? Q : Labels, P>
        : never
      : never
    : Node
type Meet<Labels extends string, Far extends string> = '*' extends Far
  ? Labels
  : Labels extends Far
    ? Labels
    : Labels extends '*'
      ? Far
      : Labels extends `${infer A}&${infer B}`
        ? Meet<A, Far> | Meet<B, Far>
        : never
