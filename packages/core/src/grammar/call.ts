import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { GraphPath } from '../value/graph-path.ts'
import type { Failure, Scoped, ValueBinding } from './binding.ts'
import type { ReadBraces } from './brace.ts'
import type { ReadCase } from './case.ts'
import { BAR, type Cursor, type Stops } from './cursor.ts'
import type { As, Both, NotUnderstood, OrNull, Punctuated, ReadExpression, Typed } from './expression.ts'
import type {
  FunctionName,
  Functions,
  Lenient,
  TemporalFunction,
  TemporalOf,
  WithKeyword,
  WithKeywords,
} from './functions.ts'
import type { Trim } from './lex.ts'
import type { ReadEach } from './list.ts'
import type { ReadTightMinus } from './operator.ts'
import type { Balanced, Cut } from './pair.ts'
import type { ReadPatterns } from './pattern.ts'
import { readTrim, trimAhead } from './trim.ts'
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

/** `reduce(sum = 0, x IN list | sum + x)`, `allReduce(sum = 0, x IN list | sum + x, sum < 9)` */
const readReduce = (cursor: Cursor): Expression => {
  const all = cursor.key === 'ALLREDUCE'
  cursor.at += 2
  const accumulator = cursor.name('a variable')
  cursor.expect('=')
  const initial = cursor.expression()
  cursor.expect(',')
  const each = readEach(cursor, BAR)
  cursor.expect('|')
  const step = cursor.expression()
  if (all) cursor.expect(',')
  const predicate = all ? cursor.expression() : undefined
  cursor.expect(')')
  const reduce = { kind: 'reduce', accumulator, initial, ...each, step } as const
  return predicate === undefined ? reduce : { ...reduce, predicate }
}

const readFunction = (cursor: Cursor): Expression => {
  const name = cursor.dotted('a function')
  cursor.expect('(')
  const star = name.toLowerCase() === 'count' && cursor.takeAll('*', ')')
  const distinct = !star && cursor.peek(1).key !== ')' && cursor.take('DISTINCT')
  if (cursor.key === 'ALL' && cursor.isName(1)) cursor.at += 1 // what is meant without it
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
  if ((key === 'REDUCE' || key === 'ALLREDUCE') && cursor.isName(2) && cursor.peek(3).key === '=')
    return readReduce(cursor)
  if (trimAhead(cursor)) return readTrim(cursor)
  return readFunction(cursor)
}

// The same for the compiler.

/** A path as an expression. */
export type PathText = `(${string})${Dash}${string}` | `(${string}) ${Dash}${string}`
type Dash = '-[' | '<-[' | '--' | '<--'

/** `(x)`, `f(x)`, `(u)-->()`; braces and lists go to `ReadBraces`. */
export type ReadBracketed<S extends SchemaShape, Scope, T extends string> = T extends `${infer F}(${infer A})`
  ? F extends ''
    ? T extends PathText
      ? ReadPath<S, Scope, T, boolean>
      : Balanced<A> extends true
        ? Cut<A, ')'> extends [string]
          ? ReadExpression<S, Scope, Trim<A>>
          : ReadLeftover<S, Scope, T>
        : ReadLeftover<S, Scope, T>
    : F extends `${string}${' ' | '[' | '{' | '-'}${string}`
      ? ReadLeftover<S, Scope, T>
      : Balanced<A> extends true
        ? ReadCall<S, Scope, Lowercase<F>, Trim<A>, T>
        : ReadLeftover<S, Scope, T>
  : T extends `${string})-${string}` | `${string}]-${string}`
    ? ReadLeftover<S, Scope, T>
    : ReadBraces<S, Scope, T>
/** More than one call or bracket: a minus between them, a path, or something after an operand. */
type ReadLeftover<S extends SchemaShape, Scope, T extends string> = T extends PathText
  ? ReadPath<S, Scope, T, boolean>
  : Cut<T, '-'> extends [string, string]
    ? ReadTightMinus<S, Scope, T>
    : ReadBraces<S, Scope, T>
/** The names and parameters of a path are checked; what it binds stays inside. */
type ReadPath<S extends SchemaShape, Scope, T extends string, X> =
  ReadPatterns<S, T, Scope, {}> extends infer Q ? (Q extends Scoped<unknown, infer P> ? Typed<X, P> : Q) : never

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

export type ReadCall<
  S extends SchemaShape,
  Scope,
  F extends string,
  A extends string,
  T extends string,
