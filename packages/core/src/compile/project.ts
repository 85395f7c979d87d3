import type { Clause } from '../ast/clause.ts'
import type { NodeOf } from '../ast/node-of.ts'
import type { ValueType } from '../value/value-type.ts'
import type { Analysis } from './analysis.ts'
import { columnName } from './column-name.ts'
import type { Column } from './compiled-query.ts'
import type { Place } from './place.ts'
import type { Scope } from './rewrite-context.ts'

type Projection = NodeOf<Clause, 'with' | 'return'>

/** The names that a WITH or RETURN lets through, in order. `*` gives its names in the order of the alphabet. */
export const projected = (node: Projection, scope: Scope, to: Analysis): Map<string, ValueType> => {
  const out = new Map<string, ValueType>()
  if (node.star) for (const name of [...scope.keys()].sort()) out.set(name, scope.get(name) as ValueType) // one of its keys
  for (const item of node.items) out.set(columnName(item), to.typeOf(item.expression, scope))
  return out
}

/** WITH and RETURN: only what they name goes on. */
export const project = (node: Projection, at: Place, to: Analysis): Place => {
  const scope = projected(node, at.scope, to)
  const open = at.open === true && node.star
  const columns = open ? undefined : Array.from(scope, ([name, type]): Column => ({ name, type }))
  const returned = node.kind === 'with' ? at.returned : [...at.returned, columns]
  return { ...at, scope, before: at.scope, open, returned }
}
