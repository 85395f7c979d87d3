import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { RewriteContext, Scope } from '../compile/rewrite-context.ts'
import type { Spelling } from './spelling.ts'
import { changeExpression } from './grafeo/change-expression.ts'
import { filterPositions } from './grafeo/filter-positions.ts'
import { keptNames } from './grafeo/kept-names.ts'
import { lacks } from './grafeo/lacks.ts'
import { refuseUnknown } from './grafeo/refusals.ts'
import { remembering } from './grafeo/remembering.ts'
import { reservedWords } from './grafeo/reserved-words.ts'
import { rewriteBlock } from './grafeo/rewrite-block.ts'
import { changeSubquery } from './grafeo/subquery.ts'
import { inOlderWords } from './older.ts'

const rewrite = (statement: readonly Clause[], given: RewriteContext): readonly Clause[] => {
  const clauses = inOlderWords(statement, lacks)
  refuseUnknown(clauses, given)
  const { context, added } = remembering(given)
  const filters = filterPositions(clauses)
  const change = (node: Expression, scope: Scope): Expression => {
    const place = { scope, context, filters: filters.has(node) }
    if (node.kind !== 'subquery') return changeExpression(node, place)
    const inner = rewriteBlock(node.clauses, { context, outer: scope, final: false, inForeach: false, added })
    return changeSubquery(inner === node.clauses ? node : { kind: 'subquery', name: node.name, clauses: inner }, place)
  }
  const changed = keptNames(clauses, context.mapExpressions(clauses, change), context)
  return rewriteBlock(changed, { context, outer: undefined, final: true, inForeach: false, added })
}

/** How Grafeo 0.6 spells Cypher. */
export const grafeo: Spelling = { name: 'grafeo', lacks, reserved: reservedWords, rewrite }
