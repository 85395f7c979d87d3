import type { Clause } from '../ast/clause.ts'
import type { Pattern } from '../ast/pattern.ts'
import { clausesIn } from './clauses-in.ts'

const isOpen = ({ search, selector, elements }: Pattern): boolean =>
  search === undefined &&
  selector?.kind.includes('shortest') !== true &&
  elements.some((each) => {
    if (each.kind === 'node') return false
    const often = each.kind === 'group' ? each.quantifier : (each.length ?? each.quantifier)
    return (often !== undefined && often.max === undefined) || (each.kind === 'group' && isOpen(each.pattern))
  })

/** Reports paths of any length, whose number grows with every relationship; a search for the shortest has an end. */
export const unboundedPaths = (clauses: readonly Clause[], report: (what: string) => void): void => {
  for (const clause of clauses) {
    for (const inner of clausesIn(clause)) unboundedPaths(inner, report)
    if (clause.kind === 'match' && clause.patterns.some(isOpen))
      report('MATCH follows paths of any length: give the longest, as in *1..5')
  }
}
