import type { BinaryOperator, Expression } from '../../ast/expression.ts'
import type { Clause } from '../../ast/clause.ts'

// Short words for the tree, so that what is made of it can be read.

export const variable = (name: string): Expression => ({ kind: 'variable', name })

export const property = (of: string, key: string): Expression => ({ kind: 'property', of: variable(of), key })

export const binary = (left: Expression, operator: BinaryOperator, right: Expression): Expression => ({
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

export const isNull = (operand: Expression, negated: boolean = false): Expression => ({
  kind: 'null-test',
  negated,
  operand,
})

export const not = (operand: Expression): Expression => ({ kind: 'unary', operator: 'NOT', operand })

export const literal = (value: number | boolean): Expression => ({ kind: 'literal', value })

/** Joined by AND or OR; `undefined` where there is nothing. */
export const joined = (operator: 'AND' | 'OR', parts: readonly (Expression | undefined)[]): Expression | undefined =>
  parts.reduce(
    (all, part) => (all === undefined || part === undefined ? (all ?? part) : binary(all, operator, part)),
    undefined,
  )

/** All of them; `undefined` where there is nothing to be met. */
export const and = (parts: readonly (Expression | undefined)[]): Expression | undefined => joined('AND', parts)

/** One of them at least. */
export const or = (parts: readonly Expression[]): Expression => joined('OR', parts) ?? literal(false)

/** `[name IN list | made]` */
export const each = (name: string, list: Expression, made: Expression): Expression => ({
  kind: 'list-comprehension',
  variable: name,
  in: list,
  where: undefined,
  yield: made,
})

/** WHERE, where there is something to be met. */
export const where = (condition: Expression | undefined): readonly Clause[] =>
  condition === undefined ? [] : [{ kind: 'where', condition }]

/** WITH or RETURN of these names as they are. */
export const carrying = (names: readonly string[]): Clause => ({
  kind: 'with',
  distinct: false,
  star: false,
  items: names.map((name) => ({ expression: variable(name), alias: undefined })),
})

export const returning = (items: readonly { readonly name: string; readonly expression: Expression }[]): Clause => ({
  kind: 'return',
  distinct: false,
  star: false,
  items: items.map(({ name, expression }) => ({
    expression,
    alias: expression.kind === 'variable' && expression.name === name ? undefined : name,
  })),
})
