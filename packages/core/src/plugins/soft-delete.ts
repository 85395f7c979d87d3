import type { Clause, SetItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { NodePattern } from '../ast/pattern.ts'
import type { Plugin } from '../execute/plugin.ts'
import { among, labelsWith } from './labels.ts'
import { mapNodes } from './map-nodes.ts'
import { mapStatement } from './map-statement.ts'
import { narrowed, property as propertyOf } from './trees.ts'

/** Options of `softDelete`. */
export interface SoftDeleteOptions {
  /** The property that says when a node was deleted. */
  readonly property: string
  /** The labels that have it. Default: those of the schema that do. */
  readonly labels?: readonly string[] | undefined
}

const now: Expression = { kind: 'call', name: 'datetime', distinct: false, star: false, arguments: [] }

/** DELETE of such nodes marks them; what else it names is deleted. */
const marked = (clause: Clause, key: string, names: ReadonlySet<string>): Clause | readonly Clause[] => {
  if (clause.kind !== 'delete') return clause
  const isMarked = (node: Expression): boolean => node.kind === 'variable' && names.has(node.name)
  const items = clause.items.flatMap((node): SetItem[] =>
    node.kind === 'variable' && isMarked(node)
      ? [{ kind: 'property', target: propertyOf(node.name, key), value: now }]
      : [],
  )
  if (items.length === 0) return clause
  const rest = clause.items.filter((node) => !isMarked(node))
  const set: Clause = { kind: 'set', on: undefined, items }
  return rest.length === 0 ? set : [set, { kind: 'delete', detach: clause.detach, items: rest }]
}

/**
 * Marks nodes in place of deleting them, and finds only those that are not marked. Known by the labels they are found by:
 * a node found without one is deleted, and found. Relationships of a marked node stay.
 *
 * @example
 * connect(url, { schema, plugins: [softDelete({ property: 'deletedAt' })] })
 * // MATCH (u:User {id: $id}) DETACH DELETE u becomes
 * // MATCH (u:User {id: $id} WHERE u.deletedAt IS NULL) SET u.deletedAt = datetime()
 */
export const softDelete = ({ property, labels }: SoftDeleteOptions): Plugin => ({
  name: 'soft delete',
  rewrite(clauses, { schema, fresh }) {
    const soft = new Set(labels ?? labelsWith(schema, property))
    const names = new Set<string>()
    const living = (node: NodePattern): NodePattern => {
      if (among(node.labels, soft) !== 'surely') return node
      const variable = node.variable ?? fresh('living')
      names.add(variable)
      const operand = propertyOf(variable, property)
      return narrowed({ ...node, variable }, { kind: 'null-test', negated: false, operand })
    }
    return mapStatement(clauses, {
      pattern: (node, use) => (use === 'match' || use === 'comprehension' ? mapNodes(node, living) : node),
      clause: (node) => marked(node, property, names),
    })
  },
})
