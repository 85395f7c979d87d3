import type { ProjectionItem } from '../../ast/clause.ts'
import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'
import { make } from './make.ts'

/** `*` with the names that the query itself has: those that a rewrite has added are left out. */
export const stars: Pass = eachClause((clause, scope, { context, added }) => {
  if ((clause.kind !== 'with' && clause.kind !== 'return') || !clause.star) return undefined
  const before = scope()
  if (![...added].some((name) => before.has(name))) return undefined
  const written = new Set(clause.items.map((item) => context.columnName(item)))
  const names = [...context.projected(clause, before).keys()].filter((name) => !added.has(name) && !written.has(name))
  const carried = names.map((name): ProjectionItem => ({ expression: make.name(name), alias: name }))
  return [{ kind: clause.kind, distinct: clause.distinct, star: false, items: [...carried, ...clause.items] }]
})
