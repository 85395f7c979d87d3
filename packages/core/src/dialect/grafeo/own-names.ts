import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { LabelExpression, Pattern } from '../../ast/pattern.ts'
import { stepsOf } from './steps.ts'

const labelNames = (node: LabelExpression | undefined): readonly string[] => {
  if (node === undefined || node.kind === 'wildcard' || node.kind === 'dynamic') return []
  if (node.kind === 'label') return [node.name]
  return node.kind === 'not' ? labelNames(node.of) : node.of.flatMap(labelNames)
}

const some = (...names: readonly (string | undefined)[]): readonly string[] =>
  names.filter((name): name is string => name !== undefined)

/** The names that stand in a pattern itself, not in the expressions in it. */
const patternNames = (pattern: Pattern): readonly string[] => [
  ...some(pattern.variable),
  ...stepsOf(pattern).flatMap((element) => [
    ...some(element.variable),
    ...labelNames(element.kind === 'node' ? element.labels : element.types),
  ]),
]

/** The names that stand in an expression itself, not in what lies below it. */
export const expressionNames = (node: Expression): readonly string[] => {
  switch (node.kind) {
    case 'variable':
    case 'parameter':
      return [node.name]
    case 'property':
      return [node.key]
    case 'label-test':
      return labelNames(node.labels)
    case 'map':
      return node.entries.map(({ key }) => key)
    case 'map-projection':
      return [
        node.of,
        ...node.entries.flatMap((entry) => ('key' in entry ? [entry.key] : 'name' in entry ? [entry.name] : [])),
      ]
    case 'list-comprehension':
    case 'quantifier':
      return [node.variable]
    case 'reduce':
      return [node.accumulator, node.variable]
    case 'pattern-comprehension':
    case 'pattern-predicate':
      return patternNames(node.pattern)
    default:
      return []
  }
}

/** The names that stand in a clause itself, not in the expressions and clauses in it. */
export const clauseNames = (clause: Clause): readonly string[] => {
  switch (clause.kind) {
    case 'match':
    case 'create':
      return clause.patterns.flatMap(patternNames)
    case 'merge':
      return patternNames(clause.pattern)
    case 'with':
    case 'return':
      return clause.items.flatMap(({ alias }) => some(alias))
    case 'unwind':
    case 'foreach':
      return [clause.variable]
    case 'set':
    case 'remove':
      return clause.items.flatMap((item) =>
        item.kind === 'property'
          ? []
          : [item.variable, ...(item.kind === 'labels' ? item.labels.filter((each) => typeof each === 'string') : [])],
      )
    case 'call-subquery':
      return Array.isArray(clause.scope) ? clause.scope : []
    case 'call-procedure':
      return Array.isArray(clause.yields) ? clause.yields.flatMap(({ name, alias }) => some(name, alias)) : []
    default:
      return []
  }
}
