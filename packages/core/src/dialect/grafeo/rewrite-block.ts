import type { Clause } from '../../ast/clause.ts'
import { type Block, type Pass, scopeAt } from './block.ts'
import { columns } from './columns.ts'
import { counts } from './counts.ts'
import { createdPatterns } from './created-patterns.ts'
import { deleteItems } from './delete-items.ts'
import { entityColumns } from './entity-columns.ts'
import { floatWrites } from './float-writes.ts'
import { matchPatterns } from './match-patterns.ts'
import { nestedAggregates } from './nested-aggregates.ts'
import { optionalWhere } from './optional-where.ts'
import { orderBy } from './order-by.ts'
import { reprinted } from './reprinted.ts'
import { setItems } from './set-items.ts'
import { stars } from './stars.ts'
import { unwindLists } from './unwind-lists.ts'
import { withWhere } from './with-where.ts'

/** In this order: names are settled before what depends on them, columns are named last. */
const passes: readonly Pass[] = [
  matchPatterns,
  createdPatterns,
  optionalWhere,
  withWhere,
  nestedAggregates,
  orderBy,
  floatWrites,
  setItems,
  deleteItems,
  unwindLists,
  counts,
  entityColumns,
  reprinted,
  stars,
  columns,
]

/** CALL { … } and FOREACH with what is inside them rewritten, as blocks of their own. */
const inside = (clauses: readonly Clause[], block: Block): readonly Clause[] => {
  if (!clauses.some(({ kind }) => kind === 'call-subquery' || kind === 'foreach')) return clauses
  const scopes = block.context.scopes(clauses, block.outer)
  const changed = clauses.map((clause, i): Clause => {
    if (clause.kind !== 'call-subquery' && clause.kind !== 'foreach') return clause
    const outer = new Map(scopeAt(scopes, i))
    if (clause.kind === 'foreach') {
      const list = block.context.typeOf(clause.list, outer)
      outer.set(clause.variable, list.kind === 'list' ? list.of : { kind: 'any', nullable: true })
    }
    const inForeach = block.inForeach || clause.kind === 'foreach'
    const inner = rewriteBlock(clause.clauses, { ...block, outer, final: false, inForeach })
    if (inner === clause.clauses) return clause
    const { source: _, ...rest } = clause
    return { ...rest, clauses: inner }
  })
  return changed.every((clause, i) => clause === clauses[i]) ? clauses : changed
}

/** Runs every pass over a block, the blocks inside it first. */
export const rewriteBlock = (clauses: readonly Clause[], block: Block): readonly Clause[] =>
  passes.reduce((before, pass) => pass(before, block), inside(clauses, block))
