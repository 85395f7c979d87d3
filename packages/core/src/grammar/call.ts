import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { ReadBraces } from './brace.ts'
import { BAR, type Cursor, type Stops } from './cursor.ts'
import type { Failure } from './binding.ts'
import type { NotUnderstood, OrNull, Punctuated, ReadExpression, Typed } from './expression.ts'
import type { Trim } from './lex.ts'
import type { Balanced, Cut } from './pair.ts'
import { words } from '../value/words.ts'

type Quantifier = Extract<Expression, { kind: 'quantifier' }>['name']
const QUANTIFIERS: ReadonlySet<string> = words('ALL ANY NONE SINGLE')

/** How many tokens the name of a function takes (`date.truncate` three); 0 if no bracket follows it. */
const nameLength = (cursor: Cursor): number => {
  let length = 1
  while (cursor.peek(length).key === '.' && cursor.isName(length + 1)) length += 2
  return cursor.peek(length).key === '(' ? length : 0
}

export const callAhead = (cursor: Cursor): boolean => nameLength(cursor) > 0

/** Values with commas between them, up to and including a closing bracket. */
export const readValues = (cursor: Cursor, close: string): readonly Expression[] =>
  cursor.listTo(close, () => cursor.expression())

/** `x IN list`, where a name goes through a list. */
export const readEach = (cursor: Cursor, stops?: Stops): { readonly variable: string; readonly in: Expression } => {
  const variable = cursor.name('a variable')
  cursor.expect('IN')
  return { variable, in: cursor.expression(stops) }
}

/** `all(x IN list WHERE condition)`, likewise any, none and single. */
const readQuantifier = (cursor: Cursor, name: Quantifier): Expression => {
  cursor.at += 2
  const each = readEach(cursor)
  cursor.expect('WHERE')
  const where = cursor.expression()
  cursor.expect(')')
  return { kind: 'quantifier', name, ...each, where }
}

/** `reduce(sum = 0, x IN list | sum + x)` */
const readReduce = (cursor: Cursor): Expression => {
  cursor.at += 2
  const accumulator = cursor.name('a variable')
  cursor.expect('=')
  const initial = cursor.expression()
  cursor.expect(',')
  const each = readEach(cursor, BAR)
  cursor.expect('|')
  const step = cursor.expression()
  cursor.expect(')')
  return { kind: 'reduce', accumulator, initial, ...each, step }
}

const readFunction = (cursor: Cursor): Expression => {
  const name = cursor.dotted('a function')
  cursor.expect('(')
  const star = cursor.takeAll('*', ')')
  const distinct = !star && cursor.peek(1).key !== ')' && cursor.take('DISTINCT')
  return { kind: 'call', name, distinct, star, arguments: star ? [] : readValues(cursor, ')') }
}

/**
 * A function, an aggregate, a quantifier over a list, or `reduce`.
 *
 * @example
 * readCall(cursor) // 'count(DISTINCT u)' → { kind: 'call', name: 'count', distinct: true, … }
 */
export const readCall = (cursor: Cursor): Expression => {
  const { key } = cursor
  if (QUANTIFIERS.has(key) && cursor.isName(2) && cursor.peek(3).key === 'IN')
    return readQuantifier(cursor, key.toLowerCase() as Quantifier) // the set holds their capitals
  if (key === 'REDUCE' && cursor.isName(2) && cursor.peek(3).key === '=') return readReduce(cursor)
  return readFunction(cursor)
}

// The same for the compiler.

/** `(x)`, `f(x)`; braces and lists go to `ReadBraces`. */
export type ReadBracketed<S extends SchemaShape, Scope, T extends string> = T extends `(${infer X})`
  ? Balanced<X> extends true
    ? X extends `${infer H})${string}`
      ? H extends `${string}(${string}`
        ? ReadExpression<S, Scope, Trim<X>>
        : NotUnderstood<T, boolean>
      : ReadExpression<S, Scope, Trim<X>>
    : NotUnderstood<T>
  : T extends `${infer F}(${infer A})`
    ? F extends `${string}${' ' | '[' | '{'}${string}`
      ? ReadBraces<S, Scope, T>
      : Balanced<A> extends true
        ? ReadCall<S, Scope, Lowercase<F>, Trim<A>, T>
        : NotUnderstood<T>
    : ReadBraces<S, Scope, T>

/** The union of the arguments' types. */
export type ReadArguments<S extends SchemaShape, Scope, A extends string, T = never, Params = {}> =
  Cut<A, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? ReadExpression<S, Scope, Trim<I>> extends infer Q
        ? Q extends Typed<infer T1, infer P1>
          ? ReadArguments<S, Scope, X, T | T1, Params & P1>
          : Q
        : never
      : ReadExpression<S, Scope, Trim<A>> extends infer Q
        ? Q extends Typed<infer T1, infer P1>
          ? Typed<T | T1, Params & P1>
          : Q
        : never
    : never

/** What the schema says that a function or procedure of the server takes; unknown where it says nothing. */
export type ArgumentsOf<S extends SchemaShape, In extends 'functions' | 'procedures', N extends string> = S extends {
  [K in In]: { [Q in N]: { arguments: infer A } }
}
  ? A
  : unknown