> = F extends FunctionName
  ? A extends '*' | ''
    ? Typed<Functions<unknown>[F], {}>
    : (A extends `DISTINCT ${infer X}` ? X : A) extends infer B extends string
      ? B extends `${string},${string}`
        ? Cut<B, ','> extends [infer B1 extends string, infer B2 extends string]
          ? Applied2<F, ReadExpression<S, Scope, Trim<B1>>, ReadArguments<S, Scope, B2>>
          : Applied<F, ReadExpression<S, Scope, B>>
        : Applied<F, ReadExpression<S, Scope, B>>
      : never
  : F extends 'coalesce'
    ? Coalesce<S, Scope, A>
    : F extends 'case'
      ? ReadCase<S, Scope, A>
      : F extends 'all' | 'any' | 'none' | 'single'
        ? ReadQuantifier<S, Scope, A>
        : F extends 'reduce' | 'allreduce'
          ? F extends 'reduce'
            ? ReadReduce<S, Scope, A>
            : NotUnderstood<T, boolean>
          : F extends 'shortestpath' | 'allshortestpaths'
            ? ReadPath<S, Scope, T, F extends 'shortestpath' ? GraphPath | null : GraphPath[]>
            : F extends TemporalFunction
              ? Timed<S, F, A extends '' ? Typed<0, {}> : ReadArguments<S, Scope, A>>
              : ReadOther<S, Scope, F, A, T>
type Applied<F extends FunctionName, X> = X extends Typed<infer T, infer P> ? Typed<Functions<T>[F], P> : X
/** Null for null: that of any argument, as far as it is known to be one. */
type Applied2<F extends FunctionName, X, Y> =
  X extends Typed<infer T, infer P>
    ? Y extends Typed<infer T2, infer P2>
      ? Typed<Functions<T>[F] | (F extends Lenient ? never : unknown extends T2 ? never : OrNull<T2>), P & P2>
      : Y
    : X
/** With `.truncate`, `.realtime` and their like the same; `duration.between` is a duration. */
type Timed<S extends SchemaShape, F extends string, X> =
  X extends Typed<infer T, infer P>
    ? Typed<
        | (F extends `${infer N}.${string}` ? TemporalOf<S, N> : TemporalOf<S, F>)
        | (unknown extends T ? never : OrNull<T>),
        P
      >
    : X

/** Functions of the schema, and those of which the result is not known: names in their arguments are still checked. */
type ReadOther<S extends SchemaShape, Scope, F extends string, A extends string, T extends string> = F extends 'trim'
  ? ReadCall<S, Scope, 'btrim', A extends `${string}FROM ${infer X}` ? X : A, T>
  : F extends WithKeyword
    ? Cut<A, ','> extends [infer B extends string, infer X extends string]
      ? AlsoAsked<Typed<WithKeywords[F], {}>, ReadExpression<S, Scope, Trim<B>>, NotUnderstood<X>>
      : As<WithKeywords[F], ReadArguments<S, Scope, A>>
    : NameOf<T> extends infer N extends string
      ? S extends { functions: { [K in N]: { returns: infer R } } }
        ? As<R, ReadGiven<S, Scope, A, ArgumentsOf<S, 'functions', N>, N>>
        : A extends ''
          ? Typed<unknown, {}>
          : As<unknown, ReadArguments<S, Scope, A extends `DISTINCT ${infer X}` ? X : A>>
      : never
type NameOf<T extends string> = T extends `${infer N}(${string}` ? N : T
type AlsoAsked<Z, X, Y> =
  X extends Typed<infer A, unknown> ? As<Z extends Typed<infer T, unknown> ? T | OrNull<A> : never, Both<0, X, Y>> : X

/** `x IN list WHERE condition` */
type ReadQuantifier<S extends SchemaShape, Scope, A extends string> = A extends `${infer V} IN ${infer X}`
  ? Cut<X, ' WHERE '> extends [infer E extends string, infer W extends string]
    ? ReadEach<S, Scope, V, [Trim<E>]> extends infer Each
      ? Each extends { readonly params: infer P; readonly scope: infer Inner }
        ? ReadExpression<S, Inner, Trim<W>> extends infer Q
          ? Q extends Typed<infer T, infer P1>
            ? Typed<boolean | OrNull<T>, P & P1>
            : Q
          : never
        : Each
      : never
    : Failure<'expected name IN list WHERE condition', A, ''>
  : Failure<'expected name IN list WHERE condition', A, ''>

/** `sum = 0, x IN list | sum + x` */
type ReadReduce<S extends SchemaShape, Scope, A extends string> =
  Cut<A, ','> extends [`${infer N}=${infer I}`, infer X extends string]
    ? ReadExpression<S, Scope, Trim<I>> extends infer Q
      ? Q extends Typed<infer T, infer P>
        ? Trim<X> extends `${infer V} IN ${infer Y}`
          ? Cut<Y, '|'> extends [infer E extends string, infer W extends string]
            ? ReadEach<S, Scope & { readonly [K in Trim<N>]: ValueBinding<T> }, V, [Trim<E>]> extends infer Each
              ? Each extends { readonly params: infer P1; readonly scope: infer Inner }
                ? ReadExpression<S, Inner, Trim<W>> extends infer Z
                  ? Z extends Typed<infer T2, infer P2>
                    ? Typed<T | T2, P & P1 & P2>
                    : Z
                  : never
                : Each
              : never
            : Failure<'expected reduce(name = value, name IN list | value)', A, ''>
          : Failure<'expected reduce(name = value, name IN list | value)', A, ''>
        : Q
      : never
    : Failure<'expected reduce(name = value, name IN list | value)', A, ''>

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
