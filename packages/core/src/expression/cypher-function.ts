import { call } from './call.ts'
import type { Operand } from './operand.ts'
import type { Argument, NullIn, ParamsIn } from './value.ts'

type Given<A extends readonly unknown[]> = { readonly [K in keyof A]: Argument<Exclude<A[K], undefined>> }
/** Null for null, but where the function itself says what it makes of one. */
type NullsIn<A extends readonly unknown[], G> = {
  [K in keyof G]: null extends A[K & keyof A] ? never : NullIn<G[K]>
}[keyof G & number]
type ParamsInGiven<A extends readonly unknown[], G> = {
  [K in keyof G]: (x: ParamsIn<G[K], Exclude<A[K & keyof A], undefined>>) => 0
}[keyof G & number] extends (x: infer P) => 0
  ? unknown extends P
    ? {}
    : P
  : {}

/** A function of Cypher: what it takes, what it gives. Each argument may be an operand, a value or a named parameter. */
export interface CypherFunction<A extends readonly unknown[], R> {
  <const G extends Given<A>>(...args: G): Operand<R | NullsIn<A, G>, ParamsInGiven<A, G>>
}

/** Makes a function of whatever signature: run time carries trees, and the types say what a tree stands for. */
export const cypherFunction = (name: string): never => ((...args: readonly unknown[]) => call(name, ...args)) as never
