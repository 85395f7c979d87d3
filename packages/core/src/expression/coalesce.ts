import { call } from './call.ts'
import type { Operand } from './operand.ts'
import type { Argument, NullIn, ParamsIn, TypeIn, Value } from './value.ts'

type Last<O extends readonly unknown[]> = O extends readonly [...unknown[], infer L] ? L : never
type ParamsInEach<O extends readonly unknown[], T> = {
  [K in keyof O]: (x: ParamsIn<O[K], T>) => 0
}[number] extends (x: infer P) => 0
  ? P
  : {}
type Known<A, T> = TypeIn<A> extends infer X ? (unknown extends X ? T : NonNullable<X>) : never

/**
 * The first value that is not null; a named parameter is of the type of the first.
 *
 * @example
 * coalesce(u.nickname, u.name, 'nobody')   // coalesce(u.nickname, u.name, $p1)
 */
export const coalesce = <T, P, const O extends readonly [Argument<unknown>, ...Argument<unknown>[]]>(
  value: Value<T, P>,
  ...others: O
): Operand<
  NonNullable<T> | { [K in keyof O]: Known<O[K], NonNullable<T>> }[number] | NullIn<Last<O>>,
  P & ParamsInEach<O, NonNullable<T>>
> => call('coalesce', value, ...others) as never
