import type { Clause, SetItem } from './clause.ts'
import type { Expression } from './expression.ts'
import type { NodeOf } from './node-of.ts'
import type { NodePattern, Pattern, RelationshipPattern } from './pattern.ts'

/**
 * What to do with each thing directly below a node. `bound` says that the child sees the names the node itself binds,
 * as the body of a list comprehension does and its list does not.
 */
export interface Below {
  expression(child: Expression, bound: boolean): void
  pattern(child: Pattern): void
  clauses(children: readonly Clause[], bound: boolean): void
}

type Expressions = { readonly [K in Expression['kind']]: (node: NodeOf<Expression, K>, to: Below) => void }
type Clauses = { readonly [K in Clause['kind']]: (node: NodeOf<Clause, K>, to: Below) => void }

const nothing = (): void => {}

const belowOf: Expressions = {
  literal: nothing,
  parameter: nothing,
  value: nothing,
  variable: nothing,
  opaque: nothing,
  property: (node, to) => to.expression(node.of, false),
  index(node, to) {
    to.expression(node.of, false)
    to.expression(node.at, false)
  },
  slice(node, to) {
    to.expression(node.of, false)
    if (node.from !== undefined) to.expression(node.from, false)
    if (node.to !== undefined) to.expression(node.to, false)
  },
  unary: (node, to) => to.expression(node.operand, false),
  binary(node, to) {
    to.expression(node.left, false)
    to.expression(node.right, false)
  },
  'null-test': (node, to) => to.expression(node.operand, false),
  'label-test': (node, to) => to.expression(node.of, false),
  list(node, to) {
    for (const item of node.items) to.expression(item, false)
  },
  map(node, to) {
    for (const entry of node.entries) to.expression(entry.value, false)
  },
  'map-projection'(node, to) {
    for (const entry of node.entries) if (entry.kind === 'entry') to.expression(entry.value, false)
  },
  call(node, to) {
    for (const argument of node.arguments) to.expression(argument, false)
  },
  case(node, to) {
    if (node.operand !== undefined) to.expression(node.operand, false)
    for (const branch of node.branches) {
      to.expression(branch.when, false)
      to.expression(branch.then, false)
    }
    if (node.otherwise !== undefined) to.expression(node.otherwise, false)
  },
  'list-comprehension'(node, to) {
    to.expression(node.in, false)
    if (node.where !== undefined) to.expression(node.where, true)
    if (node.yield !== undefined) to.expression(node.yield, true)
  },
  'pattern-comprehension'(node, to) {
    to.pattern(node.pattern)
    if (node.where !== undefined) to.expression(node.where, true)
    to.expression(node.yield, true)
  },
  quantifier(node, to) {
    to.expression(node.in, false)
    to.expression(node.where, true)
  },
  reduce(node, to) {
    to.expression(node.initial, false)
    to.expression(node.in, false)
    to.expression(node.step, true)
  },
  subquery: (node, to) => to.clauses(node.clauses, false),
  'pattern-predicate': (node, to) => to.pattern(node.pattern),
  parenthesised: (node, to) => to.expression(node.inner, false),
  entity: (node, to) => to.expression(node.of, false),
}

const setItem = (item: SetItem, to: Below): void => {
  if (item.kind === 'property') to.expression(item.target, false)
  if (item.kind !== 'labels') to.expression(item.value, false)
}

const belowClause: Clauses = {
  prefix: nothing,
  'schema-command': nothing,
  opaque: nothing,
  union: nothing,
  match: (node, to) => node.patterns.forEach((pattern) => to.pattern(pattern)),
  create: (node, to) => node.patterns.forEach((pattern) => to.pattern(pattern)),
  merge: (node, to) => to.pattern(node.pattern),
  where: (node, to) => to.expression(node.condition, false),
  with: (node, to) => node.items.forEach((item) => to.expression(item.expression, false)),
  return: (node, to) => node.items.forEach((item) => to.expression(item.expression, false)),
  'order-by': (node, to) => node.items.forEach((item) => to.expression(item.expression, false)),
  skip: (node, to) => to.expression(node.count, false),
  limit: (node, to) => to.expression(node.count, false),
  unwind: (node, to) => to.expression(node.list, false),
  set: (node, to) => node.items.forEach((item) => setItem(item, to)),
  remove: (node, to) => node.items.forEach((item) => item.kind === 'property' && to.expression(item.target, false)),
  delete: (node, to) => node.items.forEach((item) => to.expression(item, false)),
  'call-subquery': (node, to) => to.clauses(node.clauses, false),
  'call-procedure': (node, to) => node.arguments.forEach((argument) => to.expression(argument, false)),
  foreach(node, to) {
    to.expression(node.list, false)
    to.clauses(node.clauses, true)
  },
}

/** Calls `to` for everything directly below an expression, in the order it is written. */
export const belowExpression = (node: Expression, to: Below): void => {
  // The table pairs each kind with its own node type; the compiler cannot follow that through an index.
  const each = belowOf[node.kind] as (node: Expression, to: Below) => void
  each(node, to)
}

/** Calls `to` for everything directly below a clause, in the order it is written. */
export const belowTheClause = (node: Clause, to: Below): void => {
  const each = belowClause[node.kind] as (node: Clause, to: Below) => void // as above
  each(node, to)
}

/** Calls `to` for the expressions inside one node or relationship of a pattern. */
export const belowElement = (element: NodePattern | RelationshipPattern, to: Below): void => {
  if (element.properties !== undefined) to.expression(element.properties, true)
  if (element.where !== undefined) to.expression(element.where, true)
}
