import type { Clause, ProjectionItem } from '../ast/clause.ts'
import { changeBelow, changeClause, changePattern, mapList } from '../ast/rewrite.ts'
import { columnName } from './column-name.ts'
import { only } from './names.ts'
import type { RewriteContext, Scope } from './rewrite-context.ts'

type Projection = Extract<Clause, { kind: 'with' | 'return' }>

const isProjection = (clause: Clause): clause is Projection => clause.kind === 'with' || clause.kind === 'return'

const listed = (clause: Projection, scope: Scope, hidden: ReadonlySet<string>): Clause => {
  if (!clause.star || ![...hidden].some((name) => scope.has(name))) return clause
  const { source: _, ...rest } = clause
  const own = new Set([...hidden, ...clause.items.map(columnName)])
  const names = [...scope.keys()].filter((name) => !own.has(name)).sort()
  const items = names.map((name): ProjectionItem => ({ expression: { kind: 'variable', name }, alias: undefined }))
  return { ...rest, star: false, items: [...items, ...clause.items] }
}

const inside = (clause: Clause, scope: Scope): Scope => {
  const { scope: imported } = clause.kind === 'call-subquery' ? clause : { scope: '*' as const }
  return typeof imported === 'object' ? only(scope, imported) : scope
}

/** The statement with `*` written out where it would let through names that were added to it. */
export const withoutNames = (
  clauses: readonly Clause[],
  hidden: ReadonlySet<string>,
  scopesOf: RewriteContext['scopes'],
  outer?: Scope,
): readonly Clause[] => {
  const scopes = scopesOf(clauses, outer)
  let at = 0
  return mapList(clauses, (clause) => {
    const scope = scopes[at++] as Scope // one for each clause
    const to: Parameters<typeof changeClause>[1] = {
      expression: (node) => changeBelow(node, to),
      pattern: (node) => changePattern(node, to),
      clauses: (nodes) => withoutNames(nodes, hidden, scopesOf, inside(clause, scope)),
    }
    return changeClause(isProjection(clause) ? listed(clause, scope, hidden) : clause, to)
  })
}
