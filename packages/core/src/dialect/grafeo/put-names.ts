import type { Expression } from '../../ast/expression.ts'
import { mapExpression } from '../../ast/rewrite.ts'
import { walkExpression } from '../../ast/walk.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'
import { make } from './make.ts'
import { sameTree } from './same-tree.ts'

/** An expression, and the name it has from here on. */
export interface Named {
  readonly expression: Expression
  readonly name: string
}

/** The names that an expression binds for parts of itself. */
const boundIn = (node: Expression): ReadonlySet<string> => {
  const names = new Set<string>()
  walkExpression(node, {
    expression: (each) => {
      if ('variable' in each && each.variable !== undefined) names.add(each.variable)
      if (each.kind === 'reduce') names.add(each.accumulator)
    },
  })
  return names
}

/**
 * Puts names in the place of the expressions they stand for; an expression of names that are bound inside is left.
 *
 * @example
 * putNames(parse('count(m) > 1'), [{ expression: parse('count(m)'), name: 'c' }], context) // c > 1
 */
export const putNames = (node: Expression, named: readonly Named[], context: RewriteContext): Expression => {
  const bound = boundIn(node)
  const fitting = named.filter(({ expression, name }) => {
    if (expression.kind === 'variable' && expression.name === name) return false
    return ![...context.namesIn(expression)].some((each) => bound.has(each))
  })
  if (fitting.length === 0) return node
  return mapExpression(node, (each) => {
    if (each.kind === 'map-projection') {
      const of = fitting.find(({ expression }) => expression.kind === 'variable' && expression.name === each.of)
      return of === undefined ? each : { kind: 'map-projection', of: of.name, entries: each.entries }
    }
    const match = fitting.find(({ expression }) => sameTree(expression, each))
    return match === undefined ? each : make.name(match.name)
  })
}
