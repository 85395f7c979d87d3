import type { Expression } from '../ast/expression.ts'
import type { Operand } from './operand.ts'
import { Operation, treeOf } from './operation.ts'
import type { NullIn, NullOf, Value } from './value.ts'

type Condition<P = unknown> = Value<boolean | null, P>
type ParamsOfAll<C extends readonly unknown[]> = {
  [K in keyof C]: C[K] extends Value<unknown, infer P> ? (x: P) => 0 : never
}[number] extends (x: infer I) => 0
  ? I
  : {}

// Every cast below has one reason: run time carries trees, and the types beside it say what a tree stands for.

/** Turns a condition round: `NOT (…)`. */
export const not = <T extends boolean | null, P>(condition: Value<T, P>): Operand<boolean | NullOf<T>, P> =>
  new Operation({ kind: 'unary', operator: 'NOT', operand: treeOf(condition, 'not()') }) as never

const joined = (operator: 'AND' | 'OR', conditions: readonly Condition[]): Operation => {
  const [first, ...rest] = conditions.map((condition) => treeOf(condition, `${operator.toLowerCase()}()`))
  const none: Expression = { kind: 'literal', value: operator === 'AND', source: String(operator === 'AND') }
  return new Operation(rest.reduce((left, right) => ({ kind: 'binary', operator, left, right }), first ?? none))
}

/** All conditions hold; true when there is none: `a AND b`. */
export const and = <const C extends readonly Condition[]>(
  ...conditions: C
): Operand<boolean | NullIn<C[number]>, ParamsOfAll<C>> => joined('AND', conditions) as never

/** One of the conditions holds; false when there is none: `a OR b`. */
export const or = <const C extends readonly Condition[]>(
  ...conditions: C
): Operand<boolean | NullIn<C[number]>, ParamsOfAll<C>> => joined('OR', conditions) as never
