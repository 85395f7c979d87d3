import type { LabelExpression } from '../ast/pattern.ts'
import { unionOf } from '../value/union-of.ts'
import { listOf, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import type { Scope } from './rewrite-context.ts'

const text = scalarType('string')
const names = unionOf([text, listOf(text)])

/** Notes the parameters in labels that expressions give. */
export const scanLabels = (node: string | LabelExpression | undefined, scope: Scope, to: Analysis): void => {
  if (typeof node !== 'object' || !('of' in node)) return
  if (node.kind === 'dynamic') to.give(node.of, names, scope)
  else if (node.kind === 'not') scanLabels(node.of, scope, to)
  else for (const each of node.of) scanLabels(each, scope, to)
}
