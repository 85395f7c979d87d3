import { call } from './call.ts'
import type { Operand } from './operand.ts'
import { Operation, treeOf } from './operation.ts'
import type { Argument, Named, ParamsIn, Value } from './value.ts'

// Every cast below has one reason: run time carries trees, and the types beside it say what a tree stands for.

type OrNull<T> = Extract<T, null>

/** The first value that is not null: `coalesce(p.age, $p1)`. */
export const coalesce = <T, P, const A extends Argument<T>>(
  value: Value<T, P>,
  other: A,
): Operand<
  NonNullable<T> | (A extends Value<infer X, unknown> ? X : NonNullable<T>),
  P & ParamsIn<A, NonNullable<T>>
> => call('coalesce', value, other) as never

/** The labels of a node: `labels(u)`. */
export const labels = <T, P, B>(node: Value<T, P> & Named<B>): Operand<string[] | OrNull<T>, P> =>
  call('labels', node) as never

/** The type of a relationship: `type(r)`. */
export const type = <T, P, B>(relationship: Value<T, P> & Named<B>): Operand<string | OrNull<T>, P> =>
  call('type', relationship) as never

/** The engine's numeric id: `id(u)`; not stable after a deletion. */
export const id = <T, P, B>(entity: Value<T, P> & Named<B>): Operand<number | OrNull<T>, P> =>
  call('id', entity) as never

/** The engine's own name of a node or relationship: `elementId(u)`. */
export const elementId = <T, P, B>(entity: Value<T, P> & Named<B>): Operand<string | OrNull<T>, P> =>
  call('elementId', entity) as never

/** The length of a text or list: `size(p.name)`. */
export const size = <T extends string | readonly unknown[] | null, P>(
  value: Value<T, P>,
): Operand<number | OrNull<T>, P> => call('size', value) as never

/** `toLower(p.name)` */
export const toLower = <T extends string | null, P>(value: Value<T, P>): Operand<string | OrNull<T>, P> =>
  call('toLower', value) as never

/** `toUpper(p.name)` */
export const toUpper = <T extends string | null, P>(value: Value<T, P>): Operand<string | OrNull<T>, P> =>
  call('toUpper', value) as never

/** The first element of a list, or null: `head(xs)`. */
export const head = <T, P>(list: Value<readonly T[] | null, P>): Operand<T | null, P> => call('head', list) as never

/** Turns a condition round: `NOT (…)`. */
export const not = <P>(condition: Value<boolean | null, P>): Operand<boolean, P> =>
  new Operation({ kind: 'unary', operator: 'NOT', operand: treeOf(condition, 'not()') }) as never

type ParamsOfAll<C extends readonly unknown[]> = {
  [K in keyof C]: C[K] extends Value<unknown, infer P> ? (x: P) => 0 : never
}[number] extends (x: infer I) => 0
  ? I
  : {}
const joined = (operator: 'AND' | 'OR', conditions: readonly Value<boolean | null, unknown>[]): Operation => {
  const [first, ...rest] = conditions.map((condition) => treeOf(condition, `${operator.toLowerCase()}()`))
  const none = { kind: 'literal', value: operator === 'AND', source: String(operator === 'AND') } as const
  return new Operation(rest.reduce((left, right) => ({ kind: 'binary', operator, left, right }), first ?? none))
}

/** All conditions hold; true when there is none: `a AND b`. */
export const and = <const C extends readonly Value<boolean | null, unknown>[]>(
  ...conditions: C
): Operand<boolean, ParamsOfAll<C>> => joined('AND', conditions) as never

/** One of the conditions holds; false when there is none: `a OR b`. */
export const or = <const C extends readonly Value<boolean | null, unknown>[]>(
  ...conditions: C
): Operand<boolean, ParamsOfAll<C>> => joined('OR', conditions) as never
