import type { SchemaShape } from '../schema/schema-shape.ts'
import type { ValueBinding } from './binding.ts'
import type { ParseBracketed } from './bracket.types.ts'
import type { As, Both, NotUnderstood, OrNull, ParseExpression, Punctuated, Typed } from './expression.types.ts'
import type { Balanced, Cut, Trim } from './lex.types.ts'
import type { ParseBraces } from './brace.types.ts'

type Has<X extends string> = `${string}${X}${string}`
interface Comparison { '=': 1; '<>': 1; '<': 1; '<=': 1; '>': 1; '>=': 1; '=~': 1; IN: 1; STARTS: 1; ENDS: 1; CONTAINS: 1 }
interface TextComparison { STARTS: 1; ENDS: 1; CONTAINS: 1; '=~': 1 }

/** With blanks or brackets: the weakest operator first. */
export type ParseCompound<S extends SchemaShape, Scope, T extends string> =
  T extends LogicText ? T extends `CASE ${string}` ? NotUnderstood<T> : Conjunction<S, Scope, T> : Simple<S, Scope, T>
type LogicText = `${string} ${'AND' | 'OR' | 'XOR'} ${string}`
/** One after the other, tail-recursive; whether AND binds tighter than OR makes no difference to types. */
type Conjunction<S extends SchemaShape, Scope, T extends string, Params = never> =
  Cut<T, ' AND '> extends infer C
    ? C extends [infer A extends string, infer B extends string]
      ? Disjunction<S, Scope, A> extends infer Q
        ? Q extends Typed<unknown, infer P1> ? Conjunction<S, Scope, B, [Params] extends [never] ? P1 : Params & P1> : Q
        : never
      : [Params] extends [never] ? Disjunction<S, Scope, T>
      : Disjunction<S, Scope, T> extends infer Q ? Q extends Typed<unknown, infer P1> ? Typed<boolean, Params & P1> : Q : never
    : never
type Disjunction<S extends SchemaShape, Scope, T extends string> =
  T extends ` ${infer X}` ? Disjunction<S, Scope, X>
  : T extends `${string} ${'OR' | 'XOR'} ${string}`
    ? T extends `CASE ${string}` ? NotUnderstood<T>
      : Cut<T, ' OR '> extends [infer A extends string, infer B extends string] ? Both<boolean, ParseExpression<S, Scope, A>, Disjunction<S, Scope, B>>
      : Cut<T, ' XOR '> extends [infer A extends string, infer B extends string] ? Both<boolean, ParseExpression<S, Scope, A>, Disjunction<S, Scope, B>>
      : Simple<S, Scope, T>
  : T extends Punctuated ? Simple<S, Scope, T>
  : ParseExpression<S, Scope, T>

/** No AND, OR, XOR outside brackets. `A op B` of single words first: that is what conditions look like. */
type Simple<S extends SchemaShape, Scope, T extends string> =
  T extends `(${infer X})` ? Cut<X, ')'> extends [string] ? ParseExpression<S, Scope, Trim<X>> : Words<S, Scope, T> : Words<S, Scope, T>
type Words<S extends SchemaShape, Scope, T extends string> =
  T extends `${infer A} ${infer O} ${infer B}`
    ? Balanced<A> extends true ? ThreeWords<S, Scope, T, A, O, B>
      : Cut<T, ' '> extends [infer A2 extends string, `${infer O2} ${infer B2}`] ? ThreeWords<S, Scope, T, A2, O2, B2>
      : Operators<S, Scope, T>
  : T extends `NOT ${infer B}` ? As<boolean, ParseExpression<S, Scope, B>>
  : Operators<S, Scope, T>
type ThreeWords<S extends SchemaShape, Scope, T extends string, A extends string, O extends string, B extends string> =
  O extends keyof Comparison ? Compare<S, Scope, A, O, B>
  : A extends keyof Opening ? A extends 'NOT' ? As<boolean, ParseExpression<S, Scope, `${O} ${B}`>> : NotUnderstood<T, Opening[A]>
  : O extends 'IS' ? As<boolean, ParseExpression<S, Scope, A>>
  : O extends `{${string}` ? ParseBraces<S, Scope, T>
  : T extends `${string} ${keyof Comparison} ${string}`
    ? FirstComparison<T> extends [infer L extends string, infer P extends string, infer R extends string] ? Compare<S, Scope, L, P, R> : Operators<S, Scope, T>
  : Operators<S, Scope, T>
interface Opening { NOT: boolean; CASE: unknown; EXISTS: boolean; COUNT: number; COLLECT: unknown[] }
/** The first comparison outside brackets, word by word. */
type FirstComparison<T extends string, L extends string = ''> =
  Cut<T, ' '> extends [infer W extends string, infer R extends string]
    ? W extends keyof Comparison ? [Trim<L>, W, R] : FirstComparison<R, `${L} ${W}`>
    : false

