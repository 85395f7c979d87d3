import type { Clause } from '../ast/clause.ts'
import type { Analysis } from './analysis.ts'
import { reach, startIn } from './place.ts'
import type { Scope } from './rewrite-context.ts'

/** What follows a projection and sees the names before it. */
const looksBack: ReadonlySet<Clause['kind']> = new Set(['where', 'order-by', 'skip', 'limit', 'group-by'] as const)

/** The names in scope before each clause, and after the last. */
export const scopesOf = (clauses: readonly Clause[], outer: Scope | undefined, to: Analysis): readonly Scope[] => {
  let place = startIn(outer)
  const scopes: Scope[] = []
  for (const clause of clauses) {
    scopes.push(looksBack.has(clause.kind) ? reach(place) : place.scope)
    place = to.clauses([clause], place)
  }
  scopes.push(place.scope)
  return scopes
}
