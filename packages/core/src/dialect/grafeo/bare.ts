import type { Expression } from '../../ast/expression.ts'

/** An expression out of its parentheses. */
export const bare = (node: Expression): Expression => (node.kind === 'parenthesised' ? bare(node.inner) : node)
