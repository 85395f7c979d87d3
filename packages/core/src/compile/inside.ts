import type { Expression } from '../ast/expression.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import type { Scope } from './rewrite-context.ts'

const element = (list: ValueType): ValueType => (list.kind === 'list' ? list.of : anyType)

/** The names around an expression and those it binds for its body. */
export const inside = (node: Expression, scope: Scope, to: Analysis): Scope => {
  switch (node.kind) {
    case 'list-comprehension':
    case 'quantifier':
      return new Map(scope).set(node.variable, element(to.typeOf(node.in, scope)))
    case 'reduce':
      return new Map(scope)
        .set(node.accumulator, to.typeOf(node.initial, scope))
        .set(node.variable, element(to.typeOf(node.in, scope)))
    case 'pattern-comprehension':
    case 'pattern-predicate':
      return to.patterns([node.pattern], scope)
    default:
      return scope
  }
}
