import type { Expression } from '../ast/expression.ts'
import { unionOf } from '../value/union-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, nonNullOf, nullType, nullableOf, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import type { Inferences } from './infer-rare.ts'
import { inside } from './inside.ts'
import { nested } from './names.ts'
import { startIn } from './place.ts'
import type { Scope } from './rewrite-context.ts'

const boolean = scalarType('boolean')

const cased = (node: Extract<Expression, { kind: 'case' }>, scope: Scope, to: Analysis): ValueType => {
  const types: ValueType[] = []
  const operand = node.operand === undefined ? boolean : to.typeOf(node.operand, scope)
  for (const { when, or = [], then } of node.branches) {
    for (const each of [when, ...or]) to.give(each, nonNullOf(operand), scope)
    types.push(to.typeOf(then, scope))
  }
  types.push(node.otherwise === undefined ? nullType : to.typeOf(node.otherwise, scope))
  return unionOf(types)
}

const index = (node: Extract<Expression, { kind: 'index' }>, scope: Scope, to: Analysis): ValueType => {
  const of = to.typeOf(node.of, scope)
  to.typeOf(node.at, scope)
  return of.kind === 'list' ? nullableOf(of.of) : anyType
}

const slice = (node: Extract<Expression, { kind: 'slice' }>, scope: Scope, to: Analysis): ValueType => {
  for (const bound of [node.from, node.to]) if (bound !== undefined) to.give(bound, scalarType('integer'), scope)
  return to.typeOf(node.of, scope)
}

const comprehension = (
  node: Extract<Expression, { kind: 'list-comprehension' }>,
  scope: Scope,
  to: Analysis,
): ValueType => {
  const of = to.typeOf(node.in, scope)
  const inner = inside(node, scope, to)
  if (node.where !== undefined) to.typeOf(node.where, inner)
  const type = node.yield === undefined ? (of.kind === 'list' ? of.of : anyType) : to.typeOf(node.yield, inner)
  return listOf(type)
}

const bodies = (nodes: readonly (Expression | undefined)[], scope: Scope, to: Analysis): ValueType => {
  let last = anyType
  for (const node of nodes) if (node !== undefined) last = to.typeOf(node, scope)
  return last
}

const subquery = (node: Extract<Expression, { kind: 'subquery' }>, scope: Scope, to: Analysis): ValueType => {
  const after = to.clauses(node.clauses, startIn(scope))
  if (node.name === 'EXISTS') return boolean
  if (node.name === 'COUNT') return scalarType('integer')
  return listOf(after.returned[0]?.[0]?.type ?? anyType)
}

/** The kinds that hold others of which they are made. */
export const compositeInferences: Inferences = {
  index,
  slice,
  case: cased,
  'list-comprehension': comprehension,
  'pattern-comprehension': (node, scope, to) =>
    listOf(bodies([node.where, node.yield], to.patterns([node.pattern], nested(scope)), to)),
  quantifier(node, scope, to) {
    to.typeOf(node.in, scope)
    bodies([node.where], inside(node, scope, to), to)
    return boolean
  },
  reduce(node, scope, to) {
    to.typeOf(node.in, scope)
    const type = bodies([node.step, node.predicate], inside(node, scope, to), to)
    return node.predicate === undefined ? type : boolean
  },
  subquery,
  'pattern-predicate'(node, scope, to) {
    to.patterns([node.pattern], nested(scope))
    return boolean
  },
}
