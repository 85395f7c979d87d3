import type { Clause, SetItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { NodePattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import type { Plugin } from '../execute/plugin.ts'
import { among, labelsWith } from './labels.ts'
import { mapNodes } from './map-nodes.ts'
import { mapStatement, type PatternUse } from './map-statement.ts'
import { binary, narrowed, property as propertyOf } from './trees.ts'

/** Options of `tenant`. */
export interface TenantOptions {
  /** The property that says whose a node is. */
  readonly property: string
  /** Who asks, at each run; undefined refuses the run. */
  readonly value: () => unknown
  /** The labels that have the property. Default: those of the schema that do. */
  readonly labels?: readonly string[] | undefined
  /** The name of the parameter it brings. Default 'tenant'. */
  readonly parameter?: string | undefined
  /** Procedures that may be called: what they read is not scoped. Default: none. */
  readonly procedures?: readonly string[] | undefined
}

const refuse = (what: string): never => {
  throw new GraphError('USAGE', `a tenant's graph: ${what}`)
}

/** What is added where, and to the nodes of which labels. */
interface Scoping {
  readonly key: string
  readonly value: Expression
  readonly labels: ReadonlySet<string>
}

/** A node in a pattern, which is to belong to the tenant if it may be of these labels. */
const scopedNode = (node: NodePattern, use: PatternUse, { key, value, labels }: Scoping): NodePattern => {
  const certain =
    node.labels === undefined && use !== 'match' && use !== 'comprehension' ? 'never' : among(node.labels, labels)
  if (certain === 'never') return node
  const { properties = { kind: 'map', entries: [] }, variable } = node
  if (certain === 'surely') {
    if (properties.kind !== 'map') return refuse(`write the properties of ${variable ?? 'the node'} one by one`)
    if (properties.entries.some((entry) => entry.key === key)) refuse(`${key} is given by the plugin`)
    return { ...node, properties: { kind: 'map', entries: [...properties.entries, { key, value }] } }
  }
  if (use !== 'match' && use !== 'comprehension') return refuse('name the label of each node that is written or tested')
  if (variable === undefined)
    return node.labels === undefined ? node : refuse('name each node that may be of two kinds')
  const own = propertyOf(variable, key)
  const coalesced: Expression = {
    kind: 'call',
    name: 'coalesce',
    distinct: false,
    star: false,
    arguments: [own, value],
  }
  return narrowed(node, binary('=', coalesced, value))
}

const scopedItem = (item: SetItem, key: string, value: Expression): readonly SetItem[] => {
  if (item.kind === 'labels') return [item]
  if (item.kind === 'property')
    return item.target.kind !== 'property' || item.target.key === key ? refuse(`${key} cannot be set`) : [item]
  return [item, { kind: 'property', target: propertyOf(item.variable, key), value }]
}

const scopedClause = (clause: Clause, key: string, value: Expression, procedures: readonly string[]): Clause => {
  if (clause.kind === 'opaque') return refuse('text that is not understood cannot be scoped')
  if (clause.kind === 'call-procedure' && !procedures.includes(clause.name))
    return refuse(`${clause.name} cannot be scoped`)
  if (clause.kind === 'set') {
    const items = clause.items.flatMap((item) => scopedItem(item, key, value))
    if (items.length > clause.items.length) return { kind: 'set', on: clause.on, items }
  }
  if (clause.kind === 'remove')
    for (const item of clause.items)
      if (item.kind === 'property' && (item.target.kind !== 'property' || item.target.key === key))
        refuse(`${key} cannot be removed`)
  return clause
}

/**
 * Keeps every query to the nodes of one tenant: those of the labels that have the property, wherever a pattern finds,
 * makes or tests one. A node without a label is found when it belongs to the tenant or to nobody. Text that is not
 * understood is refused. Nodes in the middle of a path of variable length are not looked at.
 *
 * @example
 * connect(url, { schema, plugins: [tenant({ property: 'tenantId', value: () => request.tenant })] })
 * // MATCH (u:User {id: $id}) becomes MATCH (u:User {id: $id, tenantId: $tenant})
 */
export const tenant = ({ property, value, labels, parameter = 'tenant', procedures = [] }: TenantOptions): Plugin => ({
  name: 'tenant',
  parameters: { [parameter]: value },
  rewrite(clauses, { schema }) {
    const scoped = new Set(labels ?? labelsWith(schema, property))
    if (scoped.size === 0) refuse(`no label has the property ${property}`)
    const own: Expression = { kind: 'parameter', name: parameter }
    return mapStatement(clauses, {
      expression: (node) => (node.kind === 'opaque' ? refuse('text that is not understood cannot be scoped') : node),
      pattern: (node, use) =>
        mapNodes(node, (each) => scopedNode(each, use, { key: property, value: own, labels: scoped })),
      clause: (node) => scopedClause(node, property, own, procedures),
    })
  },
})
