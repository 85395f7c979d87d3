import type { Clause, ProjectionItem } from '../../ast/clause.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'

/** A column that holds something else than before under the name it had. */
const kept = (item: ProjectionItem, before: ProjectionItem | undefined, context: RewriteContext): ProjectionItem =>
  before === undefined || item.alias !== undefined || item.expression === before.expression
    ? item
    : { expression: item.expression, alias: context.columnName(before) }

/** Rows have the names of columns as they were written, though what a column holds is written another way. */
export const keptNames = (
  before: readonly Clause[],
  after: readonly Clause[],
  context: RewriteContext,
): readonly Clause[] => {
  if (before === after) return after
  return after.map((clause, i) => {
    const was = before[i]
    if (clause === was || clause.kind !== 'return' || was?.kind !== 'return') return clause
    return { ...clause, items: clause.items.map((item, at) => kept(item, was.items[at], context)) }
  })
}
