import type { BinaryOperator, Expression } from '../ast/expression.ts'
import { GraphError } from '../error/graph-error.ts'
import { tree } from './value.ts'

/** Anything that carries a tree. */
export interface Treed {
  readonly [tree]: Expression
}

/** The tree that a value carries: one look, since a name in scope is a proxy. */
export const treeIn = (value: unknown): Expression | undefined =>
  (typeof value === 'object' || typeof value === 'function') && value !== null
    ? (value as Partial<Treed>)[tree]
    : undefined

export const isTreed = (value: unknown): value is Treed => treeIn(value) !== undefined

/** The tree of an argument: of a value of the query, or of a JavaScript value, which becomes a parameter. */
export const treeOf = (value: unknown, where: string): Expression => {
  const node = treeIn(value)
  if (node !== undefined) return node
  if (value === undefined) {
    throw new GraphError('USAGE', `undefined given to ${where}: leave the condition out with .when(…), or use isNull()`)
  }
  return { kind: 'value', value }
}

const compared = (value: unknown, where: string): Expression => {
  if (value === null)
    throw new GraphError('USAGE', `null given to ${where}: nothing equals null, use isNull() or isNotNull()`)
  return treeOf(value, where)
}

/** Operators that compare, to which null is a mistake. */
const comparisons: Readonly<Record<string, BinaryOperator>> = {
  eq: '=',
  ne: '<>',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  in: 'IN',
  startsWith: 'STARTS WITH',
  endsWith: 'ENDS WITH',
  contains: 'CONTAINS',
  matches: '=~',
}
const combinations: Readonly<Record<string, BinaryOperator>> = {
  and: 'AND',
  or: 'OR',
  xor: 'XOR',
  plus: '+',
  minus: '-',
  times: '*',
  dividedBy: '/',
  modulo: '%',
  power: '^',
}

/** A value in a callback: a tree with the methods of `Operand`, those of two operands made from the tables above. */
export class Operation implements Treed {
  readonly [tree]: Expression
  constructor(expression: Expression) {
    this[tree] = expression
  }
  includes(element: unknown): Operation {
    return new Operation({ kind: 'binary', operator: 'IN', left: compared(element, 'includes()'), right: this[tree] })
  }
  isNull(): Operation {
    return new Operation({ kind: 'null-test', negated: false, operand: this[tree] })
  }
  isNotNull(): Operation {
    return new Operation({ kind: 'null-test', negated: true, operand: this[tree] })
  }
  not(): Operation {
    return new Operation({ kind: 'unary', operator: 'NOT', operand: this[tree] })
  }
}

const add = (operators: Readonly<Record<string, BinaryOperator>>, take: typeof treeOf): void => {
  for (const [name, operator] of Object.entries(operators)) {
    const where = `${name}()`
    const method = function (this: Operation, other: unknown): Operation {
      return new Operation({ kind: 'binary', operator, left: this[tree], right: take(other, where) })
    }
    Object.defineProperty(Operation.prototype, name, { value: method })
  }
}
add(comparisons, compared)
add(combinations, treeOf)

/** The names that are operators on a value rather than properties of it. */
export const isOperator = (name: string): boolean => name !== 'constructor' && Object.hasOwn(Operation.prototype, name)
