import type { Expression } from '../ast/expression.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { nested, withName } from './names.ts'
import type { Scope } from './rewrite-context.ts'

const element = (list: ValueType): ValueType => (list.kind === 'list' ? list.of : anyType)

/** The names around an expression and those it binds for its body. */
export const inside = (node: Expression, scope: Scope, to: Analysis): Scope => {
  switch (node.kind) {
    case 'list-comprehension':
    case 'quantifier':
      return withName(nested(scope), node.variable, element(to.typeOf(node.in, scope)))
    case 'reduce':
      return withName(
        withName(nested(scope), node.accumulator, to.typeOf(node.initial, scope)),
        node.variable,
        element(to.typeOf(node.in, scope)),
      )
    case 'pattern-comprehension':
    case 'pattern-predicate':
      return to.patterns([node.pattern], nested(scope))
    default:
      return scope
  }
}
