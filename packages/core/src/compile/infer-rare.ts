import type { Expression, ProjectionEntry } from '../ast/expression.ts'
import type { NodeOf } from '../ast/node-of.ts'
import { parametersIn } from '../ast/parameters-in.ts'
import { bagOf } from '../schema/property-bag.ts'
import { unionOf } from '../value/union-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, mapOf, neverType, nonNullOf, nullType, nullableAs, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { propertyOf } from './property-of.ts'
import { scanLabels } from './scan-labels.ts'
import type { Scope } from './rewrite-context.ts'

/** What tells what an expression is, by its kind. */
export type Inferences = {
  readonly [K in Expression['kind']]?: (node: NodeOf<Expression, K>, scope: Scope, to: Analysis) => ValueType
}

const booleanType = scalarType('boolean')

/** What a value is, as far as JavaScript can tell; `number` is what a number is. */
const typeOfValue = (value: unknown, number: 'integer' | 'float' | 'number'): ValueType => {
  const type = typeof value
  if (value === null) return nullType
  if (type === 'string' || type === 'boolean') return scalarType(type)
  return type === 'number' ? scalarType(number) : type === 'bigint' ? scalarType('integer') : anyType
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
  return open ? anyType : nullableAs(mapOf(entries), of.kind === 'any' ? inner : of)
}

const entity = (type: ValueType): ValueType => {
  if (type.kind === 'node' || type.kind === 'relationship') return { ...type, entity: true }
  return type.kind === 'list' ? { ...type, of: entity(type.of) } : type
}

const boolean = (node: Expression, scope: Scope, to: Analysis): ValueType => {
  to.typeOf(node, scope)
  return booleanType
}

/** The kinds that seldom stand in a query. */
export const rareInferences: Inferences = {
  literal: ({ value, float }) => typeOfValue(value, float === true || !Number.isInteger(value) ? 'float' : 'integer'),
  // A whole number may be meant as a float.
  value(node, _scope, to) {
    const type = node.type ?? typeOfValue(node.value, 'number')
    to.values.set(node, type)
    return type
  },
  parameter(node, _scope, to) {
    to.ask(node.name, node.type)
    return node.type ?? anyType
  },
  unary({ operator, operand }, scope, to) {
    if (operator !== 'NOT') return to.typeOf(operand, scope)
    // Only of a bare parameter do the types say nothing; an expression under NOT is followed as any other.
    if (operand.kind !== 'parameter') return nullableAs(booleanType, to.typeOf(operand, scope))
    to.guess(() => to.give(operand, booleanType, scope))
    return nullableAs(booleanType, anyType)
  },
  'null-test': (node, scope, to) => boolean(node.operand, scope, to),
  'label-test'(node, scope, to) {
    scanLabels(node.labels, scope, to)
    return boolean(node.of, scope, to)
  },
  'type-test': (node, scope, to) => boolean(node.operand, scope, to),
  'normal-form-test': (node, scope, to) => boolean(node.operand, scope, to),
  list: ({ items }, scope, to) =>
    listOf(items.length === 0 ? neverType : unionOf(items.map((item) => to.typeOf(item, scope)))),
  map: (node, scope, to) =>
    mapOf(Object.fromEntries(node.entries.map(({ key, value }) => [key, to.typeOf(value, scope)]))),
  'map-projection': projection,
  entity: (node, scope, to) => entity(to.typeOf(node.of, scope)),
}

/** What is not understood: of the parameters in it no more is known than their names. */
export const unfollowed = (node: Expression, to: Analysis): ValueType => {
  for (const name of parametersIn(node)) to.ask(name)
  return anyType
}
