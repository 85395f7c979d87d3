import type { Clause, ProjectionItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'

const narrow = (element: NodePattern | RelationshipPattern): boolean =>
  element.kind === 'relationship' || element.properties !== undefined || element.where !== undefined

/** What a MATCH does to the names that stand for every node there is, at most of a label. */
const matched = (wide: Set<string>, patterns: readonly Pattern[], seen: Set<string>): void => {
  for (const { elements } of patterns) {
    const narrowed = elements.some(narrow)
    for (const { variable } of elements) {
      if (variable === undefined) continue
      if (narrowed) wide.delete(variable)
      else if (!seen.has(variable)) wide.add(variable)
      seen.add(variable)
    }
  }
}

const renamed = (wide: Set<string>, items: readonly ProjectionItem[]): void => {
  const met = new Set(wide)
  for (const { alias, expression } of items)
    if (alias !== undefined && expression.kind === 'variable' && met.has(expression.name)) wide.add(alias)
}

/** The name that something is reached by. */
const root = (node: Expression): string | undefined => {
  if (node.kind === 'variable') return node.name
  if (node.kind === 'parenthesised') return root(node.inner)
  return node.kind === 'property' || node.kind === 'index' ? root(node.of) : undefined
}

/** The names that a clause changes or deletes. */
const changed = (clause: Clause): readonly (string | undefined)[] => {
  if (clause.kind === 'delete') return clause.items.map(root)
  if ((clause.kind === 'set' && clause.on === undefined) || clause.kind === 'remove')
    return clause.items.map((item) => ('variable' in item ? item.variable : root(item.target)))
  return []
}

type Report = (what: string) => void

const check = (clause: Clause, wide: ReadonlySet<string>, report: Report): void => {
  const name = changed(clause).find((each) => each !== undefined && wide.has(each))
  if (name === undefined) return
  const word = `${clause.kind === 'delete' && clause.detach ? 'detach ' : ''}${clause.kind}`.toUpperCase()
  report(`${word} ${name} would reach every node that its MATCH finds: add a condition`)
}

const follow = (clauses: readonly Clause[], wide: Set<string>, seen: Set<string>, report: Report): void => {
  for (const clause of clauses) {
    if (clause.kind === 'match') matched(wide, clause.patterns, seen)
    else if (clause.kind === 'where' || clause.kind === 'limit' || clause.kind === 'skip') wide.clear()
    else if (clause.kind === 'union') {
      wide.clear()
      seen.clear()
    } else if (clause.kind === 'with') renamed(wide, clause.items)
    else if (clause.kind === 'call-subquery' || clause.kind === 'foreach')
      follow(clause.clauses, new Set(wide), new Set(seen), report)
    else check(clause, wide, report)
  }
}

/**
 * Reports DELETE, SET and REMOVE of a name that a MATCH binds to every node there is: no condition, no properties, no
 * relationship, no LIMIT. What CREATE or MERGE made may be changed freely.
 */
export const unfilteredWrites = (clauses: readonly Clause[], report: Report): void =>
  follow(clauses, new Set(), new Set(), report)
