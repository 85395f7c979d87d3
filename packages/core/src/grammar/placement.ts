import type { Clause } from '../ast/clause.ts'
import { OPENING } from './passed-through.ts'
import { words } from '../value/words.ts'

const FILTERED = words('match with call-procedure prefix')
const AFTER_RETURN = words('order-by skip limit union')
const NEVER_FIRST = words('where order-by skip limit union')

const wherePlaced = (previous: Clause): string | undefined => {
  if (previous.kind === 'where') return 'a second WHERE: join the two conditions by AND'
  return FILTERED.has(previous.kind) ? undefined : 'WHERE follows MATCH, OPTIONAL MATCH, WITH or CALL … YIELD'
}

/** Why a clause that is tied to another may not stand where it does. */
const tied = (clause: Clause, previous: Clause | undefined): string | undefined => {
  if (clause.kind === 'set' && clause.on !== undefined) {
    const fits = previous?.kind === 'merge' || (previous?.kind === 'set' && previous.on !== undefined)
    return fits ? undefined : 'ON CREATE SET and ON MATCH SET follow MERGE'
  }
  if (clause.kind !== 'prefix' || !OPENING.has(clause.name)) return undefined
  const fits = previous === undefined || previous.kind === 'prefix' || previous.kind === 'union'
  return fits ? undefined : `${clause.name} begins a statement`
}

/**
 * Why a clause may not follow another, or come first; `undefined` if it may. Only what a slip of the pen makes: an engine
 * knows the rest.
 *
 * @example
 * misplaced(where, undefined, false) // 'a statement does not begin with WHERE'
 */
export const misplaced = (clause: Clause, previous: Clause | undefined, returned: boolean): string | undefined => {
  const problem = tied(clause, previous)
  if (problem !== undefined) return problem
  if (previous === undefined) {
    return NEVER_FIRST.has(clause.kind)
      ? `a statement does not begin with ${clause.kind.toUpperCase().replace('-', ' ')}`
      : undefined
  }
  if (clause.kind === 'schema-command' && previous.kind !== 'prefix') return 'a schema command stands alone'
  if (clause.kind === 'where') return wherePlaced(previous)
  return returned && !AFTER_RETURN.has(clause.kind)
    ? 'nothing but ORDER BY, SKIP, LIMIT and UNION follows RETURN'
    : undefined
}
