import type { Expression } from '../ast/expression.ts'
import type { OrDate } from '../value/temporal.ts'

/** Where an object keeps its tree; a symbol, so that it never shows among a node's properties. */
export const tree: unique symbol = Symbol.for('motif.tree') as never
declare const typeOf: unique symbol
declare const paramsOf: unique symbol
declare const bindingOf: unique symbol

/** A value inside a query: its type, and the named parameters it needs. */
export interface Value<out T, out P = {}> {
  readonly [tree]: Expression
  readonly [typeOf]: T
  readonly [paramsOf]: P
}

/** A name in scope: a value that also knows what it stands for. */
export interface Named<out Binding> {
  readonly [bindingOf]: Binding
}
export type BindingIn<V> = V extends Named<infer B> ? B : never

/** A named parameter; its type comes from what it stands against. */
export interface Parameter<out Name extends string> {
  readonly parameter: Name
  readonly [tree]: Expression
}

/** What may stand on the other side of a T: a value of JavaScript, a value of the query, a named parameter. */
// oxlint-disable-next-line typescript/no-explicit-any -- the parameters of an argument are inferred from it, whatever they are
export type Argument<T> = OrDate<T> | Value<T | null, any> | Parameter<string>

/** The named parameters an argument adds when it stands against a T. */
export type ParamsIn<A, T> =
  A extends Parameter<infer K> ? { [Q in K]: T } : A extends Value<unknown, infer P> ? P : unknown

/** null where a T may be null, or is not known. */
export type NullOf<T> = T & null
/** null where an argument may be null. */
export type NullIn<A> = A extends Value<infer T, unknown> ? NullOf<T> : Extract<A, null>
/** What a value is that may be an operand, a named parameter of whatever type, or a value of JavaScript. */
export type TypeIn<A> = A extends Value<infer T, unknown> ? T : A extends Parameter<string> ? unknown : A
