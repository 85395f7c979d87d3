import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import { type Change, changeBelow, changeClause, changePattern, mapList } from '../ast/rewrite.ts'
import type { Analysis } from './analysis.ts'
import { inside } from './inside.ts'
import { nested, withName } from './names.ts'
import type { RewriteContext, Scope } from './rewrite-context.ts'

interface Mapping {
  readonly change: (expression: Expression, scope: Scope) => Expression
  readonly to: Analysis
  readonly scopes: RewriteContext['scopes']
}

/** Changes below something whose own names are `inner`, where the names around it are `scope`. */
const below = (scope: Scope, inner: Scope, mapping: Mapping): Change => ({
  expression: (child, bound) => mapExpression(child, bound ? inner : scope, mapping),
  pattern: (child) => changePattern(child, below(inner, inner, mapping)),
  clauses: (children, bound) => mapInScope(children, mapping, bound ? inner : scope),
})

const mapExpression = (node: Expression, scope: Scope, mapping: Mapping): Expression =>
  mapping.change(changeBelow(node, below(scope, inside(node, scope, mapping.to), mapping)), scope)

/** The names a clause binds for what stands in it: those of its patterns, and of FOREACH. */
const innerOf = (clause: Clause, scope: Scope, mapping: Mapping): Scope => {
  if (clause.kind === 'match' || clause.kind === 'create') {
    return mapping.to.patterns(clause.patterns, nested(scope))
  }
  if (clause.kind === 'merge') return mapping.to.patterns([clause.pattern], nested(scope))
  if (clause.kind !== 'foreach') return scope
  const list = mapping.to.typeOf(clause.list, scope)
  return withName(nested(scope), clause.variable, list.kind === 'list' ? list.of : { kind: 'any', nullable: true })
}

/** Rewrites every expression of the clauses from its leaves up, with the names in reach of each. */
export const mapInScope = (clauses: readonly Clause[], mapping: Mapping, outer?: Scope): readonly Clause[] => {
  const scopes = mapping.scopes(clauses, outer)
  let i = 0
  return mapList(clauses, (clause) => {
    const scope = scopes[i++] as Scope // one for each clause
    return changeClause(clause, below(scope, innerOf(clause, scope, mapping), mapping))
  })
}
