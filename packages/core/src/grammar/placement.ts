import type { Clause } from '../ast/clause.ts'
import { OPENING } from './passed-through.ts'
import { words } from '../value/words.ts'

const FILTERED = words('match with call-procedure prefix search')
const ORDERING = words('order-by skip limit group-by')
const AFTER_RETURN = words('order-by skip limit group-by union next')
const NEVER_FIRST = words('where order-by skip limit group-by union search next')
/** What begins a statement, or a part of one. */
const FIRST = words('conditional block')
const BEFORE_FIRST = words('prefix union next')

const wherePlaced = (before: readonly Clause[]): string | undefined => {
  const previous = before.at(-1)
  if (previous?.kind === 'where') return 'a second WHERE: join the two conditions by AND'
  const owner = before.findLast(({ kind }) => !ORDERING.has(kind))
  const fits = owner === previous || owner?.kind === 'with'
  return fits && owner !== undefined && FILTERED.has(owner.kind)
    ? undefined
    : 'WHERE follows MATCH, OPTIONAL MATCH, WITH or CALL … YIELD'
}

/** Why a clause that is tied to another may not stand where it does. */
const tied = (clause: Clause, previous: Clause | undefined): string | undefined => {
  if (clause.kind === 'set' && clause.on !== undefined) {
    const fits = previous?.kind === 'merge' || (previous?.kind === 'set' && previous.on !== undefined)
    return fits ? undefined : 'ON CREATE SET and ON MATCH SET follow MERGE'
  }
  if (clause.kind === 'search')
    return previous?.kind === 'match' || previous?.kind === 'where' ? undefined : 'SEARCH follows MATCH'
  const name = clause.kind === 'prefix' ? clause.name : clause.kind === 'conditional' ? 'WHEN' : 'a brace'
  if (!OPENING.has(name) && !FIRST.has(clause.kind)) return undefined
  const fits = previous === undefined || BEFORE_FIRST.has(previous.kind)
  return fits ? undefined : `${name} begins a statement`
}

/**
 * Why a clause may not follow others, or come first; `undefined` if it may. Only what a slip of the pen makes: an engine
 * knows the rest.
 *
 * @example
 * misplaced(where, [], false) // 'a statement does not begin with WHERE'
 */
export const misplaced = (clause: Clause, before: readonly Clause[], returned: boolean): string | undefined => {
  const previous = before.at(-1)
  const problem = tied(clause, previous)
  if (problem !== undefined) return problem
  if (clause.kind === 'schema-command' && previous !== undefined && previous.kind !== 'prefix')
    return 'a schema command stands alone'
  if (previous === undefined || previous.kind === 'union' || previous.kind === 'next') {
    const fits = !NEVER_FIRST.has(clause.kind) || (previous?.kind === 'next' && ORDERING.has(clause.kind))
    return fits ? undefined : `a statement does not begin with ${clause.kind.toUpperCase().replace('-', ' ')}`
  }
  if (clause.kind === 'where') return wherePlaced(before)
  return returned && !AFTER_RETURN.has(clause.kind)
    ? 'nothing but ORDER BY, SKIP, LIMIT, UNION and NEXT follows RETURN'
    : undefined
}
