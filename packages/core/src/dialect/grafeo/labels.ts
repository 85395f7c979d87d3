import type { Expression } from '../../ast/expression.ts'
import type { LabelExpression } from '../../ast/pattern.ts'
import { make } from './make.ts'

const joined = (parts: readonly Expression[], operator: 'AND' | 'OR'): Expression =>
  parts.reduce((left, right) => make.binary(left, operator, right))

const inParentheses = (inner: Expression): Expression => ({ kind: 'parenthesised', inner })

/** What one label or type asks. */
type Ask = (name: string | undefined) => Expression

const spelled = (node: LabelExpression, ask: Ask): Expression => {
  switch (node.kind) {
    case 'label':
      return ask(node.name)
    case 'wildcard':
    case 'dynamic': // refused before
      return ask(undefined)
    case 'not':
      return make.not(inParentheses(spelled(node.of, ask)))
    case 'any-of':
      return inParentheses(
        joined(
          node.of.map((each) => spelled(each, ask)),
          'OR',
        ),
      )
    case 'all-of':
      return joined(
        node.of.map((each) => spelled(each, ask)),
        'AND',
      )
  }
}

/**
 * Label expressions as conditions the engine knows.
 *
 * @example
 * labelCondition(n, anyOf('A', 'B'))  // (n:A OR n:B)
 * typeCondition(r, not('R'))          // NOT (type(r) = 'R')
 */
export const labelCondition = (node: Expression, labels: LabelExpression): Expression =>
  spelled(labels, (name) =>
    name === undefined
      ? make.binary(make.call('size', make.call('labels', node)), '>', make.number(0))
      : { kind: 'label-test', of: node, labels: { kind: 'label', name } },
  )

/** As `labelCondition`, for the type of a relationship: the engine finds no relationship by `r:TYPE`. */
export const typeCondition = (node: Expression, types: LabelExpression): Expression =>
  spelled(types, (name) =>
    name === undefined ? make.isNotNull(node) : make.binary(make.call('type', node), '=', make.text(name)),
  )

/** Whether the engine takes the labels of a node as they stand: one label, or several that must all be there. */
export const isPlainLabels = (labels: LabelExpression): boolean =>
  labels.kind === 'label' || (labels.kind === 'all-of' && labels.of.every(({ kind }) => kind === 'label'))

/** Whether the engine takes the types of a relationship as they stand: one type, or any of several. */
export const isPlainTypes = (types: LabelExpression): boolean =>
  types.kind === 'label' || (types.kind === 'any-of' && types.of.every(({ kind }) => kind === 'label'))
