import { bare } from './bare.ts'
import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'

/** SKIP and LIMIT take a literal or a parameter, and OFFSET is spelled SKIP. */
export const counts: Pass = eachClause((clause, _scope, { context }) => {
  if (clause.kind !== 'skip' && clause.kind !== 'limit') return undefined
  const count = bare(clause.count)
  const word = clause.kind.toUpperCase()
  const plain =
    count.kind === 'parameter' ||
    count.kind === 'value' ||
    (count.kind === 'literal' && typeof count.value === 'number')
  if (!plain)
    context.refuse(
      'skip-limit-expressions',
      `${word} of an expression`,
      'compute the number first and pass it as a parameter',
    )
  const asWritten = clause.source === undefined || clause.source.toUpperCase().startsWith(word)
  return asWritten ? undefined : [{ kind: clause.kind, count: clause.count }]
})
