import type { Expression } from '../../ast/expression.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'
import type { ValueType } from '../../value/value-type.ts'
import { bare } from './bare.ts'
import { holdsEntity } from './holds-entity.ts'
import { knownType } from './known-type.ts'

/** Names whose nodes the engine has lost sight of: reading them works, returning them gives ids. */
export type Blurred = ReadonlySet<string>

interface Where {
  readonly scope: Scope
  readonly context: RewriteContext
  readonly blurred: Blurred
}

const through: ReadonlySet<string> = new Set(['tail', 'reverse', 'collect'])
const taking: ReadonlySet<string> = new Set(['head', 'last'])

const shapeOf = (type: ValueType): string => {
  const known = knownType(type)
  if (known.kind === 'list') return `list of ${shapeOf(known.of)}`
  return known.kind === 'union' ? known.of.map(shapeOf).join(' or ') : known.kind
}

/** Whether a list may hold several kinds of things, null among them. */
const isMixed = (list: Expression, { scope, context }: Where): boolean => {
  const inner = bare(list)
  if (inner.kind === 'list') {
    return new Set(inner.items.map((item) => shapeOf(context.typeOf(item, scope)))).size > 1
  }
  const type = knownType(context.typeOf(list, scope))
  if (type.kind !== 'list') return false
  const element = knownType(type.of)
  return element.kind === 'union' || (element.nullable && element.kind !== 'any')
}

/** Whether an expression gives what it holds of nodes and relationships, rather than something read from them. */
const carries = (node: Expression, where: Where): boolean => {
  const some = (...parts: readonly (Expression | undefined)[]): boolean =>
    parts.some((part) => part !== undefined && carries(part, where))
  switch (node.kind) {
    case 'parenthesised':
      return some(node.inner)
    case 'list':
      return some(...node.items)
    case 'map':
      return some(...node.entries.map(({ value }) => value))
    case 'binary':
      return node.operator === '+' && some(node.left, node.right)
    case 'case':
      return some(...node.branches.map(({ then }) => then), node.otherwise)
    default:
      return holdsEntity(where.context.typeOf(node, where.scope))
  }
}

/** An element that is taken from a list that holds several kinds of things, or from one that is blurred. */
const taken = (list: Expression, node: Expression, where: Where): boolean =>
  holdsEntity(where.context.typeOf(node, where.scope)) && (isMixed(list, where) || isBlurred(list, where))

/**
 * Whether the engine loses what kind of entity a value holds on the way. It keeps it through names, lists, maps and
 * indexes, and loses it in comprehensions, reduce and list addition, and in what is taken from a list of several kinds.
 */
export const isBlurred = (node: Expression, where: Where): boolean => {
  const some = (parts: readonly Expression[]): boolean => parts.some((part) => isBlurred(part, where))
  switch (node.kind) {
    case 'variable':
      return where.blurred.has(node.name)
    case 'parenthesised':
      return isBlurred(node.inner, where)
    case 'index':
      return taken(node.of, node, where)
    case 'entity':
    case 'slice':
    case 'property':
      return isBlurred(node.of, where) && holdsEntity(where.context.typeOf(node, where.scope))
    case 'list':
      return some(node.items)
    case 'map':
      return some(node.entries.map(({ value }) => value))
    case 'map-projection':
      return some(node.entries.flatMap((entry) => (entry.kind === 'entry' ? [entry.value] : [])))
    case 'call':
      return ofCall(node, where)
    case 'pattern-comprehension':
      return isBlurred(node.yield, { ...where, scope: where.context.inside(node, where.scope) })
    case 'list-comprehension':
      return holdsEntity(where.context.typeOf(node, where.scope))
    case 'reduce':
      return (
        carries(node.initial, where) || carries(node.step, { ...where, scope: where.context.inside(node, where.scope) })
      )
    case 'case':
    case 'binary':
      return carries(node, where)
    default:
      return false
  }
}

const ofCall = (node: Extract<Expression, { kind: 'call' }>, where: Where): boolean => {
  const name = node.name.toLowerCase()
  const [first] = node.arguments
  if (first === undefined) return false
  if (taking.has(name)) return taken(first, node, where)
  return through.has(name) && isBlurred(first, where)
}
