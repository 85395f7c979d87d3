import type { BinaryOperator, Expression } from '../ast/expression.ts'
import { GraphError } from '../error/graph-error.ts'
import { tree } from './value.ts'

/** Anything that carries a tree. */
export interface Treed { readonly [tree]: Expression }

export const isTreed = (value: unknown): value is Treed =>
  (typeof value === 'object' || typeof value === 'function') && value !== null && tree in value

/** The tree of an argument: of a value of the query, or of a JavaScript value, which becomes a parameter. */
export const treeOf = (value: unknown, where: string): Expression => {
  if (isTreed(value)) return value[tree]
  if (value === undefined) {
    throw new GraphError('USAGE', `undefined given to ${where}: leave the condition out with .when(…), or use isNull()`)
  }
  return { kind: 'value', value }
}

const compared = (value: unknown, where: string): Expression => {
  if (value === null) throw new GraphError('USAGE', `null given to ${where}: nothing equals null, use isNull() or isNotNull()`)
  return treeOf(value, where)
}

/** The methods of `Operand`, over a tree. */
export class Operation implements Treed {
  readonly [tree]: Expression
  constructor(expression: Expression) { this[tree] = expression }

  #binary(operator: BinaryOperator, other: Expression): Operation {
    return new Operation({ kind: 'binary', operator, left: this[tree], right: other })
  }
  eq(other: unknown): Operation { return this.#binary('=', compared(other, 'eq()')) }
  ne(other: unknown): Operation { return this.#binary('<>', compared(other, 'ne()')) }
  gt(other: unknown): Operation { return this.#binary('>', compared(other, 'gt()')) }
  gte(other: unknown): Operation { return this.#binary('>=', compared(other, 'gte()')) }
  lt(other: unknown): Operation { return this.#binary('<', compared(other, 'lt()')) }
  lte(other: unknown): Operation { return this.#binary('<=', compared(other, 'lte()')) }
  in(list: unknown): Operation { return this.#binary('IN', compared(list, 'in()')) }
  includes(element: unknown): Operation {
    return new Operation({ kind: 'binary', operator: 'IN', left: compared(element, 'includes()'), right: this[tree] })
  }
  isNull(): Operation { return new Operation({ kind: 'null-test', negated: false, operand: this[tree] }) }
  isNotNull(): Operation { return new Operation({ kind: 'null-test', negated: true, operand: this[tree] }) }
  startsWith(other: unknown): Operation { return this.#binary('STARTS WITH', compared(other, 'startsWith()')) }
  endsWith(other: unknown): Operation { return this.#binary('ENDS WITH', compared(other, 'endsWith()')) }
  contains(other: unknown): Operation { return this.#binary('CONTAINS', compared(other, 'contains()')) }
  matches(other: unknown): Operation { return this.#binary('=~', compared(other, 'matches()')) }
  and(other: unknown): Operation { return this.#binary('AND', treeOf(other, 'and()')) }
  or(other: unknown): Operation { return this.#binary('OR', treeOf(other, 'or()')) }
  xor(other: unknown): Operation { return this.#binary('XOR', treeOf(other, 'xor()')) }
  not(): Operation { return new Operation({ kind: 'unary', operator: 'NOT', operand: this[tree] }) }
  plus(other: unknown): Operation { return this.#binary('+', treeOf(other, 'plus()')) }
  minus(other: unknown): Operation { return this.#binary('-', treeOf(other, 'minus()')) }
  times(other: unknown): Operation { return this.#binary('*', treeOf(other, 'times()')) }
  dividedBy(other: unknown): Operation { return this.#binary('/', treeOf(other, 'dividedBy()')) }
  modulo(other: unknown): Operation { return this.#binary('%', treeOf(other, 'modulo()')) }
  power(other: unknown): Operation { return this.#binary('^', treeOf(other, 'power()')) }
}

const methods: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Operation.prototype).filter((name) => name !== 'constructor'))
/** The names that are operators on a value rather than properties of it. */
export const isOperator = (name: string): boolean => methods.has(name)
