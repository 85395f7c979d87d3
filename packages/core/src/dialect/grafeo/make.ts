import type { BinaryOperator, Expression, MapEntry } from '../../ast/expression.ts'

/**
 * Makers of small trees, without source text.
 *
 * @example
 * make.choose([[make.isNull(m), make.nothing]], m) // CASE WHEN m IS NULL THEN null ELSE m END
 */
export const make = {
  name: (name: string): Expression => ({ kind: 'variable', name }),
  number: (value: number): Expression => ({ kind: 'literal', value }),
  text: (value: string): Expression => ({ kind: 'literal', value }),
  truth: (value: boolean): Expression => ({ kind: 'literal', value }),
  nothing: { kind: 'literal', value: null } as Expression,
  call: (name: string, ...args: readonly Expression[]): Expression => ({
    kind: 'call',
    name,
    distinct: false,
    star: false,
    arguments: args,
  }),
  binary: (left: Expression, operator: BinaryOperator, right: Expression): Expression => ({
    kind: 'binary',
    operator,
    left,
    right,
  }),
  not: (operand: Expression): Expression => ({ kind: 'unary', operator: 'NOT', operand }),
  isNull: (operand: Expression): Expression => ({ kind: 'null-test', negated: false, operand }),
  isNotNull: (operand: Expression): Expression => ({ kind: 'null-test', negated: true, operand }),
  list: (...items: readonly Expression[]): Expression => ({ kind: 'list', items }),
  map: (entries: readonly MapEntry[]): Expression => ({ kind: 'map', entries }),
  first: (of: Expression): Expression => ({ kind: 'index', of, at: { kind: 'literal', value: 0 } }),
  /** `CASE WHEN … THEN … ELSE … END`, one pair a branch. */
  choose: (pairs: readonly (readonly [when: Expression, then: Expression])[], otherwise?: Expression): Expression => ({
    kind: 'case',
    operand: undefined,
    branches: pairs.map(([when, then]) => ({ when, then })),
    otherwise,
  }),
  /** Conditions joined by AND; `undefined` for none. */
  all: (conditions: readonly Expression[]): Expression | undefined =>
    conditions.length === 0 ? undefined : conditions.reduce((left, right) => make.binary(left, 'AND', right)),
} as const
