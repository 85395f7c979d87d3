import type { Clause, SetItem } from '../ast/clause.ts'
import type { NodeOf } from '../ast/node-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, nullableOf, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { project } from './project.ts'
import { type Place, startIn } from './place.ts'
import type { Scope } from './rewrite-context.ts'

type Advance<K extends Clause['kind']> = (node: NodeOf<Clause, K>, at: Place, to: Analysis) => Place | void

const integer = scalarType('integer')

/** The place with another scope. */
const moved = (at: Place, scope: Scope): Place => ({ ...at, scope, before: undefined })

/** The names an expression may use: after a projection also those before it. */
const reach = (at: Place): Scope => (at.before === undefined ? at.scope : new Map([...at.before, ...at.scope]))

const withName = (at: Place, name: string, type: ValueType): Place => moved(at, new Map(at.scope).set(name, type))

const match: Advance<'match'> = (node, at, to) =>
  moved(at, to.patterns(node.patterns, at.scope, node.optional ? 'optional' : undefined))

const setItem = (item: SetItem, scope: Scope, to: Analysis): void => {
  if (item.kind === 'property') to.give(item.value, to.typeOf(item.target, scope), scope)
  else if (item.kind !== 'labels')
    to.give(item.value, to.bag(scope.get(item.variable) ?? anyType, item.kind === 'merge'), scope)
}

const unwind: Advance<'unwind'> = (node, at, to) => {
  const { list } = node
  if (list.kind === 'parameter' || list.kind === 'value') return withName(at, node.variable, to.unwind(list))
  const type = to.typeOf(list, at.scope)
  return withName(at, node.variable, type.kind === 'list' ? type.of : anyType)
}

const imported = (scope: readonly string[] | '*' | undefined, at: Place): Scope =>
  Array.isArray(scope) ? new Map([...at.scope].filter(([name]) => scope.includes(name))) : at.scope

const callSubquery: Advance<'call-subquery'> = (node, at, to) => {
  const scope = imported(node.scope, at)
  const after = to.clauses(node.clauses, startIn(scope))
  const names = new Map(at.scope)
  for (const column of after.returned[0] ?? [])
    names.set(column.name, node.optional ? nullableOf(column.type) : column.type)
  return {
    ...moved(at, names),
    open: at.open === true || (after.returned.length > 0 && after.returned[0] === undefined),
  }
}

const callProcedure: Advance<'call-procedure'> = (node, at, to) => {
  for (const argument of node.arguments) to.typeOf(argument, at.scope)
  if (node.yields === undefined || node.yields === '*') return { ...at, before: undefined, open: true }
  return moved(
    at,
    new Map([...at.scope, ...node.yields.map(({ name, alias }): [string, ValueType] => [alias ?? name, anyType])]),
  )
}

const foreach: Advance<'foreach'> = (node, at, to) => {
  const list = to.typeOf(node.list, at.scope)
  to.clauses(node.clauses, withName(at, node.variable, list.kind === 'list' ? list.of : anyType))
}

const asIs: Advance<'prefix' | 'schema-command' | 'opaque'> = (node, at, to) => {
  for (const name of node.parameters ?? []) to.ask(name)
}

const count: Advance<'skip' | 'limit'> = (node, at, to) => to.give(node.count, integer, at.scope)

const advances: { readonly [K in Clause['kind']]: Advance<K> } = {
  match,
  create: (node, at, to) => moved(at, to.patterns(node.patterns, at.scope, 'create')),
  merge: (node, at, to) => moved(at, to.patterns([node.pattern], at.scope)),
  where(node, at, to) {
    to.typeOf(node.condition, reach(at))
  },
  with: project,
  return: project,
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
    for (const item of node.items) if (item.kind === 'property') to.typeOf(item.target, at.scope)
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
