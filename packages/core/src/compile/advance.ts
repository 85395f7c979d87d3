import type { Clause, SetItem, Transactions } from '../ast/clause.ts'
import type { NodeOf } from '../ast/node-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, nullableOf, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { clausesIn } from './clauses-in.ts'
import { nested, only, withName } from './names.ts'
import { project } from './project.ts'
import { scanLabels } from './scan-labels.ts'
import { unionColumns } from './union-columns.ts'
import { type Place, reach, startIn } from './place.ts'
import type { Scope } from './rewrite-context.ts'

type Advance<K extends Clause['kind']> = (node: NodeOf<Clause, K>, at: Place, to: Analysis) => Place | void

const integer = scalarType('integer')
const text = scalarType('string')

/** The place with another scope. */
const moved = (at: Place, scope: Scope): Place => ({ ...at, scope, before: undefined })

const named = (at: Place, name: string, type: ValueType): Place => moved(at, withName(at.scope, name, type))

const match: Advance<'match'> = (node, at, to) =>
  moved(at, to.patterns(node.patterns, at.scope, node.optional ? 'optional' : undefined))

const setItem = (item: SetItem, scope: Scope, to: Analysis): void => {
  if (item.kind === 'property') to.give(item.value, to.typeOf(item.target, scope), scope)
  else if (item.kind === 'labels') for (const label of item.labels) scanLabels(label, scope, to)
  else to.give(item.value, to.bag(scope.get(item.variable) ?? anyType, item.kind === 'merge'), scope)
}

const unwind: Advance<'unwind'> = (node, at, to) => {
  const { list } = node
  if (list.kind === 'parameter' || list.kind === 'value') return named(at, node.variable, to.unwind(list))
  const type = to.typeOf(list, at.scope)
  return named(at, node.variable, type.kind === 'list' ? type.of : anyType)
}

const imported = (scope: readonly string[] | '*' | undefined, at: Place): Scope =>
  typeof scope === 'object' ? only(at.scope, scope) : at.scope

/** What a statement inside returns becomes names beside the others. */
const callSubquery: Advance<'call-subquery'> = (node, at, to) => {
  const scope = imported(node.scope, at)
  const after = to.clauses(node.clauses, startIn(scope))
  let names = at.scope
  for (const column of after.returned[0] ?? [])
    names = withName(names, column.name, node.optional ? nullableOf(column.type) : column.type)
  if (node.transactions !== undefined) names = transactions(node.transactions, names, to)
  return {
    ...moved(at, names),
    open: at.open === true || (after.returned.length > 0 && after.returned[0] === undefined),
  }
}

const transactions = (node: Transactions, names: Scope, to: Analysis): Scope => {
  const { concurrency, rows, seconds, disjoint, status } = node
  for (const count of [concurrency, rows]) if (typeof count === 'object') to.give(count, integer, names)
  if (seconds !== undefined) to.give(seconds, scalarType('number'), names)
  if (typeof disjoint === 'object') for (const each of disjoint) to.typeOf(each, names)
  return status === undefined ? names : withName(names, status, anyType)
}

/** Statements inside that are statements in their own right: what they return is returned. */
const inside = (clause: Clause, at: Place, to: Analysis): Place => {
  const { returned } = at
  return {
    ...at,
    returned: clausesIn(clause).reduce(
      (before, clauses) => [...before, ...to.clauses(clauses, startIn(at.scope)).returned],
      returned,
    ),
  }
}

const search: Advance<'search'> = (node, at, to) => {
  for (const each of [node.index, node.for, node.analyzer]) if (typeof each === 'object') to.typeOf(each, at.scope)
  for (const each of [node.skip, node.limit]) if (each !== undefined) to.give(each, integer, at.scope)
  if (node.where !== undefined) to.typeOf(node.where, at.scope)
  return node.score === undefined ? at : named(at, node.score, scalarType('float'))
}

/** What the statement before it returned is all that the next one sees, besides what stands around both. */
const next: Advance<'next'> = (_node, at) => {
  const columns = at.returned.length > 0 ? unionColumns(at.returned) : []
  let scope = at.given
  for (const { name, type } of columns ?? []) scope = withName(scope, name, type)
  return { ...startIn(scope), given: at.given, open: columns === undefined }
}

const callProcedure: Advance<'call-procedure'> = (node, at, to) => {
  for (const argument of node.arguments) to.typeOf(argument, at.scope)
  if (node.yields === undefined || node.yields === '*') return { ...at, before: undefined, open: true }
  return moved(
    at,
    node.yields.reduce((scope, { name, alias }) => withName(scope, alias ?? name, anyType), at.scope),
  )
}

const foreach: Advance<'foreach'> = (node, at, to) => {
  const list = to.typeOf(node.list, at.scope)
  to.clauses(
    node.clauses,
    named({ ...at, scope: nested(at.scope) }, node.variable, list.kind === 'list' ? list.of : anyType),
  )
}

const asIs: Advance<'prefix' | 'schema-command' | 'opaque'> = (node, at, to) => {
  for (const name of node.parameters ?? []) to.ask(name)
}

const count: Advance<'skip' | 'limit'> = (node, at, to) => to.give(node.count, integer, at.scope)

const advances: { readonly [K in Clause['kind']]: Advance<K> } = {
  match,
  let(node, at, to) {
    let { scope } = at
    for (const { variable, value } of node.items) scope = withName(scope, variable, to.typeOf(value, scope))
    return moved(at, scope)
  },
  filter(node, at, to) {
    to.typeOf(node.condition, at.scope)
  },
  next,
  finish() {},
  search,
  'load-csv'(node, at, to) {
    to.give(node.from, text, at.scope)
    return named(at, node.variable, node.headers ? anyType : listOf(nullableOf(text)))
  },
  conditional(node, at, to) {
    for (const { when } of node.branches) to.typeOf(when, at.scope)
    return inside(node, at, to)
  },
  block: inside,
  create: (node, at, to) => moved(at, to.patterns(node.patterns, at.scope, 'create')),
  merge: (node, at, to) => moved(at, to.patterns([node.pattern], at.scope)),
  where(node, at, to) {
    to.typeOf(node.condition, reach(at))
  },
  with: project,
  return: project,
  'group-by'(node, at, to) {
    if (node.keys !== 'all') for (const key of node.keys) to.typeOf(key, reach(at))
  },
  'order-by'(node, at, to) {
    for (const { expression } of node.items) {
      if (expression.kind !== 'variable') to.typeOf(expression, reach(at))
    }
  },
  skip: count,
  limit: count,
  unwind,
  set(node, at, to) {
    for (const item of node.items) setItem(item, at.scope, to)
  },
  remove(node, at, to) {
    for (const item of node.items) {
      if (item.kind === 'property') to.typeOf(item.target, at.scope)
      else for (const label of item.labels) scanLabels(label, at.scope, to)
    }
  },
  delete(node, at, to) {
    for (const item of node.items) to.typeOf(item, at.scope)
  },
  union: (_node, at) => ({ ...at, scope: at.outer, before: undefined }),
  'call-subquery': callSubquery,
  'call-procedure': callProcedure,
  foreach,
  prefix: asIs,
  'schema-command': asIs,
  opaque(node, at, to) {
    asIs(node, at, to)
    return { ...at, before: undefined, open: true }
  },
}

/** One clause further: the names after it, and what its parameters stand against. */
export const advance = (node: Clause, at: Place, to: Analysis): Place => {
  // The table pairs each kind with its own node type; the compiler cannot follow that through an index.
  const each = advances[node.kind] as (node: Clause, at: Place, to: Analysis) => Place | void
  return each(node, at, to) ?? at
}
