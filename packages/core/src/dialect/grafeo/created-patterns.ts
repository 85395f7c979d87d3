import type { Clause, SetItem } from '../../ast/clause.ts'
import type { Pattern } from '../../ast/pattern.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'
import { bare } from './bare.ts'
import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'
import { type Step, stepsOf } from './steps.ts'

/** `CREATE (n $map)`: the properties are set after it. */
const withoutMap = (element: Step, context: RewriteContext, items: SetItem[]): Step => {
  const { properties } = element
  if (properties === undefined || properties.kind === 'map') return element
  const variable = element.variable ?? context.fresh('created')
  items.push({ kind: 'replace', variable, value: properties })
  return { ...element, variable, properties: undefined }
}

const refusePath = (pattern: Pattern, word: string, context: RewriteContext): void => {
  if (pattern.variable === undefined) return
  if (word === 'MERGE' && pattern.elements.length > 1) return
  context.refuse('path-variables', `${word} ${pattern.variable} = (…)`, 'MATCH the path after it')
}

const hasAmpersand = (pattern: Pattern): boolean => pattern.source?.includes('&') === true

const create = (
  clause: Extract<Clause, { kind: 'create' }>,
  context: RewriteContext,
): readonly Clause[] | undefined => {
  const items: SetItem[] = []
  const patterns = clause.patterns.map((pattern): Pattern => {
    refusePath(pattern, 'CREATE', context)
    const elements = stepsOf(pattern).map((element) => withoutMap(element, context, items))
    const same = elements.every((element, i) => element === pattern.elements[i]) && !hasAmpersand(pattern)
    return same ? pattern : { variable: pattern.variable, search: undefined, elements }
  })
  if (patterns.every((pattern, i) => pattern === clause.patterns[i])) return undefined
  const created: Clause = { kind: 'create', patterns }
  return items.length === 0 ? [created] : [created, { kind: 'set', on: undefined, items }]
}

const isNull = (element: Step): boolean =>
  element.properties?.kind === 'map' &&
  element.properties.entries.some(({ value }) => {
    const inner = bare(value)
    return inner.kind === 'literal' && inner.value === null
  })

const merge = (clause: Extract<Clause, { kind: 'merge' }>, context: RewriteContext): readonly Clause[] | undefined => {
  const { pattern } = clause
  refusePath(pattern, 'MERGE', context)
  if (stepsOf(pattern).some(isNull)) {
    context.refuse('merge-on-null', 'MERGE on a property that is null', 'leave the property out, or CREATE')
  }
  if (!hasAmpersand(pattern)) return undefined
  return [{ kind: 'merge', pattern: { variable: pattern.variable, search: undefined, elements: pattern.elements } }]
}

/** CREATE and MERGE as the engine spells them: no map in place of properties, `:A:B` for `:A&B`. */
export const createdPatterns: Pass = eachClause((clause, _scope, { context }) => {
  if (clause.kind === 'create') return create(clause, context)
  return clause.kind === 'merge' ? merge(clause, context) : undefined
})
