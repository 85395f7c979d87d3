import type { Expression } from '../../ast/expression.ts'
import { bare } from './bare.ts'
import type { Change, Place } from './change.ts'
import { holdsEntity } from './holds-entity.ts'
import { knownType } from './known-type.ts'
import { make } from './make.ts'
import { mayBeNull } from './may-be-null.ts'

type Case = Extract<Expression, { kind: 'case' }>

const isNull = (node: Expression): boolean => {
  const inner = bare(node)
  return inner.kind === 'literal' && inner.value === null
}

const isEmptyList = (node: Expression): boolean => {
  const inner = bare(node)
  return inner.kind === 'list' && inner.items.length === 0
}

const kindOf = (node: Expression, { context, scope }: Place): string => knownType(context.typeOf(node, scope)).kind

const refuse = (what: string, { context }: Place): never =>
  context.refuse('entity-expressions', what, 'return their properties instead, or choose by a property they have')

/** Values to choose from, all of one kind, so that the engine still knows what it holds. */
const ofOneKind = (values: readonly Expression[], what: string, place: Place): void => {
  const kinds = new Set(values.map((value) => kindOf(value, place)))
  if (kinds.size > 1 || kinds.has('any') || kinds.has('union'))
    refuse(`${what} between a node or relationship and something else`, place)
}

const withResults = (node: Case, result: (then: Expression) => Expression): Expression => ({
  kind: 'case',
  operand: node.operand,
  branches: node.branches.map(({ when, then }) => ({ when, then: result(then) })),
  otherwise: node.otherwise === undefined ? undefined : result(node.otherwise),
})

/** `CASE WHEN c THEN list ELSE [] END`: a part of the list, none or all of it. */
const partOf = (node: Case, lists: readonly Expression[], place: Place): Expression => {
  const [list] = lists
  if (list === undefined || lists.length > 1 || mayBeNull(list, place.scope, place.context))
    return refuse('CASE between lists of nodes or relationships', place)
  const size = make.call('size', list)
  const to = withResults(node, (then) => (isEmptyList(then) ? make.number(0) : size))
  return { kind: 'slice', of: list, from: make.number(0), to }
}

/**
 * CASE between nodes or relationships: the engine gives ids, and takes a relationship for the node of the same id. It
 * keeps what it takes out of a list by an index, so CASE chooses the index.
 */
export const changeCase: Change<'case'> = (node, place) => {
  if (!holdsEntity(place.context.typeOf(node, place.scope))) return node
  const results = [...node.branches.map(({ then }) => then), ...(node.otherwise === undefined ? [] : [node.otherwise])]
  const values = results.filter((value) => !isNull(value) && !isEmptyList(value))
  if (results.some(isEmptyList)) {
    if (results.some(isNull) || node.otherwise === undefined)
      return refuse('CASE between a list of nodes, an empty list and null', place)
    return partOf(node, values, place)
  }
  ofOneKind(values, 'CASE', place)
  const chosen = withResults(node, (then) => (isNull(then) ? make.nothing : make.number(values.indexOf(then))))
  return { kind: 'index', of: make.list(...values), at: chosen }
}

/** `coalesce` of nodes or relationships, as `changeCase`. */
export const changeCoalesce: Change<'call'> = (node, place) => {
  const values = node.arguments.filter((value) => !isNull(value))
  const first = values[0]
  if (node.name.toLowerCase() !== 'coalesce' || first === undefined) return node
  if (!values.some((value) => holdsEntity(place.context.typeOf(value, place.scope)))) return node
  if (!mayBeNull(first, place.scope, place.context)) return first
  if (values.some((value) => kindOf(value, place) === 'list'))
    return refuse('coalesce() of lists of nodes or relationships', place)
  ofOneKind(values, 'coalesce()', place)
  const index = make.choose(values.map((value, i) => [make.isNotNull(value), make.number(i)] as const))
  return { kind: 'index', of: make.list(...values), at: index }
}
