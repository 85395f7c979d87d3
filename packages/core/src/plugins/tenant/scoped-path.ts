import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { Pattern, RelationshipPattern } from '../../ast/pattern.ts'
import { mapList } from '../../ast/rewrite.ts'
import { binary } from '../trees.ts'
import { asksCondition } from './scoped-node.ts'
import { belongs, refuse, type Scoping } from './scoping.ts'

type Element = Pattern['elements'][number]

/** A relationship of variable length, `*1..3`: the nodes on its way have no place in the pattern. */
const isLong = (each: Element): boolean => each.kind === 'relationship' && each.length !== undefined
const hasLong = ({ elements }: Pattern): boolean => elements.some(isLong)

const call = (name: string, of: string): Expression => ({
  kind: 'call',
  name,
  distinct: false,
  star: false,
  arguments: [{ kind: 'variable', name: of }],
})

const both = (left: Expression | undefined, right: Expression): Expression =>
  left === undefined ? right : binary('AND', left, right)

/** Every step of `-[:FOLLOWS]->{1,3}` leads from one of the tenant's nodes to another. */
const scopedSteps = (each: RelationshipPattern, scoping: Scoping): RelationshipPattern => {
  const { variable = scoping.fresh('tenant_step'), where } = each
  const ends = both(belongs(call('startNode', variable), scoping), belongs(call('endNode', variable), scoping))
  return { ...each, variable, where: both(where, ends) }
}

/** The pattern with what is repeated in it scoped at each turn. */
export const scopedRepetitions = (pattern: Pattern, scoping: Scoping): Pattern => {
  const elements = mapList(pattern.elements, (each) => {
    if (each.kind === 'group' && hasLong(each.pattern)) return refuse('write -[:TYPE]->{1,3} inside a group, not *1..3')
    return each.kind === 'relationship' && each.quantifier !== undefined ? scopedSteps(each, scoping) : each
  })
  if (elements === pattern.elements) return pattern
  const { source: _, ...rest } = pattern
  return { ...rest, elements }
}

/** A path with its name, and that every node on it belongs to the tenant; `undefined` where its pattern has them all. */
const scopedWay = (
  pattern: Pattern,
  scoping: Scoping,
): { readonly pattern: Pattern; readonly condition: Expression } | undefined => {
  if (!hasLong(pattern)) return undefined
  const { source: _, ...rest } = pattern
  const variable = pattern.variable ?? scoping.fresh('tenant_path')
  const each = scoping.fresh('tenant_node')
  const where = belongs({ kind: 'variable', name: each }, scoping)
  const condition: Expression = { kind: 'quantifier', name: 'all', variable: each, in: call('nodes', variable), where }
  return { pattern: { ...rest, variable }, condition }
}

type Match = Extract<Clause, { kind: 'match' }>

const scopedMatch = (
  clause: Match,
  scoping: Scoping,
): { readonly match: Match; readonly condition: Expression | undefined } => {
  let condition: Expression | undefined
  const patterns = mapList(clause.patterns, (pattern) => {
    const way = scopedWay(pattern, scoping)
    if (way === undefined) return pattern
    condition = both(condition, way.condition)
    return way.pattern
  })
  if (patterns === clause.patterns) return { match: clause, condition }
  const { source: _, ...rest } = clause
  return { match: { ...rest, patterns }, condition }
}

/** Clauses whose MATCH asks its own WHERE, which stands after hints, that no path of variable length leaves the tenant. */
export const scopedWays = (clauses: readonly Clause[], scoping: Scoping): readonly Clause[] => {
  const after: Clause[] = []
  let asked: Expression | undefined
  const put = (): void => {
    if (asked !== undefined) after.push({ kind: 'where', condition: asked })
    asked = undefined
  }
  for (const clause of clauses) {
    if (clause.kind === 'where' && asked !== undefined) {
      asked = both(clause.condition, asked)
      put()
      continue
    }
    if (clause.kind !== 'prefix') put()
    const { match, condition } = clause.kind === 'match' ? scopedMatch(clause, scoping) : { match: clause }
    asked ??= condition
    after.push(match)
  }
  put()
  return after.length === clauses.length && after.every((each, at) => each === clauses[at]) ? clauses : after
}

/** `[(u)-[:KNOWS*1..3]->(f) | f.id]`, of paths that do not leave the tenant. */
export const scopedComprehension = (
  node: Extract<Expression, { kind: 'pattern-comprehension' }>,
  scoping: Scoping,
): Expression => {
  const way = scopedWay(node.pattern, scoping)
  if (way === undefined) return node
  const { source: _, ...rest } = node
  return { ...rest, pattern: way.pattern, where: both(node.where, way.condition) }
}

/** A predicate by itself, or as EXISTS where conditions must stand in it. */
export const scopedPredicate = (
  node: Extract<Expression, { kind: 'pattern-predicate' }>,
  scoping: Scoping,
): Expression => {
  const { pattern } = node
  if (pattern.search !== undefined) return refuse(`find a path by MATCH p = ${pattern.search}(…)`)
  const simple = pattern.elements.every((each) =>
    each.kind === 'node'
      ? !asksCondition(each, scoping)
      : each.kind === 'relationship' && !isLong(each) && each.quantifier === undefined,
  )
  if (simple) return node
  const match: Clause = { kind: 'match', optional: false, patterns: [pattern] }
  return { kind: 'subquery', name: 'EXISTS', clauses: [match] }
}
