import type { Clause } from '../../src/ast/clause.ts'
import type { BinaryOperator, Expression } from '../../src/ast/expression.ts'

/** Trees put together by hand, as callbacks do: nothing in them has a text of its own. */
export const variable = (name: string): Expression => ({ kind: 'variable', name })
export const property = (of: string, key: string): Expression => ({ kind: 'property', of: variable(of), key })
export const value = (given: unknown): Expression => ({ kind: 'value', value: given })
export const parameter = (name: string): Expression => ({ kind: 'parameter', name })
export const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
})
export const call = (name: string, ...given: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  distinct: false,
  star: false,
  arguments: given,
})
export const where = (condition: Expression): Clause => ({ kind: 'where', condition })
export const returning = (items: Readonly<Record<string, Expression>>): Clause => ({
  kind: 'return',
  distinct: false,
  star: false,
  items: Object.entries(items).map(([alias, expression]) => ({ expression, alias })),
})
