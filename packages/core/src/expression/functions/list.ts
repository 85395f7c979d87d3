import { type CypherFunction, cypherFunction } from '../cypher-function.ts'
import type { Operand } from '../operand.ts'
import type { Argument, NullIn, NullOf, ParamsIn, TypeIn, Value } from '../value.ts'

type List = readonly unknown[] | null
type Element<L> = NonNullable<L> extends readonly (infer E)[] ? E : unknown
type SameList = <L extends List, P>(list: Value<L, P>) => Operand<L, P>
type OneOf = <L extends List, P>(list: Value<L, P>) => Operand<Element<L> | null, P>

/** The first element, null where there is none: `head(u.tags)`. */
export const head: OneOf = /* @__PURE__ */ cypherFunction('head')
/** The last element, null where there is none: `last(u.tags)`. */
export const last: OneOf = /* @__PURE__ */ cypherFunction('last')
/** All but the first element: `tail(u.tags)`. */
export const tail: SameList = /* @__PURE__ */ cypherFunction('tail')
/** A list or a text from its end to its start: `reverse(u.tags)`. */
export const reverse: <L extends List | string, P>(value: Value<L, P>) => Operand<L extends string ? string : L, P> =
  /* @__PURE__ */ cypherFunction('reverse')
/** How many elements or characters there are: `size(u.tags)`. */
export const size: CypherFunction<[value: string | readonly unknown[]], number> = /* @__PURE__ */ cypherFunction('size')
/** Whether a list, a text or a map holds nothing: `isEmpty(u.tags)`. */
export const isEmpty: CypherFunction<[value: string | object], boolean> = /* @__PURE__ */ cypherFunction('isEmpty')
/** Whole numbers from one to another, both included: `range(0, 10, 2)` makes `range($p1, $p2, $p3)`. */
export const range: CypherFunction<[start: number, end: number, step?: number], number[]> =
  /* @__PURE__ */ cypherFunction('range')

interface Collections {
  /** Each element once: `coll.distinct(u.tags)`. */
  readonly distinct: SameList
  /** The elements of the lists inside, a level or so many: `coll.flatten(u.lists)`. */
  readonly flatten: <L extends List, P>(
    list: Value<L, P>,
    depth?: number,
  ) => Operand<(Element<L> extends readonly (infer E)[] ? E : Element<L>)[] | NullOf<L>, P>
  /** The place of an element, -1 where it is not: `coll.indexOf(u.tags, $p1)`. */
  readonly indexOf: <L extends List, P, const A extends Argument<Element<L>>>(
    list: Value<L, P>,
    value: A,
  ) => Operand<number | NullOf<L>, P & ParamsIn<A, Element<L>>>
  /** With an element put in at a place: `coll.insert(u.tags, $p1, $p2)`. */
  readonly insert: <L extends List, P, const I extends Argument<number>, const A extends Argument<Element<L>>>(
    list: Value<L, P>,
    index: I,
    value: A,
  ) => Operand<
    (Element<L> | (TypeIn<A> & null))[] | NullOf<L> | NullIn<I>,
    P & ParamsIn<I, number> & ParamsIn<A, Element<L>>
  >
  /** The greatest element: `coll.max(u.scores)`. */
  readonly max: OneOf
  /** The least element: `coll.min(u.scores)`. */
  readonly min: OneOf
  /** Without the element at a place: `coll.remove(u.tags, $p1)`. */
  readonly remove: <L extends List, P, const I extends Argument<number>>(
    list: Value<L, P>,
    index: I,
  ) => Operand<L | NullIn<I>, P & ParamsIn<I, number>>
  /** From the least to the greatest: `coll.sort(u.scores)`. */
  readonly sort: SameList
}
/** The functions of Cypher 25 whose names begin with `coll.`. */
export const coll: Collections = /* @__PURE__ */ (() =>
  Object.fromEntries(
    'distinct flatten indexOf insert max min remove sort'
      .split(' ')
      .map((name) => [name, cypherFunction(`coll.${name}`)]),
  ))() as never
