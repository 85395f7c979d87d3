import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'
import { make } from './make.ts'
import { splitPattern } from './patterns.ts'

/** MATCH with patterns the engine understands; what they asked for besides goes into WHERE. */
export const matchPatterns: Pass = eachClause((clause, _scope, { context }) => {
  if (clause.kind !== 'match') return undefined
  const conditions: Expression[] = []
  const patterns = clause.patterns.map((each) => {
    const split = splitPattern(each, context)
    conditions.push(...split.conditions)
    return split.pattern
  })
  const same = patterns.every((pattern, i) => pattern === clause.patterns[i])
  const condition = make.all(conditions)
  const match: Clause = same ? clause : { kind: 'match', optional: clause.optional, patterns }
  if (condition === undefined) return same ? undefined : [match]
  return [match, { kind: 'where', condition }]
})