/** Operators without blanks, then sums and products, the weakest first. */
type Operators<S extends SchemaShape, Scope, T extends string> =
  T extends Has<'=' | '<' | '>'>
    ? T extends `(${string}-${string}` | `[${string}` ? ParseBracketed<S, Scope, T>
      : T extends Has<'<='> ? Tight<S, Scope, T, '<='>
      : T extends Has<'>='> ? Tight<S, Scope, T, '>='>
      : T extends Has<'<>'> ? Tight<S, Scope, T, '<>'>
      : T extends Has<'=~'> ? Tight<S, Scope, T, '=~'>
      : T extends Has<'='> ? Tight<S, Scope, T, '='>
      : T extends Has<'<'> ? Tight<S, Scope, T, '<'>
      : Tight<S, Scope, T, '>'>
    : Sum<S, Scope, T>
type Tight<S extends SchemaShape, Scope, T extends string, O extends string> =
  Cut<T, O> extends [infer A extends string, infer B extends string] ? Compare<S, Scope, Trim<A>, O, Trim<B>> : Sum<S, Scope, T>
type Sum<S extends SchemaShape, Scope, T extends string> =
  T extends Has<'+' | '*' | '/' | '%' | '^' | ' - ' | ' IS '>
    ? T extends `(${string}]-${string}` ? NotUnderstood<T, boolean>
      : T extends Has<' IS '> ? Cut<T, ' IS '> extends [infer A extends string, string] ? As<boolean, ParseExpression<S, Scope, A>> : ParseBracketed<S, Scope, T>
      : T extends Has<'+'> ? Cut<T, '+'> extends [infer A extends string, infer B extends string] ? Plus<ParseExpression<S, Scope, Trim<A>>, ParseExpression<S, Scope, Trim<B>>> : Product<S, Scope, T>
      : Product<S, Scope, T>
    : ParseBracketed<S, Scope, T>
type Product<S extends SchemaShape, Scope, T extends string> =
  T extends Has<' - '> ? Arithmetic<S, Scope, T, ' - '>
  : T extends Has<'*'> ? Arithmetic<S, Scope, T, '*'>
  : T extends Has<'/'> ? Arithmetic<S, Scope, T, '/'>
  : T extends Has<'%'> ? Arithmetic<S, Scope, T, '%'>
  : T extends Has<'^'> ? Arithmetic<S, Scope, T, '^'>
  : ParseBracketed<S, Scope, T>
type Arithmetic<S extends SchemaShape, Scope, T extends string, O extends string> =
  Cut<T, O> extends [infer A extends string, infer B extends string]
    ? Minus<ParseExpression<S, Scope, Trim<A>>, ParseExpression<S, Scope, Trim<B>>>
    : ParseBracketed<S, Scope, T>
type Minus<X, Y> =
  X extends Typed<infer A, infer P>
    ? Y extends Typed<infer B, infer Q> ? Typed<number | OrNull<unknown extends A | B ? 0 : A | B>, P & Q> : Y
    : X
type Plus<X, Y> =
  X extends Typed<infer A, infer P>
    ? Y extends Typed<infer B, infer Q> ? Typed<Added<A, B>, P & Q> : Y
    : X
type Added<A, B> =
  unknown extends A | B ? unknown
  : [NonNullable<A> | NonNullable<B>] extends [number] ? number | OrNull<A | B>
  : NonNullable<A> extends readonly unknown[] ? A
  : [NonNullable<A> | NonNullable<B>] extends [string | number] ? string | OrNull<A | B>
  : unknown

/** A parameter takes the type of the other side. */
type Compare<S extends SchemaShape, Scope, A extends string, O extends string, B extends string> =
  O extends keyof TextComparison ? TextParameter<S, Scope, WithoutWith<B>, ParseExpression<S, Scope, A>>
  : B extends `$${infer K}`
    ? K extends Punctuated ? Both<boolean, ParseExpression<S, Scope, A>, ParseExpression<S, Scope, B>> : Give<ParseExpression<S, Scope, A>, K, O>
  : A extends `$${infer K}`
    ? K extends Punctuated ? Both<boolean, ParseExpression<S, Scope, A>, ParseExpression<S, Scope, B>>
      : Give<ParseExpression<S, Scope, B>, K, O extends 'IN' ? 'HAS' : O>
  : IsRowField<B, Scope> extends true ? Give<ParseExpression<S, Scope, A>, `@${B}`, O>
  : Both<boolean, ParseExpression<S, Scope, A>, ParseExpression<S, Scope, B>>
type WithoutWith<B extends string> = B extends `WITH ${infer X}` ? X : B
type TextParameter<S extends SchemaShape, Scope, B extends string, X> =
  X extends Typed<unknown, infer P>
    ? B extends `$${infer K}` ? K extends Punctuated ? As<boolean, X> : Typed<boolean, P & { [Q in K]: string }>
      : Both<boolean, X, ParseExpression<S, Scope, B>>
    : X
type Give<X, K extends string, O extends string> =
  X extends Typed<infer T, infer P>
    ? Typed<boolean, P & { [Q in K]: O extends 'IN' ? readonly NonNullable<T>[] : O extends 'HAS' ? T extends readonly (infer E)[] ? E : unknown : unknown extends T ? unknown : NonNullable<T> }>
    : X
/** `row.x` of `UNWIND $rows AS row`: its type comes from its uses. */
export type IsRowField<B extends string, Scope> =
  B extends `${infer A}.${string}`
    ? A extends keyof Scope ? Scope[A] extends ValueBinding<infer X> ? unknown extends X ? true : false : false : false
    : false
