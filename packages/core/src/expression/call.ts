import type { Expression } from '../ast/expression.ts'
import { Operation, treeOf } from './operation.ts'

/** A function over arguments, as a value to go on with. */
export const call = (name: string, ...args: readonly unknown[]): Operation =>
  new Operation({
    kind: 'call',
    name,
    distinct: false,
    star: false,
    arguments: args.map((value) => treeOf(value, `${name}()`)),
  })

/** An aggregate over a value, which may be `distinct(value)`. */
export const aggregate = (name: string, value: unknown): Operation => {
  const node: Expression = treeOf(value, `${name}()`)
  const distinct = node.kind === 'call' && node.name === '' && node.distinct
  return new Operation({ kind: 'call', name, distinct, star: false, arguments: distinct ? node.arguments : [node] })
}
