import type { Expression } from '../../ast/expression.ts'
import type { ValueType } from '../../value/value-type.ts'
import { bare } from './bare.ts'
import type { Change, Place } from './change.ts'
import { floatText } from './float-text.ts'
import { knownType } from './known-type.ts'
import { make } from './make.ts'
import { mayBeNull } from './may-be-null.ts'

type Binary = Extract<Expression, { kind: 'binary' }>

const whole: ReadonlySet<string> = new Set(['integer', 'bigint'])
const open: ReadonlySet<string> = new Set(['any', 'union', 'null', 'list'])

const typeOf = (node: Expression, { context, scope }: Place): ValueType => knownType(context.typeOf(node, scope))

const holdsNull = (node: Expression): boolean => {
  const inner = bare(node)
  if (inner.kind === 'literal') return inner.value === null
  if (inner.kind === 'list') return inner.items.some(holdsNull)
  return inner.kind === 'map' && inner.entries.some(({ value }) => holdsNull(value))
}

const isCollection = (node: Expression): boolean => bare(node).kind === 'list' || bare(node).kind === 'map'

/** Whether a null stands inside a list or a map. */
const hidesNull = (node: Expression): boolean => isCollection(node) && holdsNull(node)

const isLiteral = (node: Expression): boolean => bare(node).kind === 'literal'

/** Whether nulls inside leave open if two values are alike, as far as the text tells. */
const mayBeLike = (left: Expression, right: Expression): boolean => {
  const [a, b] = [bare(left), bare(right)]
  if (!hidesNull(a) && !hidesNull(b)) return false
  if (a.kind !== 'list' || b.kind !== 'list') return !isLiteral(a) && !isLiteral(b)
  if (a.items.length !== b.items.length) return false
  return !a.items.some((item, i) => {
    const [one, other] = [bare(item), bare(b.items[i] ?? make.nothing)]
    const known = one.kind === 'literal' && other.kind === 'literal' && one.value !== null && other.value !== null
    return known && one.value !== other.value
  })
}

const refuseNull = ({ context }: Place): never =>
  context.refuse('list-comparison', 'comparison of lists or maps that hold null', 'compare its elements one by one')

const isNumber = ({ kind }: ValueType): boolean => whole.has(kind) || kind === 'float' || kind === 'number'

/** Whether one side is a text and the other a number, which the engine takes for equal when they read the same. */
const isTextAndNumber = (left: ValueType, right: ValueType): boolean =>
  (left.kind === 'string' && isNumber(right)) || (right.kind === 'string' && isNumber(left))

/** What `=` and `<>` give where the two are never equal: null for null. */
const unequal = ({ left, right, operator }: Binary, { scope, context }: Place): Expression => {
  const unsure = [left, right].filter((each) => mayBeNull(each, scope, context)).map(make.isNull)
  const answer = make.truth(operator === '<>')
  const [first, ...rest] = unsure
  if (first === undefined) return answer
  return make.choose([[rest.reduce((a, b) => make.binary(a, 'OR', b), first), make.nothing]], answer)
}

/** The engine compares a null inside a list or a map as if it were a value, and finds `'1' = 1`. */
const equality: Change<'binary'> = (node, place) => {
  const { left, right } = node
  if (isTextAndNumber(typeOf(left, place), typeOf(right, place))) return unequal(node, place)
  if (hidesNull(left) || hidesNull(right)) refuseNull(place)
  return node
}

/** Booleans and lists have no order in the engine: booleans are compared as 0 and 1. */
const ordering: Change<'binary'> = (node, place) => {
  const [left, right] = [typeOf(node.left, place), typeOf(node.right, place)]
  if (left.kind === 'boolean' && right.kind === 'boolean') {
    return make.binary(make.call('toInteger', node.left), node.operator, make.call('toInteger', node.right))
  }
  if (left.kind === 'list' && right.kind === 'list') {
    place.context.refuse('list-comparison', `order of lists (${node.operator})`, 'compare their elements one by one')
  }
  return node
}

/** An element joined to a list, which the engine knows only between two lists; null stays null. */
const element = (node: Binary, side: 'left' | 'right', place: Place): Expression => {
  const single = node[side]
  const joined = { ...make.binary(node.left, '+', node.right), [side]: make.list(single) } as Expression
  return mayBeNull(single, place.scope, place.context)
    ? make.choose([[make.isNull(single), make.nothing]], joined)
    : joined
}

/** A number beside a text, as Cypher spells it. */
const spelled = (node: Expression, type: ValueType, first: boolean): Expression => {
  if (type.kind === 'float') return floatText(node)
  return first && (whole.has(type.kind) || type.kind === 'number') ? make.call('toString', node) : node
}

const plus: Change<'binary'> = (node, place) => {
  const [left, right] = [typeOf(node.left, place), typeOf(node.right, place)]
  if (left.kind === 'list' && !open.has(right.kind)) return element(node, 'right', place)
  if (right.kind === 'list' && !open.has(left.kind)) return element(node, 'left', place)
  if (left.kind === 'string' || right.kind === 'string') {
    const before = spelled(node.left, left, true)
    const after = spelled(node.right, right, false)
    return before === node.left && after === node.right ? node : make.binary(before, '+', after)
  }
  return node
}

const joined: Change<'binary'> = (node, place) => {
  const kinds = [typeOf(node.left, place).kind, typeOf(node.right, place).kind]
  if (kinds.includes('string') || kinds.includes('list')) return make.binary(node.left, '+', node.right)
  return place.context.refuse(
    'concatenation-operator',
    '|| between values that are not known to be texts or lists',
    'write +',
  )
}

/** `null IN []` is false, and the engine says null; a filter does not tell them apart. */
const within: Change<'binary'> = (node, place) => {
  const list = bare(node.right)
  if (list.kind === 'list' ? list.items.some((item) => mayBeLike(node.left, item)) : hidesNull(node.left))
    refuseNull(place)
  if (list.kind === 'list') return list.items.length === 0 ? make.truth(false) : node
  if (place.filters || !mayBeNull(node.left, place.scope, place.context)) return node
  const filled = make.binary(make.call('size', node.right), '>', make.number(0))
  return make.binary(filled, 'AND', make.binary(node.left, 'IN', node.right))
}

const isPower = (node: Expression): boolean => node.kind === 'binary' && node.operator === '^'

/** The engine begins a row of powers at its right end; printing without source puts parentheses. */
const power: Change<'binary'> = (node) =>
  isPower(node.left) || isPower(node.right) ? make.binary(node.left, '^', node.right) : node

const changes: Readonly<Partial<Record<Binary['operator'], Change<'binary'>>>> = {
  '=': equality,
  '<>': equality,
  '<': ordering,
  '<=': ordering,
  '>': ordering,
  '>=': ordering,
  '+': plus,
  '||': joined,
  IN: within,
  '^': power,
}

/** Operators that the engine takes otherwise than Cypher means them. */
export const changeOperator: Change<'binary'> = (node, place) => changes[node.operator]?.(node, place) ?? node
