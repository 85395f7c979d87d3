import type { Change } from './change.ts'
import { knownType } from './known-type.ts'
import { isPlainLabels, labelCondition, typeCondition } from './labels.ts'

/** `n:A|B` in a condition, and `r:TYPE`, which the engine never finds true. */
export const changeLabelTest: Change<'label-test'> = (node, { context, scope }) => {
  if (knownType(context.typeOf(node.of, scope)).kind === 'relationship') return typeCondition(node.of, node.labels)
  // `:A&B` reads as `:A:B` when it is printed anew.
  if (isPlainLabels(node.labels)) {
    return node.source?.includes('&') === true ? { kind: 'label-test', of: node.of, labels: node.labels } : node
  }
  return labelCondition(node.of, node.labels)
}
