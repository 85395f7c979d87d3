import type { ProjectionItem } from '../../ast/clause.ts'
import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'

/** Whether the engine gives a column the name that Motif gives it. */
const keepsName = (item: ProjectionItem): boolean => {
  const { expression, alias } = item
  if (alias !== undefined || expression.kind === 'variable') return true
  if (expression.kind !== 'property' || expression.of.kind !== 'variable') return false
  return expression.source === `${expression.of.name}.${expression.key}`
}

/**
 * Every computed column gets an AS: without it the engine spells the name in its own way, and beside an aggregate it
 * gives bare ids for nodes. WITH asks for one anyway, and the engine for it too.
 */
export const columns: Pass = eachClause((clause, _scope, { context }) => {
  if (clause.kind !== 'return') return undefined
  const aggregates = clause.items.some(({ expression }) => context.aggregates(expression))
  const named = (item: ProjectionItem): ProjectionItem => {
    const plain = item.expression.kind === 'variable' || (keepsName(item) && !aggregates)
    return item.alias !== undefined || plain ? item : { expression: item.expression, alias: context.columnName(item) }
  }
  const items = clause.items.map(named)
  if (items.every((item, i) => item === clause.items[i])) return undefined
  return [{ kind: clause.kind, distinct: clause.distinct, star: clause.star, items }]
})
