import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure, OptionalRelationshipBinding, RelationshipBinding } from './binding.ts'
import type { Cursor, Stops } from './cursor.ts'
import type { Below, NotUnderstood, NoVariable, Punctuated, ReadExpression, Typed } from './expression.ts'
import { readLabels, type ReadLabels } from './label.ts'
import type { Trim } from './lex.ts'
import type { ElementOf } from './list.ts'
import type { Balanced, Cut } from './pair.ts'
import { readPrimary } from './primary.ts'
import { words } from '../value/words.ts'

const RANGE: Stops = words('..')

/** `[at]`, `[from..to]`, `[..to]`, `[from..]` */
const readIndex = (cursor: Cursor, of: Expression): Expression => {
  const from = cursor.key === '..' ? undefined : cursor.expression(RANGE)
  if (!cursor.take('..')) {
    cursor.expect(']', "'..' or ']'")
    // without a range there was an expression
    return { kind: 'index', of, at: from as Expression }
  }
  const to = cursor.key === ']' ? undefined : cursor.expression()
  cursor.expect(']')
  return { kind: 'slice', of, from, to }
}

const readStep = (cursor: Cursor, of: Expression): Expression | undefined => {
  if (cursor.take('.')) return { kind: 'property', of, key: cursor.name('a key after the dot') }
  if (cursor.take('[')) return readIndex(cursor, of)
  return cursor.take(':') ? { kind: 'label-test', of, labels: readLabels(cursor) } : undefined
}

/**
 * An operand and what follows it: `.key`, `[0]`, `[1..3]`, `:Label`.
 *
 * @example
 * readPostfix(cursor) // 'u.tags[0]' → index 0 of the property tags of u
 */
export const readPostfix = (cursor: Cursor): Expression => {
  const start = cursor.at
  let operand = readPrimary(cursor)
  for (let next = readStep(cursor, operand); next !== undefined; next = readStep(cursor, operand)) {
    operand = cursor.made(start, next)
  }
  return operand
}

// The same for the compiler.

/** What is no call, list or map as a whole: `xs[0]`, `labels(u)[1..2]`, `f(x).key`, `u:Admin`. */
export type ReadPostfix<S extends SchemaShape, Scope, T extends string> = T extends `${infer A}:${infer L}`
  ? A extends Punctuated | ''
    ? Steps<S, Scope, T>
    : A extends keyof Scope
      ? LabelTest<S, Scope[A], L, T>
      : A extends `${string}.${string}`
        ? NotUnderstood<T, boolean>
        : NoVariable<Scope, A, T>
  : Steps<S, Scope, T>
type LabelTest<S extends SchemaShape, B, L extends string, T extends string> = B extends
  | RelationshipBinding<string>
  | OptionalRelationshipBinding<string>
  ? NotUnderstood<T, boolean>
  : L extends `${string}${'$' | '(' | '`' | '!' | '%'}${string}`
    ? NotUnderstood<T, boolean>
    : ReadLabels<S, Trim<L>, '', '*'> extends infer X
      ? [X] extends [string]
        ? Typed<boolean | (B extends { readonly kind: `optional-${string}` } ? null : never), {}>
        : Extract<X, AnyFailure>
      : never

/** The operand is what stands before the first bracket, or up to where that bracket closes. */
type Steps<S extends SchemaShape, Scope, T extends string> = T extends `${infer A}[${infer X}`
  ? A extends ''
    ? Closed<S, Scope, T, Cut<X, ']'>, '[', ']'>
    : A extends `${string}${'(' | '{'}${string}`
      ? Call<S, Scope, T>
      : Step<S, Scope, ReadExpression<S, Scope, A>, `[${X}`, T>
  : Call<S, Scope, T>
type Call<S extends SchemaShape, Scope, T extends string> = T extends `${infer F}(${infer X}`
  ? F extends `${string}${'[' | '{' | ' '}${string}`
    ? NotClosed<T>
    : Closed<S, Scope, T, Cut<X, ')'>, `${F}(`, ')'>
  : T extends `{${infer X}`
    ? Closed<S, Scope, T, Cut<X, '}'>, '{', '}'>
    : NotClosed<T>
type Closed<S extends SchemaShape, Scope, T extends string, C, Open extends string, Close extends string> = C extends [
  infer A extends string,
  infer X extends string,
]
  ? X extends `${'.' | '['}${string}`
    ? Step<S, Scope, ReadExpression<S, Scope, `${Open}${A}${Close}`>, X, T>
    : NotUnderstood<T>
  : NotClosed<T>
type NotClosed<T extends string> =
  Balanced<T> extends true ? NotUnderstood<T> : Failure<`a bracket is not closed at '${T}'`, T, ''>

/** One step after the other: `.key`, `[0]`, `[1..3]`, `['key']`. */
type Step<S extends SchemaShape, Scope, X, Rest extends string, T extends string> =
  X extends Typed<infer V, infer P>
    ? Rest extends ''
      ? X
      : Rest extends `[${infer Y}`
        ? Cut<Y, ']'> extends [infer I extends string, infer More extends string]
          ? Cut<I, '..'> extends [infer From extends string, infer To extends string]
            ? Step<S, Scope, At<At<Typed<V, P>, Bound<S, Scope, Trim<From>>>, Bound<S, Scope, Trim<To>>>, Trim<More>, T>
            : Step<S, Scope, At<Typed<Indexed<V>, P>, ReadExpression<S, Scope, Trim<I>>>, Trim<More>, T>
          : NotClosed<T>
        : Rest extends `.${infer K}[${infer Y}`
          ? Step<S, Scope, Below<X, K>, `[${Y}`, T>
          : Rest extends `.${infer K}`
            ? Below<X, K>
            : NotUnderstood<T>
    : X
/** An element may be missing; of a map nothing is told. */
type Indexed<V> = unknown extends V
  ? unknown
  : NonNullable<V> extends readonly unknown[]
    ? ElementOf<V> | null
    : unknown
type At<X, I> = X extends Typed<infer V, infer P> ? (I extends Typed<unknown, infer Q> ? Typed<V, P & Q> : I) : X
type Bound<S extends SchemaShape, Scope, E extends string> = E extends ''
  ? Typed<0, {}>
  : E extends `$${infer K}`
    ? K extends Punctuated
      ? ReadExpression<S, Scope, E>
      : Typed<0, { [Q in K]: number }>
    : ReadExpression<S, Scope, E>
