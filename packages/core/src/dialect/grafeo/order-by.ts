import type { Clause, ProjectionItem, SortItem } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import { mapList } from '../../ast/rewrite.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'
import { asksGraph } from './asks-graph.ts'
import { type Pass, scopeAt } from './block.ts'
import { holdsPatterns } from './holds-patterns.ts'
import { make } from './make.ts'
import { putNames } from './put-names.ts'

type Projection = Extract<Clause, { kind: 'with' | 'return' }>
type OrderBy = Extract<Clause, { kind: 'order-by' }>

/** An aggregate in ORDER BY is one of the columns, by its name. */
const byName = (item: SortItem, clause: Projection, context: RewriteContext): SortItem => {
  if (!context.aggregates(item.expression) && !asksGraph(item.expression)) return item
  const named = clause.items.map(({ expression, ...rest }) => ({
    expression,
    name: context.columnName({ expression, ...rest }),
  }))
  const expression = putNames(item.expression, named, context)
  return expression === item.expression ? item : { expression, descending: item.descending }
}

/** Columns under the names they have, as they are handed on by a second projection. */
const handedOn = (clause: Projection, context: RewriteContext): readonly ProjectionItem[] =>
  clause.items.map((item) => {
    const name = context.columnName(item)
    return { expression: make.name(name), alias: name }
  })

const named = (clause: Projection, context: RewriteContext): readonly ProjectionItem[] =>
  clause.items.map((item) => ({ expression: item.expression, alias: context.columnName(item) }))

type Asks = (node: Expression) => boolean

/** Whether the engine would ask the graph by names that are gone: after WITH it takes them for new ones. */
const asksByLostNames = (clause: Projection, before: Scope, context: RewriteContext): Asks => {
  const kept = new Set(clause.items.map((item) => context.columnName(item)))
  return (node) => {
    if (holdsPatterns(node)) return true
    if (clause.kind === 'return' || clause.star || !asksGraph(node)) return false
    return [...context.namesIn(node)].some((name) => before.has(name) && !kept.has(name))
  }
}

/** Sort expressions that ask the graph become columns of a WITH; the names they asked by are gone after it. */
const carried = (clause: Projection, items: readonly SortItem[], asks: Asks, context: RewriteContext) => {
  if (clause.star || clause.distinct || clause.items.some(({ expression }) => context.aggregates(expression))) {
    const instead = 'make it a column of a WITH before, and sort by its name'
    return context.refuse(
      'unprojected-names',
      'ORDER BY that asks the graph, after DISTINCT, * or an aggregate',
      instead,
    )
  }
  const extra: ProjectionItem[] = []
  const sorts = items.map((item): SortItem => {
    if (!asks(item.expression)) return item
    const alias = context.fresh('sorted')
    extra.push({ expression: item.expression, alias })
    return { expression: make.name(alias), descending: item.descending }
  })
  const before: Clause = { kind: 'with', distinct: false, star: false, items: [...named(clause, context), ...extra] }
  const after: Clause = { kind: clause.kind, distinct: false, star: false, items: handedOn(clause, context) }
  return { before, order: { kind: 'order-by', items: sorts } as const, after }
}

const changedOrder = (clause: Projection, order: OrderBy, context: RewriteContext): OrderBy => {
  const items = mapList(order.items, (item) => byName(item, clause, context))
  return items === order.items ? order : { kind: 'order-by', items }
}

/** ORDER BY as the engine takes it: aggregates by name, and nothing that asks the graph. */
export const orderBy: Pass = (clauses, { context, outer }) => {
  let scopes: readonly Scope[] | undefined
  let out: Clause[] | undefined
  let pending: Clause | undefined
  clauses.forEach((clause, i) => {
    if (pending !== undefined && clause.kind !== 'skip' && clause.kind !== 'limit') {
      out?.push(pending)
      pending = undefined
    }
    const owner = clauses[i - 1]
    if (clause.kind !== 'order-by' || (owner?.kind !== 'with' && owner?.kind !== 'return')) {
      out?.push(clause)
      return
    }
    const order = changedOrder(owner, clause, context)
    const before = (): Scope => scopeAt((scopes ??= context.scopes(clauses, outer)), i - 1)
    const any = order.items.some(({ expression }) => asksGraph(expression))
    const asks: Asks = any ? asksByLostNames(owner, before(), context) : () => false
    const carries = order.items.some(({ expression }) => asks(expression))
    if (order !== clause || carries) out ??= clauses.slice(0, i)
    if (!carries) {
      out?.push(order)
      return
    }
    const done = carried(owner, order.items, asks, context)
    out?.splice(-1, 1, done.before, done.order)
    pending = done.after
  })
  if (pending !== undefined) out?.push(pending)
  return out ?? clauses
}
