import type { Clause } from '../ast/clause.ts'
import { walkClauses } from '../ast/walk.ts'
import { namesBoundBy } from '../ast/names.ts'

/** Every name that stands in a statement, for whatever it is used. */
const statementNames = (clauses: readonly Clause[]): Set<string> => {
  const names = new Set<string>()
  const add = (name: string | undefined): unknown => name !== undefined && names.add(name)
  walkClauses(clauses, {
    clause: (node) => namesBoundBy(node).forEach(add),
    pattern(node) {
      add(node.variable)
      for (const element of node.elements) if (element.kind !== 'group') add(element.variable)
    },
    expression(node) {
      if (node.kind === 'variable' || node.kind === 'parameter') add(node.name)
      else if ('variable' in node) add(node.variable)
      if (node.kind === 'reduce') add(node.accumulator)
      if (node.kind === 'map-projection') add(node.of)
      if (node.kind === 'opaque')
        for (const word of node.source.match(/[\p{ID_Start}_][\p{ID_Continue}]*/gu) ?? []) add(word)
    },
  })
  return names
}

/** Gives names that a statement does not use, each from a prefix; never the same twice. */
export const freshIn = (clauses: readonly Clause[]): ((prefix: string) => string) => {
  let names: Set<string> | undefined
  return (prefix) => {
    names ??= statementNames(clauses)
    let name = prefix
    for (let i = 1; names.has(name); i++) name = `${prefix}${i}`
    names.add(name)
    return name
  }
}
