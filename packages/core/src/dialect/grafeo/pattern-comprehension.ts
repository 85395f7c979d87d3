import type { Change } from './change.ts'
import { knownType } from './known-type.ts'
import { make } from './make.ts'
import { mayBeNull } from './may-be-null.ts'

/** The engine drops nulls from `[(a)-->(b) | b.name]`: each is carried in a list of its own. */
export const changePatternComprehension: Change<'pattern-comprehension'> = (node, { scope, context }) => {
  if (node.pattern.variable !== undefined) {
    const instead = 'write CALL (a) { MATCH p = (a)-->(b) RETURN collect(p) AS paths }'
    context.refuse('path-variables', `[${node.pattern.variable} = (…) | …]`, instead)
  }
  const inner = context.inside(node, scope)
  const type = knownType(context.typeOf(node.yield, inner))
  const held = type.kind === 'list' || type.kind === 'map' || node.yield.kind === 'map-projection'
  if (held || !mayBeNull(node.yield, inner, context)) return node
  const variable = context.fresh('held')
  return {
    kind: 'list-comprehension',
    variable,
    in: { kind: 'pattern-comprehension', pattern: node.pattern, where: node.where, yield: make.list(node.yield) },
    where: undefined,
    yield: make.first(make.name(variable)),
  }
}
