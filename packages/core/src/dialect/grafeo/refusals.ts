import type { Clause } from '../../ast/clause.ts'
import { mapExpression } from '../../ast/rewrite.ts'
import { walkClauses } from '../../ast/walk.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'
import { holdsPatterns } from './holds-patterns.ts'
import { refuseLacking } from '../refuse-lacking.ts'
import { lacks } from './lacks.ts'
import { stepsOf } from './steps.ts'
import type { Expression } from '../../ast/expression.ts'

/** The engine reads no more clauses than these in a row. */
const most = 128

const isAggregate = (node: Expression, context: RewriteContext): boolean =>
  node.kind === 'call' && context.aggregates(node) && !node.arguments.some((each) => context.aggregates(each))

/** An expression with nothing in its aggregates: what they are given is computed a row at a time. */
const outsideAggregates = (node: Expression, context: RewriteContext): Expression =>
  mapExpression(node, (each) =>
    isAggregate(each, context) && each.kind === 'call' ? { ...each, arguments: [] } : each,
  )

/** The expressions of a clause in which the engine takes no list of patterns. */
const elsewhere = (clause: Clause, context: RewriteContext): readonly Expression[] => {
  switch (clause.kind) {
    case 'with':
    case 'return': {
      const grouped = clause.items.some(({ expression }) => context.aggregates(expression))
      return grouped ? clause.items.map(({ expression }) => outsideAggregates(expression, context)) : []
    }
    case 'where':
      return [clause.condition]
    case 'unwind':
    case 'foreach':
      return [clause.list]
    case 'set':
      return clause.items.flatMap((item) => (item.kind === 'labels' ? [] : [item.value]))
    case 'create':
      return clause.patterns.flatMap((each) => stepsOf(each).flatMap(({ properties }) => properties ?? []))
    case 'merge':
      return stepsOf(clause.pattern).flatMap(({ properties }) => properties ?? [])
    default:
      return []
  }
}

const refuseClause = (clause: Clause, context: RewriteContext): void => {
  if (elsewhere(clause, context).some(holdsPatterns)) {
    const instead = 'give it a name first: WITH *, [(a)-->(b) | …] AS list; or ask EXISTS { … } or COUNT { … }'
    context.refuse(
      'pattern-comprehensions',
      'list of patterns outside WITH and RETURN, or beside an aggregate',
      instead,
    )
  }
}

const refuseNested = (node: Expression, context: RewriteContext): void => {
  if (node.kind !== 'pattern-comprehension') return
  if (holdsPatterns(node.yield) || (node.where !== undefined && holdsPatterns(node.where))) {
    const instead = 'write CALL (a) { MATCH (a)-->(b) RETURN collect(…) AS list }'
    context.refuse('pattern-comprehensions', 'list of patterns inside another', instead)
  }
}

/** Refuses, before anything is sent, what the engine lacks and no other way of writing replaces. */
export const refuseUnknown = (clauses: readonly Clause[], context: RewriteContext): void => {
  if (clauses.length > most) {
    context.refuse(
      'many-clauses',
      `${clauses.length} clauses`,
      `write at most ${most}, with UNWIND in place of repetition`,
    )
  }
  refuseLacking(clauses, lacks, context)
  walkClauses(clauses, {
    clause: (each) => refuseClause(each, context),
    expression: (each) => refuseNested(each, context),
  })
}
