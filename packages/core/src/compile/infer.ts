import type { Expression } from '../ast/expression.ts'
import { tightness } from '../ast/tightness.ts'
import { unionOf } from '../value/union-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, isNumber, listOf, neverType, nonNullOf, nullableAs, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { functionTypes } from './function-types.ts'
import { compositeInferences } from './infer-composite.ts'
import { type Inferences, rareInferences, unfollowed } from './infer-rare.ts'
import { narrow, type Types } from './narrow.ts'
import { propertyOf } from './property-of.ts'
import type { Scope } from './rewrite-context.ts'

const boolean = scalarType('boolean')
const text = scalarType('string')
const number = scalarType('number')

/** Stripped of parentheses. */
const bare = (node: Expression): Expression => (node.kind === 'parenthesised' ? bare(node.inner) : node)

/** The fields of the row that a node is one of, in UNWIND $rows AS row: its type comes from what it stands against. */
const fieldsAround = (node: Expression, scope: Scope, to: Analysis): Types | undefined =>
  node.kind === 'property' && node.of.kind === 'variable'
    ? to.rows.get(scope.get(node.of.name) as ValueType)?.fields // no name, no row
    : undefined

/** Notes what a node stands against, when its own type is open; otherwise looks into it as usual. */
export const give = (node: Expression, type: ValueType, scope: Scope, to: Analysis): void => {
  const inner = bare(node)
  const fields = fieldsAround(inner, scope, to)
  if (inner.kind === 'value') to.values.set(inner, inner.type ?? type)
  else if (inner.kind === 'parameter') to.ask(inner.name, inner.type ?? to.stated(type))
  else if (inner.kind === 'property' && fields !== undefined) narrow(fields, inner.key, to.stated(type))
  else infer(inner, scope, to)
}

/** As `give`, where the types leave a parameter unknown: its type is a guess. */
const hint = (node: Expression, type: ValueType, scope: Scope, to: Analysis): void => {
  if (node.kind === 'parameter') to.guess(() => give(node, type, scope, to))
  else give(node, type, scope, to)
}

const isOpen = (node: Expression, scope: Scope, to: Analysis): boolean => {
  const inner = bare(node)
  return inner.kind === 'value' || inner.kind === 'parameter' || fieldsAround(inner, scope, to) !== undefined
}

type Binary = Extract<Expression, { kind: 'binary' }>

/** Null where an operand may be. */
const truth = (...operands: readonly ValueType[]): ValueType => operands.reduce(nullableAs, boolean)

/** A comparison: an open side stands against what the other is. */
const compare = ({ operator, left, right }: Binary, scope: Scope, to: Analysis): ValueType => {
  const isIn = operator === 'IN'
  const open = isOpen(right, scope, to)
  if (!open && isOpen(left, scope, to)) {
    const type = infer(right, scope, to)
    give(left, !isIn ? nonNullOf(type) : type.kind === 'list' ? type.of : anyType, scope, to)
    return truth(type)
  }
  const type = infer(left, scope, to)
  if (!open) return truth(type, infer(right, scope, to))
  const known = nonNullOf(type)
  give(right, isIn ? listOf(known) : known, scope, to)
  return truth(type)
}

/** What an operand is that has to be of some type; of an open one nothing is known. */
const operand = (node: Expression, type: ValueType, scope: Scope, to: Analysis): ValueType => {
  if (!isOpen(node, scope, to)) return infer(node, scope, to)
  hint(node, type, scope, to)
  return anyType
}

const textual = ({ left, right }: Binary, scope: Scope, to: Analysis): ValueType => {
  const type = operand(left, text, scope, to)
  if (!isOpen(right, scope, to)) return truth(type, infer(right, scope, to))
  give(right, text, scope, to)
  return truth(type)
}

/** What the sides are; a parameter beside a number is a number. */
const sides = ({ operator, left, right }: Binary, scope: Scope, to: Analysis): readonly [ValueType, ValueType] => {
  const beside = (node: Expression, other: ValueType): ValueType => {
    if (!isNumber(other)) return infer(node, scope, to)
    give(node, number, scope, to)
    return number
  }
  const open = left.kind === 'parameter'
  const alone = operator === '||' || open === (right.kind === 'parameter')
  const known = infer(open && !alone ? right : left, scope, to)
  if (alone) return [known, infer(right, scope, to)]
  return open ? [beside(left, known), known] : [known, beside(right, known)]
}

