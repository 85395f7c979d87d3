import type { Expression } from '../ast/expression.ts'
import { treeWithin } from './call.ts'
import { inLoop } from './loop.ts'
import { reference, type ValueReference } from './names.ts'
import type { Operand } from './operand.ts'
import { Operation, treeOf } from './operation.ts'
import type { Argument, NullOf, ParamsIn, Value } from './value.ts'

type List = readonly unknown[] | null
type Element<L> = NonNullable<L> extends readonly (infer E)[] ? E : never
type About<L, R> = (each: ValueReference<Element<L>>) => R
type Condition<P> = Value<boolean | null, P>
type Callback = (each: object, other?: object) => unknown
type Comprehension = Extract<Expression, { kind: 'list-comprehension' }>

// Every cast below has one reason: run time carries trees, and the types beside it say what a tree stands for.

/**
 * A list made of another one, element by element; after `filter`, of those that pass.
 *
 * @example
 * listOf(u.tags, (each) => toUpper(each))   // [each IN u.tags | toUpper(each)]
 * listOf(filter(u.tags, (each) => each.ne('')), (each) => size(each))
 * // [each IN u.tags WHERE each <> $p1 | size(each)]
 */
export const listOf = <L extends List, P, X, Q>(
  list: Value<L, P>,
  make: About<L, Value<X, Q>>,
): Operand<X[] | NullOf<L>, P & Q> => {
  const from = treeOf(list, 'listOf()')
  const body = (each: object): Expression => treeOf((make as Callback)(each), 'listOf()')
  const filtered = from.kind === 'list-comprehension' && from.yield === undefined && from.source === undefined
  const node: Comprehension = filtered
    ? { ...from, yield: body(reference({ kind: 'variable', name: from.variable })) }
    : inLoop('each', (each, variable) => ({
        kind: 'list-comprehension',
        variable,
        in: from,
        where: undefined,
        yield: body(each),
      }))
  return new Operation(node) as never
}

/**
 * The elements of a list for which a condition is true.
 *
 * @example
 * filter(u.tags, (each) => each.startsWith('x'))   // [each IN u.tags WHERE each STARTS WITH $p1]
 */
export const filter = <L extends List, P, Q>(list: Value<L, P>, condition: About<L, Condition<Q>>): Operand<L, P & Q> =>
  new Operation(
    inLoop('each', (each, variable) => ({
      kind: 'list-comprehension',
      variable,
      in: treeOf(list, 'filter()'),
      where: treeOf((condition as Callback)(each), 'filter()'),
      yield: undefined,
    })),
  ) as never

type Quantified = <L extends List, P, Q>(
  list: Value<L, P>,
  condition: About<L, Condition<Q>>,
) => Operand<boolean | null, P & Q>

const quantified = (name: 'all' | 'any' | 'none' | 'single'): Quantified =>
  ((list: unknown, condition: Callback) =>
    new Operation(
      inLoop('each', (each, variable) => ({
        kind: 'quantifier',
        name,
        variable,
        in: treeOf(list, `${name}()`),
        where: treeOf(condition(each), `${name}()`),
      })),
    )) as never

/** Whether a condition is true for all elements: `all(each IN u.tags WHERE each <> $p1)`; null where that is not known. */
export const all: Quantified = /* @__PURE__ */ quantified('all')
/** Whether it is true for one or more: `any(each IN u.tags WHERE each = $p1)`. */
export const any: Quantified = /* @__PURE__ */ quantified('any')
/** Whether it is true for none: `none(each IN u.tags WHERE each = $p1)`. */
export const none: Quantified = /* @__PURE__ */ quantified('none')
/** Whether it is true for exactly one: `single(each IN u.tags WHERE each = $p1)`. */
export const single: Quantified = /* @__PURE__ */ quantified('single')

/** A literal that begins a sum is a number like others. */
type Widened<T> = T extends number ? number : T extends string ? string : T extends boolean ? boolean : T
type TotalOf<A> = A extends Value<infer T, unknown> ? T : Widened<A>

/**
 * Goes through a list and keeps a total.
 *
 * @example
 * reduce(0, p.scores, (total, each) => total.plus(each))   // reduce(total = $p1, each IN p.scores | total + each)
 */
export const reduce = <const A extends Argument<unknown>, L extends List, P, X extends TotalOf<A> | null, Q>(
  initial: A,
  list: Value<L, P>,
  step: (total: ValueReference<TotalOf<A>>, each: ValueReference<Element<L>>) => Value<X, Q>,
): Operand<X | TotalOf<A> | NullOf<L>, P & Q & ParamsIn<A, unknown>> =>
  new Operation(
    inLoop('total', (total, accumulator) =>
      inLoop('each', (each, variable) => ({
        kind: 'reduce',
        accumulator,
        initial: treeWithin(initial, 'reduce()'),
        variable,
        in: treeOf(list, 'reduce()'),
        step: treeOf((step as Callback)(total, each), 'reduce()'),
      })),
    ),
  ) as never
