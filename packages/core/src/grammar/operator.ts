import type { BinaryOperator, Expression } from '../ast/expression.ts'
import { tightness } from '../ast/tightness.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Minus, Plus, Side } from './arithmetic.ts'
import type { Failure, ValueBinding } from './binding.ts'
import type { ReadBraces } from './brace.ts'
import type { PathText, ReadBracketed } from './call.ts'
import type { CaseAsCall, CaseText } from './case.ts'
import type { Cursor } from './cursor.ts'
import type { As, NotUnderstood, OrNull, Punctuated, ReadExpression, Typed } from './expression.ts'
import type { ClauseWords } from './keyword.ts'
import type { Trim } from './lex.ts'
import type { Balanced, Cut } from './pair.ts'
import { readIs } from './is.ts'
import { readPostfix } from './postfix.ts'
import { readLabels } from './label.ts'

const NOT = 4
const COMPARISON = 5
const PREDICATE = 6

/** How tightly an operator binds, by the word it begins with; those of one level are read from left to right. */
const LEVELS: Readonly<Record<string, number>> = {
  ...tightness,
  STARTS: PREDICATE,
  ENDS: PREDICATE,
  IS: PREDICATE,
  '::': PREDICATE,
}

const levelOf = (cursor: Cursor): number => LEVELS[cursor.key] ?? 0

type Binary = Extract<Expression, { kind: 'binary' }>

const binary = (cursor: Cursor, start: number, parts: Pick<Binary, 'operator' | 'left' | 'right'>): Expression => {
  return cursor.made(start, { kind: 'binary', ...parts })
}

/** What stands between two comparisons is part of both, and whoever walks the tree sees it twice: so deep may chains nest. */
const DEEPEST_CHAIN = 4

/** `a < b`, and `a <= b < c`, which means `a <= b AND b < c`. */
const readComparison = (cursor: Cursor, first: Expression, start: number): Expression => {
  let left = first
  let leftFrom = start
  let whole: Expression | undefined
  let { chains } = cursor
  while (levelOf(cursor) === COMPARISON) {
    const operator = cursor.key as BinaryOperator // levelOf says so
    cursor.at += 1
    const rightFrom = cursor.at
    cursor.chains = 0
    const right = readOperators(cursor, COMPARISON + 1)
    const part = binary(cursor, leftFrom, { operator, left, right })
    whole = whole === undefined ? part : binary(cursor, start, { operator: 'AND', left: whole, right: part })
    left = right
    leftFrom = rightFrom
    chains = Math.max(chains, cursor.chains + (levelOf(cursor) === COMPARISON ? 1 : 0))
    if (chains > DEEPEST_CHAIN)
      throw cursor.error(cursor.at, 'too many chains of comparisons in one another: join two by AND')
  }
  cursor.chains = chains
  return whole ?? first
}

/** `=~`, `IN`, `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `IS …`. */
const readPredicate = (cursor: Cursor, left: Expression, start: number): Expression => {
  const { key } = cursor
  if (key === 'IS' || key === '::') return readIs(cursor, left, start)
  cursor.at += 1
  const twoWords = key === 'STARTS' || key === 'ENDS'
  if (twoWords) cursor.expect('WITH', `WITH after ${key}`)
  const operator = (twoWords ? `${key} WITH` : key) as BinaryOperator // the keys of this level, in Cypher's spelling
  return binary(cursor, start, { operator, left, right: readOperators(cursor, PREDICATE + 1) })
}

const readBinary = (cursor: Cursor, left: Expression, level: number, start: number): Expression => {
  if (level === COMPARISON) return readComparison(cursor, left, start)
  if (level === PREDICATE) return readPredicate(cursor, left, start)
  const operator = cursor.key as BinaryOperator // the remaining keys of LEVELS are operators as they stand
  cursor.at += 1
  return binary(cursor, start, { operator, left, right: readOperators(cursor, level + 1) })
}

/** `NOT a`, `-a`, `+a`, or an operand with what follows it. */
const readPrefix = (cursor: Cursor): Expression => {
  const start = cursor.at
  const operator = cursor.key
  if (operator !== 'NOT' && operator !== '-' && operator !== '+') return readPostfix(cursor)
  cursor.at += 1
  cursor.enter()
  const operand = operator === 'NOT' ? readOperators(cursor, NOT + 1) : readPrefix(cursor)
  cursor.depth -= 1
  return cursor.made(start, { kind: 'unary', operator, operand })
}