/** Division of whole numbers is whole, a power never is. */
const arithmetic = (node: Binary, scope: Scope, to: Analysis): ValueType => {
  const [left, right] = sides(node, scope, to)
  const kinds = `${left.kind} ${right.kind}`
  const either = (type: ValueType): ValueType => nullableAs(nullableAs(type, left), right)
  const numbers = isNumber(left) && isNumber(right)
  if (node.operator === '+' && !numbers) {
    if (kinds.includes('any')) return anyType
    if (left.kind === 'list') return left
    return [left, right].every((side) => side.kind === 'string' || isNumber(side)) ? either(text) : anyType
  }
  if (node.operator === '||' || /date|time|duration/i.test(kinds)) return anyType
  if (kinds.includes('any')) return number
  if (node.operator === '^' || kinds.includes('float')) return either(scalarType('float'))
  return either(kinds === 'integer integer' ? scalarType('integer') : number)
}

/** Conditions joined by AND, OR, XOR: along the left side, where chains grow, without going deeper. */
const logical = (node: Binary, scope: Scope, to: Analysis): ValueType => {
  const chain: Expression[] = []
  let first: Expression = node
  while (first.kind === 'binary' && tightness[first.operator] <= tightness.AND) {
    chain.push(first.right)
    first = first.left
  }
  let type = truth(operand(first, boolean, scope, to))
  for (let i = chain.length - 1; i >= 0; i--)
    type = nullableAs(type, operand(chain[i] as Expression, boolean, scope, to)) // in bounds
  return type
}

/** By what an operator is: its level tells. */
const binary = (node: Binary, scope: Scope, to: Analysis): ValueType => {
  const level = tightness[node.operator]
  if (level <= tightness.AND) return logical(node, scope, to)
  if (level > tightness.IN) return arithmetic(node, scope, to)
  return level < tightness.IN || node.operator === 'IN' ? compare(node, scope, to) : textual(node, scope, to)
}

/** `coalesce`: a parameter takes the type of what stands before it; null only when the last argument may be. */
const coalesce = (nodes: readonly Expression[], scope: Scope, to: Analysis): ValueType =>
  unionOf(
    nodes.reduce<readonly ValueType[]>((types, node, i) => {
      if (isOpen(node, scope, to)) {
        give(node, types.length === 0 ? anyType : unionOf(types), scope, to)
        return types
      }
      const type = infer(node, scope, to)
      return [...types, i === nodes.length - 1 ? type : nonNullOf(type)]
    }, []),
  )

const call = (node: Extract<Expression, { kind: 'call' }>, scope: Scope, to: Analysis): ValueType => {
  const name = node.name.toLowerCase()
  if (name === 'coalesce') return coalesce(node.arguments, scope, to)
  const [first = neverType, ...more] = node.arguments.map((each) => infer(each, scope, to))
  const type = functionTypes.get(name)?.(first, to.schema) ?? anyType
  return more.reduce((of, each) => (each.kind === 'any' ? of : nullableAs(of, each)), type) // null for null
}

const inferences: Inferences = {
  ...rareInferences,
  ...compositeInferences,
  variable: (node, scope) => scope.get(node.name) ?? anyType,
  property: (node, scope, to) => propertyOf(infer(node.of, scope, to), node.key, to),
  binary,
  call,
  parenthesised: (node, scope, to) => infer(node.inner, scope, to),
}

/** What an expression is; notes what the parameters in it stand against. */
export const infer = (node: Expression, scope: Scope, to: Analysis): ValueType => {
  // The table pairs each kind with its own node type; the compiler cannot follow that through an index.
  const known = inferences[node.kind] as ((node: Expression, scope: Scope, to: Analysis) => ValueType) | undefined
  return known === undefined ? unfollowed(node, to) : known(node, scope, to)
}
