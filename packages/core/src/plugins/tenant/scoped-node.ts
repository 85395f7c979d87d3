import type { Expression } from '../../ast/expression.ts'
import type { NodePattern } from '../../ast/pattern.ts'
import { among } from '../labels.ts'
import type { PatternUse } from '../map-statement.ts'
import { narrowed } from '../trees.ts'
import { belongs, ownerWritten, refuse, type Scoping } from './scoping.ts'

type Entries = Extract<Expression, { kind: 'map' }>['entries']

const entriesOf = ({ properties, variable }: NodePattern, key: string): Entries => {
  if (properties === undefined) return []
  if (properties.kind !== 'map') return refuse(`write the properties of ${variable ?? 'the node'} one by one`)
  return properties.entries.some((entry) => entry.key === key)
    ? refuse(`${key} is given by the plugin`)
    : properties.entries
}

const owned = (node: NodePattern, { key, value }: Scoping): NodePattern => ({
  ...node,
  properties: { kind: 'map', entries: [...entriesOf(node, key), { key, value }] },
})

const written = (node: NodePattern, scoping: Scoping): NodePattern => {
  entriesOf(node, scoping.key)
  const { labels } = node
  return labels !== undefined && ownerWritten(labels, scoping) === 'tenant' ? owned(node, scoping) : node
}

/** A node in a pattern, which is to belong to the tenant, or to nobody where its labels do not say that it is one's. */
export const scopedNode = (node: NodePattern, use: PatternUse, scoping: Scoping): NodePattern => {
  if (use === 'create' || use === 'merge') return written(node, scoping)
  if (node.labels !== undefined && among(node.labels, scoping.labels) === 'surely') return owned(node, scoping)
  // A predicate binds no name: one without a label was found before, and all else has become a subquery.
  if (use === 'predicate') return node
  const { variable = scoping.fresh('tenant_node') } = node
  return narrowed({ ...node, variable }, belongs({ kind: 'variable', name: variable }, scoping))
}

/** Whether a node of a predicate can be scoped by nothing but a condition. */
export const asksCondition = ({ labels, variable }: NodePattern, { labels: scoped }: Scoping): boolean =>
  labels === undefined ? variable === undefined : among(labels, scoped) !== 'surely'
