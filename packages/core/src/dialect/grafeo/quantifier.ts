import type { Expression } from '../../ast/expression.ts'
import type { Change } from './change.ts'
import { make } from './make.ts'
import { mayBeNull } from './may-be-null.ts'

type Quantifier = Extract<Expression, { kind: 'quantifier' }>

const asked = (node: Quantifier, name: Quantifier['name'], where: Expression): Quantifier => ({
  kind: 'quantifier',
  name,
  variable: node.variable,
  in: node.in,
  where,
})

/** `when` makes the answer `then`; else it is `otherwise`, if the condition is known of every element. */
const answer = (node: Quantifier, when: Expression, then: boolean, otherwise: Expression): Expression => {
  const certain = asked(node, 'none', make.isNull(node.where))
  return make.choose([
    [when, make.truth(then)],
    [certain, otherwise],
  ])
}

const single = (node: Quantifier): Expression => {
  const { variable, where } = node
  const fitting: Expression = { kind: 'list-comprehension', variable, in: node.in, where, yield: undefined }
  const several = make.binary(make.call('size', fitting), '>', make.number(1))
  return answer(node, several, false, asked(node, 'single', where))
}

/**
 * `all`, `any`, `none`, `single` where the condition may be null: the engine counts that as false, Cypher says that the
 * answer is not known.
 */
export const changeQuantifier: Change<'quantifier'> = (node, { scope, context, filters }) => {
  if (filters && (node.name === 'any' || node.name === 'all')) return node
  if (!mayBeNull(node.where, context.inside(node, scope), context)) return node
  if (node.name === 'single') return single(node)
  if (node.name === 'all') return answer(node, asked(node, 'any', make.not(node.where)), false, make.truth(true))
  const some = asked(node, 'any', node.where)
  return answer(node, some, node.name === 'any', make.truth(node.name === 'none'))
}
