import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import { GraphError } from '../error/graph-error.ts'

type Conditional = Extract<Clause, { kind: 'conditional' }>

/** `WHEN … THEN …` with a branch more: one that has a condition, or the last one, which has none. */
export const branched = (
  last: Clause | undefined,
  clauses: readonly Clause[],
  when: Expression | undefined,
): { readonly clause: Conditional; readonly more: boolean } => {
  const before = last?.kind === 'conditional' ? last : undefined
  if (before?.otherwise !== undefined) throw new GraphError('USAGE', 'nothing follows otherwise()')
  const branches = before?.branches ?? []
  const more = before !== undefined
  if (when !== undefined)
    return { clause: { kind: 'conditional', branches: [...branches, { when, clauses }], otherwise: undefined }, more }
  if (!more) throw new GraphError('USAGE', 'otherwise() follows whenThen()')
  return { clause: { kind: 'conditional', branches, otherwise: clauses }, more }
}
