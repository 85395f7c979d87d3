import type { Expression } from '../ast/expression.ts'
import { unionOf } from '../value/union-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, nonNullOf, nullType, nullableAs, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { inside } from './inside.ts'
import { startIn } from './place.ts'
import type { Scope } from './rewrite-context.ts'

/**
 * What something is believed to be that the types do not follow; `undefined` where nothing is. Of a call it is told what
 * the first argument is.
 */
export type Believe = (node: Expression, scope: Scope, to: Analysis, first?: ValueType) => ValueType | undefined

const boolean = scalarType('boolean')

/** Something the types do not follow, and what it is believed to be. */
const guess = (likely: ValueType): ValueType =>
  likely.kind === 'any' ? likely : { kind: 'any', nullable: true, likely }

const cased = (node: Extract<Expression, { kind: 'case' }>, scope: Scope, to: Analysis): ValueType => {
  const types: ValueType[] = []
  const operand = node.operand === undefined ? boolean : to.typeOf(node.operand, scope)
  for (const { when, or = [], then } of node.branches) {
    for (const each of [when, ...or]) to.give(each, nonNullOf(operand), scope)
    types.push(to.typeOf(then, scope))
  }
  types.push(node.otherwise === undefined ? nullType : to.typeOf(node.otherwise, scope))
  return guess(unionOf(types))
}

const index = (node: Extract<Expression, { kind: 'index' }>, scope: Scope, to: Analysis): ValueType => {
  const of = to.typeOf(node.of, scope)
  to.typeOf(node.at, scope)
  return of.kind === 'list' ? guess({ ...of.of, nullable: true } as ValueType) : anyType // the same member, one field wider
}

const slice = (node: Extract<Expression, { kind: 'slice' }>, scope: Scope, to: Analysis): ValueType => {
  for (const bound of [node.from, node.to]) if (bound !== undefined) to.give(bound, scalarType('integer'), scope)
  return guess(to.typeOf(node.of, scope))
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
  return listOf(guess(type))
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
  return guess(listOf(after.returned[0]?.[0]?.type ?? anyType))
}

const node: ValueType = { kind: 'node', labels: '*', entity: false, nullable: false }
const relationship: ValueType = { kind: 'relationship', types: '*', entity: false, nullable: false }
const temporal = ['date', 'dateTime', 'localDateTime', 'time', 'localTime', 'duration'] as const
const functions: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ...temporal.map((name): [string, ValueType] => [name.toLowerCase(), scalarType(name)]),
  ['point', scalarType('point')],
  ['startnode', node],
  ['endnode', node],
])

/** What a function gives, null for null. */
const called = (name: string, first: ValueType): ValueType | undefined => {
  if (name === 'nodes') return listOf(guess(node))
  if (name === 'relationships') return listOf(guess(relationship))
  const known = functions.get(name)
  return known && guess(nullableAs(known, first))
}

/** What engines have to be told of that lose the types of values. */
export const believe: Believe = (node, scope, to, first = anyType) => {
  switch (node.kind) {
    case 'index':
      return index(node, scope, to)
    case 'slice':
      return slice(node, scope, to)
    case 'case':
      return cased(node, scope, to)
    case 'list-comprehension':
      return comprehension(node, scope, to)
    case 'pattern-comprehension': {
      const inner = to.patterns([node.pattern], scope)
      return listOf(guess(bodies([node.where, node.yield], inner, to)))
    }
    case 'quantifier':
      to.typeOf(node.in, scope)
      bodies([node.where], inside(node, scope, to), to)
      return boolean
    case 'reduce': {
      to.typeOf(node.in, scope)
      const type = bodies([node.step, node.predicate], inside(node, scope, to), to)
      return guess(node.predicate === undefined ? type : boolean)
    }
    case 'subquery':
      return subquery(node, scope, to)
    case 'pattern-predicate':
      to.patterns([node.pattern], scope)
      return boolean
    case 'call':
      return called(node.name.toLowerCase(), first)
    default:
      return undefined
  }
}
