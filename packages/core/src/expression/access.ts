import type { Point } from '../value/point.ts'
import type { Operand } from './operand.ts'
import { Operation, treeOf } from './operation.ts'
import type { Instant, Span } from './temporal-types.ts'
import type { Argument, NullIn, NullOf, Parameter, ParamsIn, Value } from './value.ts'

type NN<T> = NonNullable<T>
type InstantKey =
  | 'year'
  | 'quarter'
  | 'month'
  | 'week'
  | 'weekYear'
  | 'dayOfQuarter'
  | 'quarterDay'
  | 'day'
  | 'ordinalDay'
  | 'dayOfWeek'
  | 'weekDay'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'microsecond'
  | 'nanosecond'
  | 'timezone'
  | 'offset'
  | 'offsetMinutes'
  | 'offsetSeconds'
  | 'epochMillis'
  | 'epochSeconds'
type Unit =
  | 'quarter'
  | 'month'
  | 'week'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'microsecond'
  | 'nanosecond'
type SpanKey =
  | 'years'
  | `${Unit}s`
  | 'quartersOfYear'
  | 'monthsOfQuarter'
  | 'monthsOfYear'
  | 'daysOfWeek'
  | 'minutesOfHour'
  | 'secondsOfMinute'
  | 'millisecondsOfSecond'
  | 'microsecondsOfSecond'
  | 'nanosecondsOfSecond'
type PointKey = 'x' | 'y' | 'z' | 'longitude' | 'latitude' | 'height' | 'crs' | 'srid'

/** The names of what is inside a T. */
type KeyOf<T> = unknown extends T
  ? string
  : T extends Instant
    ? InstantKey | (T extends Span ? SpanKey : never)
    : T extends Span
      ? SpanKey
      : T extends Point
        ? PointKey
        : keyof T & string
type Within<T, K> = unknown extends T
  ? unknown
  : T extends Instant | Span | Point
    ? K extends 'timezone' | 'offset' | 'crs'
      ? string
      : number
    : K extends keyof T
      ? T[K]
      : T[keyof T] | null

// The casts: run time carries trees, and the types beside it say what a tree stands for.

/**
 * What something has by a name: a property, an entry of a map, a component of a temporal value or a point. The name may
 * be a parameter or a value of the query.
 *
 * @example
 * get(u.born, 'year')     // u.born.year
 * get(u, $('key'))        // u[$key]
 */
export const get = <T, P, const K extends KeyOf<NN<T>> | Value<string | null, unknown> | Parameter<string>>(
  of: Value<T, P>,
  key: K,
): Operand<Within<NN<T>, K> | NullOf<T> | NullIn<K>, P & ParamsIn<K, string>> => {
  const from = treeOf(of, 'get()')
  return new Operation(
    typeof key === 'string'
      ? { kind: 'property', of: from, key }
      : { kind: 'index', of: from, at: treeOf(key, 'get()') },
  ) as never
}

/**
 * The element at a place of a list: 0 the first, -1 the last, null where there is none.
 *
 * @example
 * at(u.tags, 0)   // u.tags[$p1]
 */
export const at = <T, P, const I extends Argument<number>>(
  list: Value<readonly T[] | null, P>,
  index: I,
): Operand<T | null, P & ParamsIn<I, number>> =>
  new Operation({ kind: 'index', of: treeOf(list, 'at()'), at: treeOf(index, 'at()') }) as never

/**
 * A part of a list, from one place up to another, which is not in it; negative places are counted from the end.
 *
 * @example
 * slice(u.tags, 1)      // u.tags[$p1..]
 * slice(u.tags, 0, 3)   // u.tags[$p1..$p2]
 */
export const slice: {
  <L extends readonly unknown[] | null, P, const A extends Argument<number>>(
    list: Value<L, P>,
    from: A,
  ): Operand<L | NullIn<A>, P & ParamsIn<A, number>>
  <L extends readonly unknown[] | null, P, const A extends Argument<number>, const B extends Argument<number>>(
    list: Value<L, P>,
    from: A,
    to: B,
  ): Operand<L | NullIn<A> | NullIn<B>, P & ParamsIn<A, number> & ParamsIn<B, number>>
} = (list: unknown, from: unknown, to?: unknown) =>
  new Operation({
    kind: 'slice',
    of: treeOf(list, 'slice()'),
    from: treeOf(from, 'slice()'),
    to: to === undefined ? undefined : treeOf(to, 'slice()'),
  }) as never
