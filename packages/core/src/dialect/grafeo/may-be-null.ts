import type { Expression } from '../../ast/expression.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'

const never: ReadonlySet<Expression['kind']> = new Set([
  'null-test',
  'subquery',
  'pattern-predicate',
  'parameter',
  'list',
  'map',
])

/**
 * Whether an expression may yield null, as far as its parts tell. A parameter counts as given: a null in its place
 * depends on the call alone.
 */
export const mayBeNull = (node: Expression, scope: Scope, context: RewriteContext): boolean => {
  const some = (...parts: readonly Expression[]): boolean => parts.some((part) => mayBeNull(part, scope, context))
  if (never.has(node.kind)) return false
  switch (node.kind) {
    case 'literal':
    case 'value':
      return node.value === null
    case 'parenthesised':
      return some(node.inner)
    case 'unary':
      return some(node.operand)
    case 'binary':
      return some(node.left, node.right)
    case 'label-test':
      return some(node.of)
    case 'quantifier':
      return some(node.in) || mayBeNull(node.where, context.inside(node, scope), context)
    case 'case':
      return node.otherwise === undefined || some(...node.branches.map(({ then }) => then), node.otherwise)
    default:
      return context.typeOf(node, scope).nullable
  }
}
