import type { Clause } from './clause.ts'
import type { Expression } from './expression.ts'
import { walkExpression } from './walk.ts'

const words = /[\p{ID_Start}_][\p{ID_Continue}]*/gu

/** The names that a clause binds or speaks of, besides those in its patterns and expressions. */
const namesBoundBy = (clause: Clause): readonly string[] => {
  switch (clause.kind) {
    case 'with':
    case 'return':
      return clause.items.flatMap(({ alias }) => alias ?? [])
    case 'unwind':
    case 'foreach':
    case 'load-csv':
      return [clause.variable]
    case 'search':
      return clause.score === undefined ? [clause.variable] : [clause.variable, clause.score]
    case 'let':
    case 'set':
    case 'remove':
      return clause.items.flatMap((item) => ('variable' in item ? item.variable : []))
    case 'call-procedure':
      return Array.isArray(clause.yields) ? clause.yields.map(({ name, alias }) => alias ?? name) : []
    case 'call-subquery':
      return [
        ...(Array.isArray(clause.scope) ? clause.scope : []),
        ...(clause.transactions?.status === undefined ? [] : [clause.transactions.status]),
      ]
    case 'opaque':
    case 'prefix':
    case 'schema-command':
      return clause.source.match(words) ?? []
    default:
      return []
  }
}

/**
 * The names that an expression may take from around it. A name in a pattern counts whether it is bound there or not;
 * one that a comprehension binds for its body does not, unless it is also used outside of it.
 */
export const namesIn = (expression: Expression): ReadonlySet<string> => {
  const names = new Set<string>()
  collect(expression, names, new Set())
  return names
}

const bound = (node: Expression): readonly string[] => {
  if (node.kind === 'list-comprehension' || node.kind === 'quantifier') return [node.variable]
  return node.kind === 'reduce' ? [node.accumulator, node.variable] : []
}

const own = (node: Expression): readonly string[] => {
  if (node.kind === 'variable') return [node.name]
  if (node.kind === 'opaque') return node.source.match(words) ?? []
  if (node.kind !== 'map-projection') return []
  return [node.of, ...node.entries.flatMap((entry) => (entry.kind === 'variable' ? entry.name : []))]
}

const collect = (root: Expression, names: Set<string>, hidden: ReadonlySet<string>): void => {
  const add = (name: string | undefined): unknown => name !== undefined && !hidden.has(name) && names.add(name)
  walkExpression(root, {
    expression(node) {
      own(node).forEach(add)
      const inner = bound(node)
      if (inner.length === 0) return true
      within(node, names, new Set([...hidden, ...inner]), hidden)
      return false
    },
    pattern(node) {
      add(node.variable)
      for (const element of node.elements) if (element.kind !== 'group') add(element.variable)
    },
    clause: (node) => namesBoundBy(node).forEach(add),
  })
}

/** The parts of an expression that binds names: its list sees those around it, its body also its own. */
const within = (node: Expression, names: Set<string>, inner: ReadonlySet<string>, outer: ReadonlySet<string>): void => {
  if (node.kind === 'list-comprehension' || node.kind === 'quantifier' || node.kind === 'reduce')
    collect(node.in, names, outer)
  if (node.kind === 'reduce') {
    collect(node.initial, names, outer)
    collect(node.step, names, inner)
    if (node.predicate !== undefined) collect(node.predicate, names, inner)
  }
  if ((node.kind === 'list-comprehension' || node.kind === 'quantifier') && node.where !== undefined)
    collect(node.where, names, inner)
  if (node.kind === 'list-comprehension' && node.yield !== undefined) collect(node.yield, names, inner)
}
