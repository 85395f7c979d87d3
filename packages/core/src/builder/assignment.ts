import type { Parameter, Value } from '../expression/value.ts'
import type { OrDate } from '../value/temporal.ts'

/** `{ name: $('name'), age: 3 }`: what SET takes for a name with these properties; null removes one. */
export type Assignment<Bag> = {
  readonly [K in keyof Bag]?: OrDate<Bag[K]> | null | Value<Bag[K] | null, unknown> | Parameter<string>
}

type ParamsOne<V, T> = V extends Parameter<infer K> ? { [Q in K]: T } : V extends Value<unknown, infer P> ? P : {}
/** The parameters an assignment asks for, each of its property's type. */
export type Assigned<Bag, A> = {
  [K in keyof A]: (x: ParamsOne<A[K], K extends keyof Bag ? Bag[K] : unknown>) => 0
}[keyof A] extends (x: infer P) => 0
  ? P
  : {}
