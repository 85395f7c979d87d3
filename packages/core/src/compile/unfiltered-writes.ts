import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { NodeOf } from '../ast/node-of.ts'
import type { Pattern } from '../ast/pattern.ts'
import { words } from '../value/words.ts'
import { clausesIn } from './clauses-in.ts'
import { elementNames } from './element-names.ts'

const narrow = (element: Pattern['elements'][number]): boolean =>
  element.kind !== 'node' || element.properties !== undefined || element.where !== undefined

/** What a MATCH does to the names that stand for every node there is, at most of a label. */
const matched = (wide: Set<string>, patterns: readonly Pattern[], seen: Set<string>): void => {
  for (const { elements } of patterns) {
    const narrowed = elements.some(narrow)
    for (const variable of elementNames(elements)) {
      if (narrowed) wide.delete(variable)
      else if (!seen.has(variable)) wide.add(variable)
      seen.add(variable)
    }
  }
}

const renamed = (wide: Set<string>, clause: NodeOf<Clause, 'with' | 'return' | 'let'>): void => {
  const met = new Set(wide)
  const add = (name: string | undefined, of: Expression): void => {
    if (name !== undefined && of.kind === 'variable' && met.has(of.name)) wide.add(name)
  }
  if (clause.kind === 'let') for (const { variable, value } of clause.items) add(variable, value)
  else for (const { alias, expression } of clause.items) add(alias, expression)
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

/** Clauses that leave fewer rows than they were given, or may. */
const narrowing = words('where filter search limit skip')

const follow = (clauses: readonly Clause[], wide: Set<string>, seen: Set<string>, report: Report): void => {
  for (const clause of clauses) {
    if (clause.kind === 'match') matched(wide, clause.patterns, seen)
    else if (narrowing.has(clause.kind)) wide.clear()
    else if (clause.kind === 'union') {
      wide.clear()
      seen.clear()
    } else if (clause.kind === 'with' || clause.kind === 'return' || clause.kind === 'let') renamed(wide, clause)
    else check(clause, wide, report)
    for (const inner of clausesIn(clause)) follow(inner, new Set(wide), new Set(seen), report)
  }
}

/**
 * Reports DELETE, SET and REMOVE of a name that a MATCH binds to every node there is: no condition, no properties, no
 * relationship, no LIMIT. What CREATE or MERGE made may be changed freely.
 */
export const unfilteredWrites = (clauses: readonly Clause[], report: Report): void =>
  follow(clauses, new Set(), new Set(), report)
