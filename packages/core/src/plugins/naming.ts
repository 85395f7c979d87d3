import type { Clause, RemoveItem, SetItem } from '../ast/clause.ts'
import type { Expression, MapEntry } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { walkClauses } from '../ast/walk.ts'
import { GraphError } from '../error/graph-error.ts'
import type { Plugin } from '../execute/plugin.ts'
import { GraphNode, isGraphNode } from '../value/graph-node.ts'
import { GraphPath, isGraphPath } from '../value/graph-path.ts'
import { GraphRelationship, isGraphRelationship } from '../value/graph-relationship.ts'
import type { ValueType } from '../value/value-type.ts'
import { mapStatement } from './map-statement.ts'
import { property as propertyOf } from './trees.ts'

/** Options of `naming`: from the program's names of properties to the graph's, and back. */
export interface NamingOptions {
  readonly toGraph: (key: string) => string
  readonly toProgram: (key: string) => string
}

type Rename = (key: string) => string

/** The names that stand for nodes and relationships: those that patterns bind, and others that WITH gives them. */
const entitiesIn = (clauses: readonly Clause[]): ReadonlySet<string> => {
  const names = new Set<string>()
  walkClauses(clauses, {
    pattern({ elements }) {
      for (const each of elements) if ('variable' in each && each.variable !== undefined) names.add(each.variable)
    },
  })
  walkClauses(clauses, {
    clause(node) {
      if (node.kind !== 'with' && node.kind !== 'return') return
      for (const { alias, expression } of node.items) {
        if (alias === undefined) continue
        if (expression.kind === 'variable' && names.has(expression.name)) names.add(alias)
        else if (names.has(alias) && node.kind === 'with')
          throw new GraphError('USAGE', `'${alias}' stands for a node and for a value: give them two names`)
      }
    },
  })
  return names
}

const renamedMap = (node: Expression | undefined, to: Rename): Expression | undefined => {
  if (node?.kind !== 'map') return node
  const entries = node.entries.map((entry): MapEntry => ({ ...entry, key: to(entry.key) }))
  return { kind: 'map', entries }
}

const renamedPattern = (pattern: Pattern, to: Rename): Pattern => {
  if (!pattern.elements.some((each) => 'properties' in each && each.properties?.kind === 'map')) return pattern
  const { source: _, ...rest } = pattern
  const elements = pattern.elements.map((each) =>
    'properties' in each ? { ...each, properties: renamedMap(each.properties, to) } : each,
  )
  return { ...rest, elements }
}

const renamedItem = <T extends SetItem | RemoveItem>(item: T, to: Rename): T =>
  'value' in item && item.kind !== 'property' && item.value.kind === 'map'
    ? { ...item, value: renamedMap(item.value, to) }
    : item

const renamedExpression = (node: Expression, to: Rename, entities: ReadonlySet<string>): Expression => {
  if (node.kind === 'property' && node.of.kind === 'variable' && entities.has(node.of.name))
    return to(node.key) === node.key ? node : { ...propertyOf(node.of.name, to(node.key)) }
  if (node.kind !== 'map-projection' || !entities.has(node.of)) return node
  const entries = node.entries.map((entry) =>
    entry.kind === 'property' && to(entry.key) !== entry.key
      ? ({ kind: 'entry', key: entry.key, value: propertyOf(node.of, to(entry.key)) } as const)
      : entry,
  )
  return { kind: 'map-projection', of: node.of, entries }
}

const renamedClause = (node: Clause, to: Rename): Clause => {
  if (node.kind !== 'set') return node
  const items = node.items.map((item) => renamedItem(item, to))
  return items.every((item, at) => item === node.items[at]) ? node : { kind: 'set', on: node.on, items }
}

const renamedKeys = (properties: object, to: Rename): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [to(key), value]))

/**
 * A value with the properties of what it holds renamed, at every depth. An engine may give a node whole, or, where it is
 * returned as its properties, these alone: the type tells.
 */
const renamedValue = (value: unknown, to: Rename, type: ValueType | undefined): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const of = type?.kind === 'list' ? type.of : undefined
    return value.map((each) => renamedValue(each, to, of))
  }
  if (isGraphNode(value)) return new GraphNode(value.labels, value.elementId, renamedKeys(value.properties, to))
  if (isGraphRelationship(value)) {
    const { type: name, elementId, startElementId, endElementId, properties } = value
    return new GraphRelationship(name, elementId, [startElementId, endElementId], renamedKeys(properties, to))
  }
  if (isGraphPath(value)) {
    const all = (list: readonly unknown[]): unknown[] => list.map((each) => renamedValue(each, to, entity))
    return new GraphPath(all(value.nodes), all(value.relationships))
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  if (type?.kind === 'node' || type?.kind === 'relationship') return renamedKeys(value, to)
  const entries = type?.kind === 'map' ? type.entries : {}
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamedValue(each, to, entries[key])]))
}
const entity: ValueType = { kind: 'node', labels: '*', entity: false, nullable: false }

/**
 * Gives properties one name in the program and another in the graph: in patterns, of the names that patterns bind, and in
 * the nodes and relationships that come back. Keys of parameters and of `.*` stay as they are.
 *
 * @example
 * connect(url, { schema, plugins: [naming({ toGraph: snakeCase, toProgram: camelCase })] })
 * // MATCH (u:User) RETURN u.firstName becomes MATCH (u:User) RETURN u.first_name AS `u.firstName`
 */
export const naming = ({ toGraph, toProgram }: NamingOptions): Plugin => ({
  name: 'naming',
  rewrite(clauses) {
    const entities = entitiesIn(clauses)
    return mapStatement(clauses, {
      expression: (node) => renamedExpression(node, toGraph, entities),
      pattern: (node) => renamedPattern(node, toGraph),
      clause: (node) => renamedClause(node, toGraph),
    })
  },
  rows(rows, { columns = [] }) {
    const types = new Map(columns.map(({ name, type }) => [name, type]))
    const renamed = ([name, value]: readonly [string, unknown]): readonly [string, unknown] => [
      name,
      renamedValue(value, toProgram, types.get(name)),
    ]
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(renamed)))
  },
})
