import type { Expression } from '../../ast/expression.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'

/** What a rewrite of one expression may look at. */
export interface Place {
  readonly scope: Scope
  readonly context: RewriteContext
  /** Stands where null and false lead to the same: a row or an element is left out. */
  readonly filters: boolean
}

/** Another way to write a node of one kind, or the node itself. What lies below it has been changed before. */
export type Change<K extends Expression['kind']> = (node: Extract<Expression, { kind: K }>, place: Place) => Expression
