import type { Argument, ParamsIn, Value } from './value.ts'

type NN<T> = NonNullable<T>
type Numeric<P> = Value<number | bigint | null, P>
type Text<P> = Value<string | null, P>
type Element<T> = NN<T> extends readonly (infer E)[] ? E : unknown

/**
 * What can be asked of a value. An argument is an inline value (it becomes a parameter), another value of the query, or
 * a named parameter.
 *
 * @example
 * db.match('(p:User)').where(({ p }) => p.age.gte(18).and(p.name.startsWith($('prefix'))))
 * // MATCH (p:User) WHERE p.age >= $p1 AND p.name STARTS WITH $prefix
 */
export interface Operand<out T, out P = {}> extends Value<T, P> {
  /** `=`; null never equals anything, so it is refused: see `isNull`. */
  eq<const A extends Argument<NN<T>>>(other: A): Operand<boolean, P & ParamsIn<A, NN<T>>>
  /** `<>` */
  ne<const A extends Argument<NN<T>>>(other: A): Operand<boolean, P & ParamsIn<A, NN<T>>>
  gt<const A extends Argument<NN<T>>>(other: A): Operand<boolean, P & ParamsIn<A, NN<T>>>
  gte<const A extends Argument<NN<T>>>(other: A): Operand<boolean, P & ParamsIn<A, NN<T>>>
  lt<const A extends Argument<NN<T>>>(other: A): Operand<boolean, P & ParamsIn<A, NN<T>>>
  lte<const A extends Argument<NN<T>>>(other: A): Operand<boolean, P & ParamsIn<A, NN<T>>>
  /** `x IN list` */
  in<const A extends Argument<readonly NN<T>[]>>(list: A): Operand<boolean, P & ParamsIn<A, readonly NN<T>[]>>
  /** `x IN this`, for a list. */
  includes<const A extends Argument<Element<T>>>(element: A): Operand<boolean, P & ParamsIn<A, Element<T>>>
  isNull(): Operand<boolean, P>
  isNotNull(): Operand<boolean, P>
  startsWith<Q, const A extends Argument<string>>(this: Text<Q>, prefix: A): Operand<boolean, Q & ParamsIn<A, string>>
  endsWith<Q, const A extends Argument<string>>(this: Text<Q>, suffix: A): Operand<boolean, Q & ParamsIn<A, string>>
  contains<Q, const A extends Argument<string>>(this: Text<Q>, part: A): Operand<boolean, Q & ParamsIn<A, string>>
  /** `=~`, a regular expression of the engine. */
  matches<Q, const A extends Argument<string>>(this: Text<Q>, pattern: A): Operand<boolean, Q & ParamsIn<A, string>>
  and<Q>(other: Value<boolean | null, Q>): Operand<boolean, P & Q>
  or<Q>(other: Value<boolean | null, Q>): Operand<boolean, P & Q>
  xor<Q>(other: Value<boolean | null, Q>): Operand<boolean, P & Q>
  not(): Operand<boolean, P>
  /** `+`: a sum of numbers, or texts joined. */
  plus<const A extends Argument<NN<T>>>(other: A): Operand<T, P & ParamsIn<A, NN<T>>>
  minus<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<number | Extract<T, null>, Q & ParamsIn<A, number>>
  times<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<number | Extract<T, null>, Q & ParamsIn<A, number>>
  dividedBy<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<number | Extract<T, null>, Q & ParamsIn<A, number>>
  /** `%` */
  modulo<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<number | Extract<T, null>, Q & ParamsIn<A, number>>
  /** `^` */
  power<Q, const A extends Argument<number>>(
    this: Numeric<Q>,
    other: A,
  ): Operand<number | Extract<T, null>, Q & ParamsIn<A, number>>
}
