import type { SchemaShape } from '../schema/schema-shape.ts'
import type { OrNull, Punctuated, ReadExpression, Typed } from './expression.ts'

/** One side of an arithmetic operator: a parameter beside a number is a number. */
export type Side<S extends SchemaShape, Scope, T extends string, Other extends string> = T extends `$${infer K}`
  ? K extends Punctuated
    ? ReadExpression<S, Scope, T>
    : Beside<K, ReadExpression<S, Scope, Other>>
  : ReadExpression<S, Scope, T>
type Beside<K extends string, X> =
  X extends Typed<infer T, unknown>
    ? [NonNullable<T>] extends [never]
      ? Typed<unknown, { [Q in K]: unknown }>
      : [NonNullable<T>] extends [number]
        ? Typed<number, { [Q in K]: number }>
        : Typed<unknown, { [Q in K]: unknown }>
    : X
export type Minus<X, Y> =
  X extends Typed<infer A, infer P> ? (Y extends Typed<infer B, infer Q> ? Typed<Made<A, B>, P & Q> : Y) : X
/** A moment less a duration is a moment; of what else is made of dates, times and durations nothing is told. */
type Made<A, B> = [true] extends [Temporal<A> | Temporal<B>]
  ? Moved<A, B>
  : number | OrNull<unknown extends A | B ? 0 : A | B>
type Temporal<T> = unknown extends T
  ? false
  : [NonNullable<T>] extends [never]
    ? false
    : [NonNullable<T>] extends [{ readonly toJSON: () => unknown }]
      ? true
      : false
/** A duration added to a moment is a moment; so many durations are a duration. */
type Moved<A, B> =
  Temporal<A> extends true
    ? Span<A> extends true
      ? Temporal<B> extends true
        ? B | OrNull<A>
        : [B] extends [number | null]
          ? A | OrNull<B>
          : unknown
      : [B] extends [readonly unknown[]]
        ? unknown
        : A | (unknown extends B ? never : OrNull<B>)
    : [A] extends [number | null]
      ? B | OrNull<A>
      : unknown
/** Only a duration has both. */
type Span<T> = unknown extends T
  ? false
  : [NonNullable<T>] extends [never]
    ? false
    : [NonNullable<T>] extends [{ readonly months: number; readonly nanoseconds: number }]
      ? true
      : false
export type Plus<X, Y> =
  X extends Typed<infer A, infer P> ? (Y extends Typed<infer B, infer Q> ? Typed<Added<A, B>, P & Q> : Y) : X
type Added<A, B> = unknown extends A | B
  ? unknown extends B
    ? Moved<A, B>
    : unknown
  : [NonNullable<A> | NonNullable<B>] extends [number]
    ? number | OrNull<A | B>
    : [true] extends [Temporal<A> | Temporal<B>]
      ? Moved<A, B>
      : NonNullable<A> extends readonly unknown[]
        ? A
        : [NonNullable<A> | NonNullable<B>] extends [string | number]
          ? string | OrNull<A | B>
          : unknown
