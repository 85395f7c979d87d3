import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { NodeOf } from '../ast/node-of.ts'
import type { Pattern } from '../ast/pattern.ts'
import type { Writer } from './writer.ts'

export type PrintExpression<K extends Expression['kind']> = (node: NodeOf<Expression, K>, to: Writer) => string
export type PrintClause<K extends Clause['kind']> = (node: NodeOf<Clause, K>, to: Writer) => string

/** How nodes without a text of their own are written. */
export interface Printers {
  readonly expressions: { readonly [K in Expression['kind']]?: PrintExpression<K> }
  readonly clauses: { readonly [K in Clause['kind']]?: PrintClause<K> }
  readonly pattern: (node: Pattern, to: Writer) => string
}