/**
 * An expression of operators that bind at least as tightly as `minimum`.
 *
 * @example
 * readOperators(cursor, 0) // 'a + b * c' → binary + of a and (binary * of b and c)
 */
export const readOperators = (cursor: Cursor, minimum: number): Expression => {
  const start = cursor.at
  let left = readPrefix(cursor)
  let last = Infinity // what stands after a test may not hold it tighter than the test itself
  for (let level = levelOf(cursor); level > 0 && level >= minimum && level <= last; level = levelOf(cursor)) {
    left = readBinary(cursor, left, level, start)
    last = level
  }
  return left
}

const readComparedTo = (cursor: Cursor, left: Expression): Expression => {
  const start = cursor.at
  if (levelOf(cursor) === PREDICATE) return readPredicate(cursor, left, start)
  if (cursor.take(':')) return cursor.made(start, { kind: 'label-test', of: left, labels: readLabels(cursor) })
  if (levelOf(cursor) !== COMPARISON) return readOperators(cursor, 0)
  const operator = cursor.key as BinaryOperator // levelOf says so
  cursor.at += 1
  return binary(cursor, start, { operator, left, right: readOperators(cursor, COMPARISON + 1) })
}

/**
 * What stands after WHEN in `CASE x WHEN …`: a comparison whose left side is x, or a value.
 *
 * @example
 * readCompared(cursor) // '< 3' → binary < of case-operand and 3
 */
export const readCompared = (cursor: Cursor): Expression => {
  cursor.enter()
  const compared = readComparedTo(cursor, { kind: 'case-operand' })
  cursor.depth -= 1
  return compared
}

// The same for the compiler.

type Has<X extends string> = `${string}${X}${string}`
interface Comparison {
  '=': 1
  '<>': 1
  '<': 1
  '<=': 1
  '>': 1
  '>=': 1
  '=~': 1
  IN: 1
  STARTS: 1
  ENDS: 1
  CONTAINS: 1
}
interface TextComparison {
  STARTS: 1
  ENDS: 1
  CONTAINS: 1
  '=~': 1
}

/** With blanks or brackets: the weakest operator first. */
export type ReadOperators<S extends SchemaShape, Scope, T extends string> = T extends CaseText
  ? CaseAsCall<T> extends infer X extends string
    ? X extends CaseText
      ? NotUnderstood<T>
      : Logic<S, Scope, X>
    : never
  : Logic<S, Scope, T>
type Logic<S extends SchemaShape, Scope, T extends string> = T extends LogicText
  ? Conjunction<S, Scope, T>
  : Simple<S, Scope, T>
type LogicText = `${string} ${'AND' | 'OR' | 'XOR'} ${string}`
/** One after the other, tail-recursive; whether AND binds tighter than OR makes no difference to types. */
type Conjunction<S extends SchemaShape, Scope, T extends string, Params = never, Null = never> =
  Cut<T, ' AND '> extends infer C
    ? C extends [infer A extends string, infer B extends string]
      ? Disjunction<S, Scope, A> extends infer Q
        ? Q extends Typed<infer T1, infer P1>
          ? Conjunction<S, Scope, B, [Params] extends [never] ? P1 : Params & P1, Null | OrNull<T1>>
          : Q
        : never
      : [Params] extends [never]
        ? Disjunction<S, Scope, T>
        : Disjunction<S, Scope, T> extends infer Q
          ? Q extends Typed<infer T1, infer P1>
            ? Typed<boolean | Null | OrNull<T1>, Params & P1>
            : Q
          : never
    : never
type Disjunction<S extends SchemaShape, Scope, T extends string> = T extends ` ${string}`
  ? T extends ` ${infer X}`
    ? Disjunction<S, Scope, X>
    : never
  : T extends `${string} ${'OR' | 'XOR'} ${string}`
    ? Cut<T, ' OR '> extends [infer A extends string, infer B extends string]
      ? Truth<ReadExpression<S, Scope, A>, Disjunction<S, Scope, B>>
      : Cut<T, ' XOR '> extends [infer A extends string, infer B extends string]
        ? Truth<ReadExpression<S, Scope, A>, Disjunction<S, Scope, B>>
        : Simple<S, Scope, T>
    : T extends Punctuated
      ? Simple<S, Scope, T>
      : ReadExpression<S, Scope, T>
/** Of two operands: null when one of them may be. */
type Truth<X, Y> =
  X extends Typed<infer A, infer P>
    ? Y extends Typed<infer B, infer Q>
      ? Typed<boolean | OrNull<A> | OrNull<B>, P & Q>
      : Y
    : X
