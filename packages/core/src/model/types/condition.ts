import type { Duration } from '../../value/temporal.ts'
import type { Point } from '../../value/point.ts'
import type { Input } from './fields.ts'

/** What every value can be compared by; `null` asks whether it is there. */
interface Equality<T, N> {
  readonly eq?: T | N
  readonly ne?: T | N
  readonly in?: readonly T[]
  readonly notIn?: readonly T[]
}

/** Of what has an order. */
interface Ordered<T, N> extends Equality<T, N> {
  readonly lt?: T
  readonly lte?: T
  readonly gt?: T
  readonly gte?: T
}

/** Of texts. `matches` is a regular expression of the engine; `insensitive` has upper and lower case be the same. */
interface Text<T, N> extends Ordered<T, N> {
  readonly contains?: string
  readonly startsWith?: string
  readonly endsWith?: string
  readonly matches?: string
  readonly insensitive?: boolean
}

/** Of lists. */
interface List<T, N, E> extends Equality<T, N> {
  readonly has?: E
  readonly hasSome?: readonly E[]
  readonly hasEvery?: readonly E[]
  readonly isEmpty?: boolean
}

/** Of points: not farther from one than so many metres. */
interface Place<T, N> extends Equality<T, N> {
  readonly within?: { readonly point: Point; readonly metres: number }
}

type Operators<T, N> = [T] extends [string]
  ? Text<T, N>
  : [T] extends [readonly (infer E)[]]
    ? List<T, N, E>
    : [T] extends [Point]
      ? Place<T, N>
      : [T] extends [boolean | Duration | Uint8Array]
        ? Equality<T, N>
        : Ordered<T, N>

/** What a property may be asked: a value that it equals, `null` for its absence, or operators by its type. */
export type Condition<T> = Input<NonNullable<T>> | (T & null) | Operators<Input<NonNullable<T>>, T & null>

/** The names of the operators of a property. */
export type OperatorNames<T> = keyof Operators<Input<NonNullable<T>>, never>
