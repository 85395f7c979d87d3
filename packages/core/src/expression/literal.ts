import { treeWithin } from './call.ts'
import type { Operand } from './operand.ts'
import { Operation } from './operation.ts'
import type { ParamsIn, TypeIn, Value } from './value.ts'

type ParamsInItems<I extends readonly unknown[]> = {
  [K in keyof I]: (x: ParamsIn<I[K], unknown>) => 0
}[number] extends (x: infer P) => 0
  ? unknown extends P
    ? {}
    : P
  : {}

/**
 * A list of values, each an operand, a value or a named parameter.
 *
 * @example
 * list(u.name, 'x')   // [u.name, $p1]
 */
export const list = <I extends readonly unknown[]>(
  ...items: I
): Operand<{ [K in keyof I]: TypeIn<I[K]> }[number][], ParamsInItems<I>> =>
  new Operation({ kind: 'list', items: items.map((item) => treeWithin(item, 'list()')) }) as never

type Entries = Readonly<Record<string, unknown>>
/** What the entries of a map are; one that is itself a plain object is a map too. */
type MapOf<O> = {
  -readonly [K in keyof O]: O[K] extends Value<infer T, unknown> ? T : O[K] extends Entries ? MapOf<O[K]> : TypeIn<O[K]>
}
type ParamsInMap<O> = {
  [K in keyof O]: (
    x: O[K] extends Value<unknown, infer P> ? P : O[K] extends Entries ? ParamsInMap<O[K]> : ParamsIn<O[K], unknown>,
  ) => 0
}[keyof O] extends (x: infer P) => 0
  ? unknown extends P
    ? {}
    : P
  : {}

/**
 * A map of values, each an operand, a value, a named parameter or such a map again.
 *
 * @example
 * map({ name: u.name, kind: 'user' })   // {name: u.name, kind: $p1}
 */
export const map = <const O extends Entries>(entries: O): Operand<MapOf<O>, ParamsInMap<O>> =>
  new Operation(treeWithin(entries, 'map()')) as never
