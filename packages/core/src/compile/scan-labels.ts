import type { LabelExpression } from '../ast/pattern.ts'
import type { Analysis } from './analysis.ts'
import type { Scope } from './rewrite-context.ts'

/** Notes the parameters in labels that expressions give. */
export const scanLabels = (node: string | LabelExpression | undefined, scope: Scope, to: Analysis): void => {
  if (typeof node !== 'object' || !('of' in node)) return
  if (node.kind === 'dynamic') to.typeOf(node.of, scope)
  else if (node.kind === 'not') scanLabels(node.of, scope, to)
  else for (const each of node.of) scanLabels(each, scope, to)
}
