import type { Expression } from '../ast/expression.ts'
import type { Operand } from './operand.ts'
import { Operation, treeOf } from './operation.ts'
import type { Argument, NullIn, NullOf, ParamsIn, Value } from './value.ts'

type Joined<T> = T extends string ? string : T
type ParamsInEach<O extends readonly unknown[], T> = {
  [K in keyof O]: (x: ParamsIn<O[K], T>) => 0
}[number] extends (x: infer P) => 0
  ? P
  : {}

/**
 * Texts, or lists, one after the other.
 *
 * @example
 * concat(u.first, ' ', u.last)   // u.first || $p1 || u.last
 */
export const concat = <
  T extends string | readonly unknown[] | null,
  P,
  const O extends readonly [Argument<Joined<NonNullable<T>>>, ...Argument<Joined<NonNullable<T>>>[]],
>(
  first: Value<T, P>,
  ...others: O
): Operand<Joined<NonNullable<T>> | NullOf<T> | NullIn<O[number]>, P & ParamsInEach<O, Joined<NonNullable<T>>>> =>
  new Operation(
    others
      .map((other) => treeOf(other, 'concat()'))
      .reduce<Expression>(
        (left, right) => ({ kind: 'binary', operator: '||', left, right }),
        treeOf(first, 'concat()'),
      ),
  ) as never
