import type { Expression, ProjectionEntry } from '../ast/expression.ts'
import { bagOf } from '../schema/property-bag.ts'
import { unionOf } from '../value/union-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, neverType, nonNullOf, nullType, nullableAs, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { inside } from './inside.ts'
import { startIn } from './place.ts'
import { propertyOf } from './property-of.ts'
import type { Scope } from './rewrite-context.ts'

const boolean = scalarType('boolean')

/** Something the types do not follow, and what it is believed to be. */
const guess = (likely: ValueType): ValueType =>
  likely.kind === 'any' ? likely : { kind: 'any', nullable: true, likely }

const literal = ({ value, float }: Extract<Expression, { kind: 'literal' }>): ValueType => {
  if (value === null) return nullType
  if (typeof value === 'string') return scalarType('string')
  if (typeof value === 'boolean') return boolean
  return scalarType(typeof value === 'number' && (float === true || !Number.isInteger(value)) ? 'float' : 'integer')
}

/** What an inline value is, as far as JavaScript can tell; a whole number may be meant as a float. */
const typeOfValue = (value: unknown): ValueType => {
  if (value === null) return nullType
  if (typeof value === 'number') return scalarType('number')
  if (typeof value === 'bigint') return scalarType('integer')
  if (typeof value === 'string' || typeof value === 'boolean') return scalarType(typeof value as 'string' | 'boolean')
  return anyType
}

const projection = (node: Extract<Expression, { kind: 'map-projection' }>, scope: Scope, to: Analysis): ValueType => {
  const of = scope.get(node.of) ?? anyType
  const inner = nonNullOf(of)
  const entries: Record<string, ValueType> = {}
  let open = false
  const add = (entry: ProjectionEntry): void => {
    if (entry.kind === 'property') entries[entry.key] = propertyOf(inner, entry.key, to)
    else if (entry.kind === 'entry') entries[entry.key] = to.typeOf(entry.value, scope)
    else if (entry.kind === 'variable') entries[entry.name] = scope.get(entry.name) ?? anyType
    else {
      const all = bagOf(of, to.schema)
      open ||= all === undefined
      Object.assign(entries, all)
    }
  }
  node.entries.forEach(add)
  return open ? anyType : nullableAs({ kind: 'map', entries, nullable: false }, of.kind === 'any' ? inner : of)
}

const cased = (node: Extract<Expression, { kind: 'case' }>, scope: Scope, to: Analysis): ValueType => {
  const types: ValueType[] = []
  const operand = node.operand === undefined ? boolean : to.typeOf(node.operand, scope)
  for (const { when, then } of node.branches) {
    to.give(when, nonNullOf(operand), scope)
    types.push(to.typeOf(then, scope))
  }
  types.push(node.otherwise === undefined ? nullType : to.typeOf(node.otherwise, scope))
  return guess(unionOf(types))
}

const entity = (type: ValueType): ValueType => {
  if (type.kind === 'node' || type.kind === 'relationship') return { ...type, entity: true }
  return type.kind === 'list' ? { ...type, of: entity(type.of) } : type
}

const map = (node: Extract<Expression, { kind: 'map' }>, scope: Scope, to: Analysis): ValueType => {
  const entries: Record<string, ValueType> = {}
  for (const { key, value } of node.entries) entries[key] = to.typeOf(value, scope)
  return { kind: 'map', entries, nullable: false }
}

const list = (node: Extract<Expression, { kind: 'list' }>, scope: Scope, to: Analysis): ValueType =>
  listOf(node.items.length === 0 ? neverType : unionOf(node.items.map((item) => to.typeOf(item, scope))))

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

/** The kinds that seldom stand in a query. */
export const inferRare = (node: Expression, scope: Scope, to: Analysis): ValueType => {
  switch (node.kind) {
    case 'literal':
      return literal(node)
    case 'value': {
      const type = node.type ?? typeOfValue(node.value)
      to.values.set(node, type)
      return type
    }
    case 'parameter':
      to.ask(node.name, node.type)
      return node.type ?? anyType
    case 'unary':
      if (node.operator !== 'NOT') return to.typeOf(node.operand, scope)
      // Only of a bare parameter do the types say nothing; an expression under NOT is followed as any other.
      if (node.operand.kind === 'parameter') to.guess(() => to.give(node.operand, boolean, scope))
      else to.typeOf(node.operand, scope)
      return boolean
    case 'null-test':
      to.typeOf(node.operand, scope)
      return boolean
    case 'label-test':
      to.typeOf(node.of, scope)
      return boolean
    case 'list':
      return list(node, scope, to)
    case 'map':
      return map(node, scope, to)
    case 'map-projection':
      return projection(node, scope, to)
    case 'entity':
      return entity(to.typeOf(node.of, scope))
    case 'opaque':
      for (const name of node.parameters) to.ask(name)
      return anyType
    default:
      return to.guess(() => notFollowed(node, scope, to))
  }
}

const notFollowed = (node: Expression, scope: Scope, to: Analysis): ValueType => {
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
    case 'reduce':
      to.typeOf(node.in, scope)
      return guess(bodies([node.step], inside(node, scope, to), to))
    case 'subquery':
      return subquery(node, scope, to)
    case 'pattern-predicate':
      to.patterns([node.pattern], scope)
      return boolean
    default:
      return anyType
  }
}
