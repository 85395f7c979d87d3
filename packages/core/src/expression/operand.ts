import type { Instant, Span } from './temporal-types.ts'
import type { Argument, NullIn, NullOf, ParamsIn, Value } from './value.ts'

type NN<T> = NonNullable<T>
type Text<P> = Value<string | null, P>
/** What is reckoned with besides numbers: lengths of time, which are multiplied too, and times, to which they are added. */
type Numeric<P> = Value<number | bigint | Span | null, P>
type Reckoned<P> = Value<number | bigint | Span | Instant | null, P>
type Element<T> = NN<T> extends readonly (infer E)[] ? E : unknown

/** A comparison is null when either side is. */
type Compared<T, A, P> = Operand<boolean | NullOf<T> | NullIn<A>, P>
/** What may be added to a T: a T, an element of a list, a length of time to a time. */
type Addend<T> = T extends number
  ? number
  : T extends bigint
    ? bigint
    : T extends string
      ? string
      : T extends readonly (infer E)[]
        ? T | readonly E[] | E
        : T extends Span
          ? Span
          : T extends Instant
            ? Span
            : T
/** What is left after reckoning: a number of any kind, or what it was. */
type Result<T> = T extends number ? number : T extends bigint ? bigint : T extends string ? string : T

/**
 * What can be asked of a value. An argument is an inline value (it becomes a parameter), another value of the query, or
 * a named parameter. What has a null on either side is null.
 *
 * @example
 * db.match('(p:User)').where(({ p }) => p.age.gte(18).and(p.name.startsWith($('prefix'))))
 * // MATCH (p:User) WHERE p.age >= $p1 AND p.name STARTS WITH $prefix
 */
export interface Operand<out T, out P = {}> extends Value<T, P> {
  /** `=`; null never equals anything, so it is refused: see `isNull`. */
  eq<const A extends Argument<NN<T>>>(other: A): Compared<T, A, P & ParamsIn<A, NN<T>>>
  /** `<>` */
  ne<const A extends Argument<NN<T>>>(other: A): Compared<T, A, P & ParamsIn<A, NN<T>>>
  gt<const A extends Argument<NN<T>>>(other: A): Compared<T, A, P & ParamsIn<A, NN<T>>>
  gte<const A extends Argument<NN<T>>>(other: A): Compared<T, A, P & ParamsIn<A, NN<T>>>
  lt<const A extends Argument<NN<T>>>(other: A): Compared<T, A, P & ParamsIn<A, NN<T>>>
  lte<const A extends Argument<NN<T>>>(other: A): Compared<T, A, P & ParamsIn<A, NN<T>>>
  /** `x IN list` */
  in<const A extends Argument<readonly NN<T>[]>>(list: A): Compared<T, A, P & ParamsIn<A, readonly NN<T>[]>>
  /** `x IN this`, for a list. */
  includes<const A extends Argument<Element<T>>>(element: A): Compared<T, A, P & ParamsIn<A, Element<T>>>
  isNull(): Operand<boolean, P>
  isNotNull(): Operand<boolean, P>
  startsWith<Q, const A extends Argument<string>>(this: Text<Q>, prefix: A): Compared<T, A, Q & ParamsIn<A, string>>
  endsWith<Q, const A extends Argument<string>>(this: Text<Q>, suffix: A): Compared<T, A, Q & ParamsIn<A, string>>
  contains<Q, const A extends Argument<string>>(this: Text<Q>, part: A): Compared<T, A, Q & ParamsIn<A, string>>
  /** `=~`, a regular expression of the engine. */
  matches<Q, const A extends Argument<string>>(this: Text<Q>, pattern: A): Compared<T, A, Q & ParamsIn<A, string>>
  and<X extends boolean | null, Q>(other: Value<X, Q>): Operand<boolean | NullOf<T> | NullOf<X>, P & Q>
  or<X extends boolean | null, Q>(other: Value<X, Q>): Operand<boolean | NullOf<T> | NullOf<X>, P & Q>
  xor<X extends boolean | null, Q>(other: Value<X, Q>): Operand<boolean | NullOf<T> | NullOf<X>, P & Q>
  not(): Operand<boolean | NullOf<T>, P>
  /** `+`: a sum of numbers, texts or lists joined, a time and what is added to it. */
  plus<const A extends Argument<Addend<NN<T>>>>(
    other: A,
  ): Operand<Result<NN<T>> | NullOf<T> | NullIn<A>, P & ParamsIn<A, Addend<NN<T>>>>
  /** `-`: of numbers; of lengths of time, from one another and from a time. */
  minus<Q, const A extends Argument<Addend<NN<T>>>>(
    this: Reckoned<Q>,
    other: A,
  ): Operand<Result<NN<T>> | NullOf<T> | NullIn<A>, Q & ParamsIn<A, Addend<NN<T>>>>
  times<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<Result<NN<T>> | NullOf<T> | NullIn<A>, Q & ParamsIn<A, number>>
  dividedBy<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<Result<NN<T>> | NullOf<T> | NullIn<A>, Q & ParamsIn<A, number>>
  /** `%` */
  modulo<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<Result<NN<T>> | NullOf<T> | NullIn<A>, Q & ParamsIn<A, number>>
  /** `^` */
  power<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<number | NullOf<T> | NullIn<A>, Q & ParamsIn<A, number>>
}
