import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { Pattern } from '../../ast/pattern.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'
import { asksGraph } from './asks-graph.ts'
import { type Pass, scopeAt } from './block.ts'
import { conjuncts } from './conjuncts.ts'
import { make } from './make.ts'
import { stepsOf } from './steps.ts'

type Match = Extract<Clause, { kind: 'match' }>

/** A name that the patterns bind and nothing before them, and the clause with that name in it. */
const boundBy = (clause: Match, before: Scope, context: RewriteContext): readonly [name: string, clause: Match] => {
  const elements = clause.patterns.flatMap(stepsOf)
  const isNew = (name: string | undefined): name is string => name !== undefined && !before.has(name)
  const named = [...elements]
    .sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
    .find(({ variable }) => isNew(variable))
  if (named?.variable !== undefined) return [named.variable, clause]
  const open = elements.find(({ variable }) => variable === undefined)
  if (open === undefined) {
    return context.refuse(
      'optional-where',
      'OPTIONAL MATCH of known names … WHERE EXISTS { … }',
      'leave the name of the relationship out',
    )
  }
  const name = context.fresh('found')
  const patterns = clause.patterns.map((pattern): Pattern => {
    const steps = stepsOf(pattern)
    if (!steps.includes(open)) return pattern
    const named = steps.map((element) => (element === open ? { ...element, variable: name } : element))
    return { variable: pattern.variable, search: pattern.search, elements: named }
  })
  return [name, { kind: 'match', optional: true, patterns }]
}

/** A path that shares no name with what is before it is looked for on its own, and the engine asks the graph too early. */
const refuseApart = (clause: Match, condition: Expression, before: Scope, context: RewriteContext): void => {
  const isApart = (pattern: Pattern): boolean =>
    !stepsOf(pattern).some(({ variable }) => variable !== undefined && before.has(variable))
  if (!clause.patterns.some(isApart) || ![...context.namesIn(condition)].some((name) => before.has(name))) return
  const what = 'OPTIONAL MATCH of a path on its own … WHERE EXISTS { … } with names from before it'
  context.refuse('optional-where', what, 'put the path that EXISTS asks for into the OPTIONAL MATCH')
}

const isOptional = (clause: Clause): clause is Match => clause.kind === 'match' && clause.optional

/**
 * The engine drops the row of an OPTIONAL MATCH whose WHERE asks the graph and is not met; after `x IS NULL OR`, which
 * never holds of a name just found, it keeps the row.
 */
export const optionalWhere: Pass = (clauses, { context, outer }) => {
  let scopes: readonly Scope[] | undefined
  const out: Clause[] = []
  let changed = false
  let match = -1
  clauses.forEach((clause, i) => {
    if (clause.kind !== 'where') match = isOptional(clause) ? out.length : -1
    const owner = out[match]
    if (clause.kind !== 'where' || owner === undefined || !isOptional(owner) || !asksGraph(clause.condition)) {
      out.push(clause)
      return
    }
    const start = clauses.findLastIndex((each, at) => at < i && each.kind === 'match')
    const before = scopeAt((scopes ??= context.scopes(clauses, outer)), start)
    const [name, named] = boundBy(owner, before, context)
    for (const each of conjuncts(clause.condition)) if (asksGraph(each)) refuseApart(owner, each, before, context)
    out[match] = named
    const guarded = conjuncts(clause.condition).map((each) =>
      asksGraph(each) ? make.binary(make.isNull(make.name(name)), 'OR', each) : each,
    )
    out.push({ kind: 'where', condition: make.all(guarded) ?? clause.condition })
    changed = true
  })
  return changed ? out : clauses
}
