import type { Expression } from '../ast/expression.ts'
import { Operation, treeIn, treeOf } from './operation.ts'

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** The tree of an argument in which operands may stand: an object becomes a map, of values of all kinds. */
export const treeWithin = (value: unknown, where: string): Expression => {
  if (treeIn(value) !== undefined || !isPlain(value)) return treeOf(value, where)
  const entries = Object.entries(value).map(([key, inner]) => ({ key, value: treeWithin(inner, where) }))
  return { kind: 'map', entries }
}

/** A function over arguments, as a value to go on with. */
export const call = (name: string, ...args: readonly unknown[]): Operation =>
  new Operation({
    kind: 'call',
    name,
    distinct: false,
    star: false,
    arguments: args.map((value) => treeWithin(value, `${name}()`)),
  })

/** An aggregate over a value, which may be `distinct(value)`; some take more. */
export const aggregate = (name: string, value: unknown, ...more: readonly unknown[]): Operation => {
  const node: Expression = treeOf(value, `${name}()`)
  const distinct = node.kind === 'call' && node.name === '' && node.distinct
  const first = distinct ? node.arguments : [node]
  const rest = more.map((each) => treeOf(each, `${name}()`))
  return new Operation({ kind: 'call', name, distinct, star: false, arguments: [...first, ...rest] })
}
