import type { Clause } from '../ast/clause.ts'

/** The lists of clauses that stand in a clause, those in its expressions left out. */
export const clausesIn = (clause: Clause): readonly (readonly Clause[])[] => {
  if (clause.kind !== 'conditional') return 'clauses' in clause ? [clause.clauses] : []
  const { branches, otherwise } = clause
  return [...branches.map((branch) => branch.clauses), ...(otherwise === undefined ? [] : [otherwise])]
}
