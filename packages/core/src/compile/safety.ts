import type { Clause } from '../ast/clause.ts'
import { GraphError } from '../error/graph-error.ts'

type Match = Extract<Clause, { kind: 'match' }>

/** Nodes alone, at most with labels: the pattern takes every node there is of them. */
const takesAll = ({ patterns }: Match): boolean =>
  patterns.every(({ elements }) =>
    elements.every(
      (element) => element.kind === 'node' && element.properties === undefined && element.where === undefined,
    ),
  )

const narrows = ({ kind }: Clause): boolean =>
  kind === 'where' || kind === 'limit' || kind === 'skip' || kind === 'unwind'

const word = (clause: Clause): string | undefined => {
  if (clause.kind === 'delete') return clause.detach ? 'DETACH DELETE' : 'DELETE'
  if (clause.kind === 'set' && clause.on === undefined) return 'SET'
  return clause.kind === 'remove' ? 'REMOVE' : undefined
}

/**
 * Refuses DELETE, SET and REMOVE over a MATCH that nothing narrows: no condition, no properties, no relationship, no
 * LIMIT. What CREATE or MERGE made may be changed freely.
 *
 * @throws GraphError USAGE naming `.all()`, which says that every node is meant.
 */
export const refuseUnfiltered = (clauses: readonly Clause[]): void => {
  let wide = false
  for (const clause of clauses) {
    if (clause.kind === 'match') wide = takesAll(clause)
    else if (narrows(clause) || clause.kind === 'merge' || clause.kind === 'create' || clause.kind === 'union')
      wide = false
    else if (clause.kind === 'call-subquery') refuseUnfiltered(clause.clauses)
    const written = wide ? word(clause) : undefined
    if (written !== undefined) {
      throw new GraphError(
        'USAGE',
        `${written} would reach every node of its MATCH: add a condition, or say .all() if that is meant`,
      )
    }
  }
}
