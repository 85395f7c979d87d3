import type { Clause, ProjectionItem, SortItem } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import { walkExpression } from '../../ast/walk.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'
import type { Pass } from './block.ts'
import { make } from './make.ts'
import { type Named, putNames } from './put-names.ts'
import { sameTree } from './same-tree.ts'

type Projection = Extract<Clause, { kind: 'with' | 'return' }>
type Call = Extract<Expression, { kind: 'call' }>

/** Where the engine refuses an aggregate; it takes one inside operators, functions and CASE. */
const shut: ReadonlySet<Expression['kind']> = new Set(['map', 'map-projection', 'list', 'slice', 'index', 'property'])

/** What is computed once in an expression that computes the rest for each element, where no aggregate may stand. */
const once = (node: Expression): readonly Expression[] | undefined => {
  if (node.kind === 'list-comprehension' || node.kind === 'quantifier') return [node.in]
  return node.kind === 'reduce' ? [node.initial, node.in] : undefined
}

/** The aggregate calls of an expression, the innermost alone. */
const aggregatesOf = (node: Expression, context: RewriteContext): readonly Call[] => {
  const found: Call[] = []
  walkExpression(node, {
    expression: (each) => {
      const parts = once(each)
      for (const part of parts ?? []) found.push(...aggregatesOf(part, context))
      if (parts !== undefined) return false
      if (each.kind === 'subquery' || each.kind === 'pattern-comprehension') return false
      if (each.kind !== 'call' || !context.aggregates(each)) return true
      if (each.arguments.some((argument) => context.aggregates(argument))) return true
      found.push(each)
      return false
    },
  })
  return found
}

const isNested = (node: Expression, context: RewriteContext): boolean => {
  let nested = false
  walkExpression(node, {
    expression: (each) => {
      const parts = once(each)
      nested ||=
        parts === undefined
          ? shut.has(each.kind) && context.aggregates(each)
          : parts.some((part) => context.aggregates(part))
      if (parts !== undefined) return false
      // What stands inside an aggregate is computed a row at a time, so anything may.
      return !nested && !(each.kind === 'call' && aggregatesOf(each, context)[0] === each)
    },
  })
  return nested
}

interface Split {
  readonly groups: readonly Named[]
  readonly aggregates: readonly Named[]
}

const splitOf = (clause: Projection, sorts: readonly SortItem[], context: RewriteContext): Split => {
  const groups: Named[] = []
  const aggregates: Named[] = []
  for (const item of clause.items) {
    if (!context.aggregates(item.expression))
      groups.push({ expression: item.expression, name: context.columnName(item) })
  }
  for (const { expression } of [...clause.items, ...sorts]) {
    for (const call of aggregatesOf(expression, context)) {
      if (!aggregates.some((each) => sameTree(each.expression, call))) {
        aggregates.push({ expression: call, name: context.fresh('aggregate') })
      }
    }
  }
  return { groups, aggregates }
}

const items = (named: readonly Named[]): readonly ProjectionItem[] =>
  named.map(({ expression, name }) => ({ expression, alias: name }))

/** An expression over groups and aggregates, by their names. */
const over = (node: Expression, { groups, aggregates }: Split, context: RewriteContext): Expression => {
  const changed = putNames(putNames(node, aggregates, context), groups, context)
  const known = new Set([...groups, ...aggregates].map(({ name }) => name))
  const lost = [...context.namesIn(changed)].filter((name) => !known.has(name))
  if (lost.length > 0) {
    const instead = 'make it a column of a WITH of its own first'
    context.refuse(
      'nested-aggregates',
      `aggregate inside a map or list beside ${lost.join(', ')}, which is no column`,
      instead,
    )
  }
  return changed
}

const split = (clause: Projection, sorts: readonly SortItem[], context: RewriteContext) => {
  if (clause.star) {
    context.refuse('nested-aggregates', '* beside an aggregate inside a map or list', 'name the columns')
  }
  const parts = splitOf(clause, sorts, context)
  const columns = clause.items.map((item): ProjectionItem => {
    const alias = context.columnName(item)
    const expression = context.aggregates(item.expression) ? over(item.expression, parts, context) : make.name(alias)
    return { expression, alias }
  })
  const before: Clause = {
    kind: 'with',
    distinct: false,
    star: false,
    items: [...items(parts.groups), ...items(parts.aggregates)],
  }
  const named: readonly Named[] = [...parts.aggregates, ...parts.groups]
  const order = sorts.map((sort): SortItem => ({ ...sort, expression: putNames(sort.expression, named, context) }))
  return {
    before,
    clause: { kind: clause.kind, distinct: clause.distinct, star: false, items: columns } as Clause,
    order,
  }
}

const withoutSource = ({ expression, descending, nulls }: SortItem): SortItem => ({ expression, descending, nulls })

/** Aggregates inside maps, lists and slices get a WITH of their own before the clause. */
export const nestedAggregates: Pass = (clauses, { context }) => {
  let out: Clause[] | undefined
  let order: readonly SortItem[] | undefined
  clauses.forEach((clause, i) => {
    if (clause.kind === 'order-by' && order !== undefined) {
      out?.push({ kind: 'order-by', items: order.map(withoutSource) })
      order = undefined
      return
    }
    order = undefined
    const projects = clause.kind === 'with' || clause.kind === 'return'
    if (!projects || !clause.items.some(({ expression }) => isNested(expression, context))) {
      out?.push(clause)
      return
    }
    const next = clauses[i + 1]
    const done = split(clause, next?.kind === 'order-by' ? next.items : [], context)
    out ??= clauses.slice(0, i)
    out.push(done.before, done.clause)
    order = done.order
  })
  return out ?? clauses
}
