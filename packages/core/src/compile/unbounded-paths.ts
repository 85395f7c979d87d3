import type { Clause } from '../ast/clause.ts'
import type { Pattern } from '../ast/pattern.ts'

const isOpen = ({ search, elements }: Pattern): boolean =>
  search === undefined &&
  elements.some((each) => each.kind === 'relationship' && each.length !== undefined && each.length.max === undefined)

/** Reports paths of any length, whose number grows with every relationship; a search for the shortest has an end. */
export const unboundedPaths = (clauses: readonly Clause[], report: (what: string) => void): void => {
  for (const clause of clauses) {
    if (clause.kind === 'call-subquery') unboundedPaths(clause.clauses, report)
    if (clause.kind === 'match' && clause.patterns.some(isOpen))
      report('MATCH follows paths of any length: give the longest, as in *1..5')
  }
}