type Not<X> = X extends Typed<infer A, infer P> ? Typed<boolean | OrNull<A>, P> : X

/** No AND, OR, XOR outside brackets. `A op B` of single words first: that is what conditions look like. */
type Simple<S extends SchemaShape, Scope, T extends string> = T extends `(${infer X})`
  ? Cut<X, ')'> extends [string]
    ? ReadExpression<S, Scope, Trim<X>>
    : Words<S, Scope, T>
  : Words<S, Scope, T>
type Words<S extends SchemaShape, Scope, T extends string> = T extends `${infer A} ${infer O} ${infer B}`
  ? Balanced<A> extends true
    ? ThreeWords<S, Scope, T, A, O, B>
    : Cut<T, ' '> extends [infer A2 extends string, `${infer O2} ${infer B2}`]
      ? ThreeWords<S, Scope, T, A2, O2, B2>
      : Operators<S, Scope, T>
  : T extends `NOT ${infer B}`
    ? Not<ReadExpression<S, Scope, B>>
    : T extends `${infer A extends SubqueryName} {${infer B}`
      ? ReadOperators<S, Scope, `${A}{${B}`>
      : Operators<S, Scope, T>
type ThreeWords<
  S extends SchemaShape,
  Scope,
  T extends string,
  A extends string,
  O extends string,
  B extends string,
> = O extends keyof Comparison
  ? Compare<S, Scope, A, O, B>
  : A extends 'NOT' | SubqueryName
    ? A extends 'NOT'
      ? Not<ReadExpression<S, Scope, `${O} ${B}`>>
      : O extends `{${string}`
        ? ReadOperators<S, Scope, `${A}${O} ${B}`>
        : Operators<S, Scope, T>
    : O extends 'IS' | '::'
      ? As<boolean, ReadExpression<S, Scope, A>>
      : O extends keyof ClauseWords
        ? Failure<`one clause a call: ${O} does not belong here`, T, ''>
        : O extends `{${string}`
          ? ReadBraces<S, Scope, T>
          : T extends `${string} ${keyof Comparison} ${string}`
            ? FirstComparison<T> extends [infer L extends string, infer P extends string, infer R extends string]
              ? Compare<S, Scope, L, P, R>
              : Operators<S, Scope, T>
            : Operators<S, Scope, T>
/** The blank between these and their brace is taken away, so that they are cut like calls. */
type SubqueryName = 'EXISTS' | 'COUNT' | 'COLLECT' | 'exists' | 'count' | 'collect'
/** The first comparison outside brackets, word by word. */
type FirstComparison<T extends string, L extends string = ''> =
  Cut<T, ' '> extends [infer W extends string, infer R extends string]
    ? W extends keyof Comparison
      ? [Trim<L>, W, R]
      : FirstComparison<R, `${L} ${W}`>
    : false

/** Operators without blanks, then sums and products, the weakest first. */
type Operators<S extends SchemaShape, Scope, T extends string> =
  T extends Has<'=' | '<' | '>'>
    ? T extends PathText | `[${string}` | `${SubqueryName}{${string}` | Has<' IS ' | '::'>
      ? Sum<S, Scope, T>
      : T extends Has<'<='>
        ? Tight<S, Scope, T, '<='>
        : T extends Has<'>='>
          ? Tight<S, Scope, T, '>='>
          : T extends Has<'<>'>
            ? Tight<S, Scope, T, '<>'>
            : T extends Has<'=~'>
              ? Tight<S, Scope, T, '=~'>
              : T extends Has<'='>
                ? Tight<S, Scope, T, '='>
                : T extends Has<'<'>
                  ? Tight<S, Scope, T, '<'>
                  : Tight<S, Scope, T, '>'>
    : Sum<S, Scope, T>
type Tight<S extends SchemaShape, Scope, T extends string, O extends string> =
  Cut<T, O> extends [infer A extends string, infer B extends string]
    ? Compare<S, Scope, Trim<A>, O, Trim<B>>
    : Sum<S, Scope, T>
type Sum<S extends SchemaShape, Scope, T extends string> =
  T extends Has<'+' | '*' | '/' | '%' | '^' | ' - ' | ' IS ' | '||' | '::'>
    ? T extends PathText
      ? ReadBracketed<S, Scope, T>
      : T extends Has<' IS '>
        ? Cut<T, ' IS '> extends [infer A extends string, string]
          ? As<boolean, ReadExpression<S, Scope, A>>
          : ReadBracketed<S, Scope, T>
        : T extends Has<'::'>
          ? Cut<T, '::'> extends [infer A extends string, string]
            ? As<boolean, ReadExpression<S, Scope, Trim<A>>>
            : ReadBracketed<S, Scope, T>
          : T extends Has<'||'>
            ? Cut<T, '||'> extends [infer A extends string, infer B extends string]
              ? Plus<ReadExpression<S, Scope, Trim<A>>, ReadExpression<S, Scope, Trim<B>>>
              : PlusOf<S, Scope, T>
            : PlusOf<S, Scope, T>
    : ReadBracketed<S, Scope, T>
