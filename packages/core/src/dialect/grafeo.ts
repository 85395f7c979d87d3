import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { RewriteContext, Scope } from '../compile/rewrite-context.ts'
import type { Dialect } from './dialect.ts'
import { capabilities } from './grafeo/capabilities.ts'
import { changeExpression } from './grafeo/change-expression.ts'
import { filterPositions } from './grafeo/filter-positions.ts'
import { refuseUnknown } from './grafeo/refusals.ts'
import { reservedWords } from './grafeo/reserved-words.ts'
import { rewriteBlock } from './grafeo/rewrite-block.ts'
import { changeSubquery } from './grafeo/subquery.ts'

const rewrite = (clauses: readonly Clause[], context: RewriteContext): readonly Clause[] => {
  refuseUnknown(clauses, context)
  const filters = filterPositions(clauses)
  const change = (node: Expression, scope: Scope): Expression => {
    const place = { scope, context, filters: filters.has(node) }
    if (node.kind !== 'subquery') return changeExpression(node, place)
    const inner = rewriteBlock(node.clauses, { context, outer: scope, final: false, inForeach: false })
    return changeSubquery(inner === node.clauses ? node : { kind: 'subquery', name: node.name, clauses: inner }, place)
  }
  const changed = context.mapExpressions(clauses, change)
  return rewriteBlock(changed, { context, outer: undefined, final: true, inForeach: false })
}

/**
 * Cypher as Grafeo 0.6 reads it. What it answers wrongly is written another way with the same meaning, or refused with
 * UNSUPPORTED_FEATURE; what depends on the data alone is listed in docs/engines.md.
 *
 * @example
 * compile(parseStatement('MATCH (n:User) RETURN sum(n.age) AS s'), { dialect: grafeo })
 * // MATCH (n:User)
 * // RETURN coalesce(sum(n.age), 0) AS s
 */
export const grafeo: Dialect = { name: 'grafeo', capabilities, reserved: reservedWords, rewrite }
