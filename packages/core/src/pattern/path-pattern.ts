import type { Pattern } from '../ast/pattern.ts'

/** Where a pattern keeps its tree. */
export const pattern: unique symbol = Symbol.for('motif.pattern') as never
declare const scopeOf: unique symbol
declare const paramsOf: unique symbol

/** A pattern put together at run time: the names it binds, the parameters it asks for. */
export interface PathPattern<out Scope, out P> {
  readonly [pattern]: Pattern
  readonly [scopeOf]: Scope
  readonly [paramsOf]: P
}

/** The tree of a pattern, when a value is one. */
export const patternIn = (value: unknown): Pattern | undefined =>
  typeof value === 'object' && value !== null && pattern in value
    ? (value as PathPattern<unknown, unknown>)[pattern]
    : undefined