type PlusOf<S extends SchemaShape, Scope, T extends string> =
  T extends Has<'+'>
    ? Cut<T, '+'> extends [infer A extends string, infer B extends string]
      ? Plus<Side<S, Scope, Trim<A>, Trim<B>>, Side<S, Scope, Trim<B>, Trim<A>>>
      : Product<S, Scope, T>
    : Product<S, Scope, T>
/** `a-b`, of which the fast paths see no operator. */
export type ReadTightMinus<S extends SchemaShape, Scope, T extends string> =
  Cut<T, '-'> extends [infer A extends string, infer B extends string]
    ? Trim<A> extends ''
      ? ReadExpression<S, Scope, Trim<B>>
      : Minus<Side<S, Scope, Trim<A>, Trim<B>>, Side<S, Scope, Trim<B>, Trim<A>>>
    : NotUnderstood<T>
type Product<S extends SchemaShape, Scope, T extends string> =
  T extends Has<' - '>
    ? Arithmetic<S, Scope, T, ' - '>
    : T extends Has<'*'>
      ? Arithmetic<S, Scope, T, '*'>
      : T extends Has<'/'>
        ? Arithmetic<S, Scope, T, '/'>
        : T extends Has<'%'>
          ? Arithmetic<S, Scope, T, '%'>
          : T extends Has<'^'>
            ? Arithmetic<S, Scope, T, '^'>
            : ReadBracketed<S, Scope, T>
type Arithmetic<S extends SchemaShape, Scope, T extends string, O extends string> =
  Cut<T, O> extends [infer A extends string, infer B extends string]
    ? Minus<Side<S, Scope, Trim<A>, Trim<B>>, Side<S, Scope, Trim<B>, Trim<A>>>
    : ReadBracketed<S, Scope, T>
/** A parameter takes the type of the other side. */
type Compare<
  S extends SchemaShape,
  Scope,
  A extends string,
  O extends string,
  B extends string,
> = O extends keyof TextComparison
  ? TextParameter<S, Scope, WithoutWith<B>, ReadExpression<S, Scope, A>>
  : B extends `$${infer K}`
    ? K extends Punctuated
      ? Truth<ReadExpression<S, Scope, A>, ReadExpression<S, Scope, B>>
      : Give<ReadExpression<S, Scope, A>, K, O>
    : A extends `$${infer K}`
      ? K extends Punctuated
        ? Truth<ReadExpression<S, Scope, A>, ReadExpression<S, Scope, B>>
        : Give<ReadExpression<S, Scope, B>, K, O extends 'IN' ? 'HAS' : O>
      : IsRowField<B, Scope> extends true
        ? Give<ReadExpression<S, Scope, A>, `@${B}`, O>
        : Truth<ReadExpression<S, Scope, A>, ReadExpression<S, Scope, B>>
type WithoutWith<B extends string> = B extends `WITH ${infer X}` ? X : B
type TextParameter<S extends SchemaShape, Scope, B extends string, X> =
  X extends Typed<infer T, infer P>
    ? B extends `$${infer K}`
      ? K extends Punctuated
        ? Truth<X, ReadExpression<S, Scope, B>>
        : Typed<boolean | OrNull<T>, P & { [Q in K]: string }>
      : Truth<X, ReadExpression<S, Scope, B>>
    : X
type Give<X, K extends string, O extends string> =
  X extends Typed<infer T, infer P>
    ? Typed<
        boolean | OrNull<T>,
        P & {
          [Q in K]: O extends 'IN'
            ? readonly NonNullable<T>[]
            : O extends 'HAS'
              ? T extends readonly (infer E)[]
                ? E
                : unknown
              : unknown extends T
                ? unknown
                : NonNullable<T>
        }
      >
    : X
/** `row.x` of `UNWIND $rows AS row`: its type comes from its uses. */
export type IsRowField<B extends string, Scope> = B extends `${infer A}.${string}`
  ? A extends keyof Scope
    ? Scope[A] extends ValueBinding<infer X>
      ? unknown extends X
        ? true
        : false
      : false
    : false
  : false
