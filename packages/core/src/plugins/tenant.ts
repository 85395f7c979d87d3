import { mapClauses } from '../ast/rewrite.ts'
import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Plugin } from '../execute/plugin.ts'
import { labelsWith } from './labels.ts'
import { mapNodes } from './map-nodes.ts'
import { mapStatement } from './map-statement.ts'
import { refuseUnscoped } from './tenant/refuse-unscoped.ts'
import { scopedNode } from './tenant/scoped-node.ts'
import { scopedComprehension, scopedPredicate, scopedRepetitions, scopedWays } from './tenant/scoped-path.ts'
import { scopedWrites } from './tenant/scoped-writes.ts'
import { refuse, type Scoping } from './tenant/scoping.ts'

/** Options of `tenant`. */
export interface TenantOptions {
  /** The property that says whose a node is. */
  readonly property: string
  /** Who asks, at each run; undefined and null refuse the run. */
  readonly value: () => unknown
  /** The labels that have the property. Default: those of the schema that do. */
  readonly labels?: readonly string[] | undefined
  /** The name of the parameter it brings. Default 'tenant'. */
  readonly parameter?: string | undefined
  /** Procedures that may be called: what they read is not scoped. Default: none. */
  readonly procedures?: readonly string[] | undefined
  /** Functions beside Cypher's own that may be called: what they read is not scoped. Default: none. */
  readonly functions?: readonly string[] | undefined
}

/** Predicates that must hold a condition become subqueries, which can. */
const withSubqueries = (clauses: readonly Clause[], scoping: Scoping): readonly Clause[] =>
  mapClauses(clauses, (node) => {
    if (node.kind === 'pattern-predicate') return scopedPredicate(node, scoping)
    const [first] = node.kind === 'call' && node.name.toLowerCase() === 'exists' ? node.arguments : []
    return first?.kind === 'subquery' ? first : node
  })

const scoped = (clauses: readonly Clause[], scoping: Scoping): readonly Clause[] =>
  mapStatement(clauses, {
    expression: (node): Expression =>
      node.kind === 'pattern-comprehension' ? scopedComprehension(node, scoping) : node,
    pattern: (node, use) =>
      scopedRepetitions(
        mapNodes(node, (each) => scopedNode(each, use, scoping)),
        scoping,
      ),
    clauses: (nodes) => scopedWays(nodes, scoping),
  })

/**
 * Keeps every query to the nodes of one tenant, wherever a pattern finds, makes or tests one, those on the way of a path
 * included. A node belongs to the tenant, or to nobody: one found by a label that has the property must be the tenant's,
 * any other one must not be another's. No write changes whose a node is. What cannot be looked into is refused: text that
 * is not understood, procedures and functions of others, commands that change the schema, `USE`.
 *
 * @example
 * connect(url, { schema, plugins: [tenant({ property: 'tenantId', value: () => request.tenant })] })
 * // MATCH (u:User {id: $id}) becomes MATCH (u:User {id: $id, tenantId: $tenant})
 */
export const tenant = (options: TenantOptions): Plugin => {
  const { property: key, value, labels, parameter = 'tenant', procedures = [], functions = [] } = options
  return {
    name: 'tenant',
    parameters: { [parameter]: () => value() ?? undefined },
    rewrite(clauses, given) {
      const owned = new Set(labels ?? labelsWith(given.schema, key))
      if (owned.size === 0) refuse(`no label has the property ${key}`)
      refuseUnscoped(clauses, given.source, { procedures, functions })
      const scoping: Scoping = { key, value: { kind: 'parameter', name: parameter }, labels: owned, fresh: given.fresh }
      return scoped(withSubqueries(scopedWrites(clauses, given, scoping), scoping), scoping)
    },
  }
}