/** The arguments of something of which the schema says what it takes: each `$x` is of the type that belongs there. */
export type ReadGiven<
  S extends SchemaShape,
  Scope,
  A extends string,
  Given,
  N extends string,
  Params = {},
> = A extends ''
  ? Typed<0, Params>
  : Cut<A, ','> extends [infer I extends string, ...infer X]
    ? GivenOne<S, Scope, Trim<I>, Given extends readonly [infer G, ...unknown[]] ? G : unknown, N> extends infer Q
      ? Q extends Typed<unknown, infer P1>
        ? X extends [infer More extends string]
          ? ReadGiven<
              S,
              Scope,
              Trim<More>,
              Given extends readonly [unknown, ...infer Rest] ? Rest : unknown,
              N,
              Params & P1
            >
          : Typed<0, Params & P1>
        : Q
      : never
    : never
type GivenOne<S extends SchemaShape, Scope, I extends string, G, N extends string> = I extends `$${infer K}`
  ? K extends Punctuated
    ? ReadExpression<S, Scope, I>
    : Typed<0, { [Q in K]: G }>
  : ReadExpression<S, Scope, I> extends infer X
    ? X extends Typed<infer T, unknown>
      ? unknown extends T
        ? X
        : [T] extends [G | null]
          ? X
          : Failure<`${N} does not take '${I}' there: it is of another type`, I, ''>
      : X
    : never

/** What a function returns, by the type of its (first) argument. */
export interface Functions<A> {
  count: number
  sum: number
  avg: number | null
  min: A | null
  max: A | null
  collect: NonNullable<A>[]
  stdev: number
  size: number | OrNull<A>
  length: number | OrNull<A>
  id: number | OrNull<A>
  elementid: string | OrNull<A>
  type: string | OrNull<A>
  labels: string[] | OrNull<A>
  keys: string[] | OrNull<A>
  properties: A
  tolower: string | OrNull<A>
  toupper: string | OrNull<A>
  trim: string | OrNull<A>
  ltrim: string | OrNull<A>
  rtrim: string | OrNull<A>
  substring: string | OrNull<A>
  replace: string | OrNull<A>
  left: string | OrNull<A>
  right: string | OrNull<A>
  split: string[] | OrNull<A>
  tostring: string | OrNull<A>
  tointeger: number | null
  tofloat: number | null
  toboolean: boolean | null
  abs: number | OrNull<A>
  ceil: number | OrNull<A>
  floor: number | OrNull<A>
  round: number | OrNull<A>
  sign: number | OrNull<A>
  sqrt: number | OrNull<A>
  exp: number | OrNull<A>
  log: number | OrNull<A>
  rand: number
  range: number[]
  timestamp: number
  randomuuid: string
  head: A extends readonly (infer X)[] ? X | null : unknown
  last: A extends readonly (infer X)[] ? X | null : unknown
  tail: A
  reverse: A
  nodes: unknown[]
  relationships: unknown[]
  exists: boolean
  isempty: boolean
}
/** The names alone: looking a name up here costs no instantiation of the results. */
type FunctionName = keyof Functions<unknown>

export type ReadCall<
  S extends SchemaShape,
  Scope,
  F extends string,
  A extends string,
  T extends string,
> = F extends 'coalesce'
  ? Coalesce<S, Scope, A>
  : F extends 'any' | 'all' | 'none' | 'single'
    ? NotUnderstood<T, boolean>
    : F extends FunctionName
      ? A extends '*' | ''
        ? Typed<Functions<unknown>[F], {}>
        : (A extends `DISTINCT ${infer X}` ? X : A) extends infer B extends string
          ? B extends `${string},${string}`
            ? Cut<B, ','> extends [infer B1 extends string, infer B2 extends string]
              ? Applied2<F, ReadExpression<S, Scope, Trim<B1>>, ReadArguments<S, Scope, B2>>
              : Applied<F, ReadExpression<S, Scope, B>>
            : Applied<F, ReadExpression<S, Scope, B>>
          : never
      : NotUnderstood<T>
type Applied<F extends FunctionName, X> = X extends Typed<infer T, infer P> ? Typed<Functions<T>[F], P> : X
type Applied2<F extends FunctionName, X, Y> =
  X extends Typed<infer T, infer P> ? (Y extends Typed<unknown, infer P2> ? Typed<Functions<T>[F], P & P2> : Y) : X
/** Null only when its last argument may be; a `$default` takes the type of those before it. */
type Coalesce<S extends SchemaShape, Scope, A extends string, T = never, Params = {}> =
  Cut<A, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? ReadExpression<S, Scope, Trim<I>> extends infer Q
        ? Q extends Typed<infer T1, infer P1>
          ? Coalesce<S, Scope, X, T | NonNullable<T1>, Params & P1>
          : Q
        : never
      : Trim<A> extends `$${infer K}`
        ? Typed<T, Params & { [Q in K]: T }>
        : ReadExpression<S, Scope, Trim<A>> extends infer Q
          ? Q extends Typed<infer T1, infer P1>
            ? Typed<T | T1, Params & P1>
            : Q
          : never
    : never
