import type { Clause, ProjectionItem, RemoveItem, SetItem, SortItem, Transactions } from './clause.ts'
import type { Expression, MapEntry, ProjectionEntry } from './expression.ts'
import type { NodeOf } from './node-of.ts'
import type { DynamicLabel, LabelExpression, Pattern } from './pattern.ts'

/**
 * What becomes of each thing directly below a node. `bound` says that the child sees the names the node itself binds, as
 * the body of a list comprehension does and its list does not. Returning the same object leaves the parent
 * untouched, source text included.
 */
export interface Change {
  expression(child: Expression, bound: boolean): Expression
  pattern(child: Pattern): Pattern
  clauses(children: readonly Clause[], bound: boolean): readonly Clause[]
}

/** A list with each item changed; the same list when no item was. */
export const mapList = <T>(list: readonly T[], change: (item: T) => T): readonly T[] => {
  let out: T[] | undefined
  for (let i = 0; i < list.length; i++) {
    const before = list[i] as T // in bounds
    const after = change(before)
    if (after !== before && out === undefined) out = list.slice(0, i)
    out?.push(after)
  }
  return out ?? list
}

/** The node with some fields replaced: the same object when none differs, otherwise a copy without its source text. */
const put = <T extends object>(node: T, fields: Partial<T>): T => {
  let same = true
  for (const key in fields) if (fields[key] !== node[key]) same = false
  if (same) return node
  const { source: _, ...kept } = { source: undefined, ...node, ...fields }
  return kept as unknown as T // all fields of T but the optional `source`
}

type Expressions = { readonly [K in Expression['kind']]: (node: NodeOf<Expression, K>, to: Change) => Expression }
type Clauses = { readonly [K in Clause['kind']]: (node: NodeOf<Clause, K>, to: Change) => Clause }

const same = <T>(node: T): T => node
const maybe = (node: Expression | undefined, to: Change, bound: boolean): Expression | undefined =>
  node === undefined ? undefined : to.expression(node, bound)
const all = (nodes: readonly Expression[], to: Change): readonly Expression[] =>
  mapList(nodes, (node) => to.expression(node, false))
const entry = (item: MapEntry, to: Change): MapEntry => put(item, { value: to.expression(item.value, false) })
const projected = (item: ProjectionEntry, to: Change): ProjectionEntry =>
  item.kind === 'entry' ? put(item, { value: to.expression(item.value, false) }) : item

/** Labels with the expressions that give them changed. */
const label = <T extends LabelExpression>(node: T, to: Change, bound: boolean): T => {
  const each: LabelExpression = node
  if (each.kind === 'dynamic') return put<LabelExpression>(each, { of: to.expression(each.of, bound) }) as T // the same kind
  if (each.kind === 'not') return put<LabelExpression>(each, { of: label(each.of, to, bound) }) as T
  if (each.kind === 'label' || each.kind === 'wildcard') return node
  return put<LabelExpression>(each, { of: mapList(each.of, (one) => label(one, to, bound)) }) as T
}
const named = (nodes: readonly (string | DynamicLabel)[], to: Change): readonly (string | DynamicLabel)[] =>
  mapList(nodes, (node) => (typeof node === 'string' ? node : label(node, to, false)))

const changes: Expressions = {
  literal: same,
  parameter: same,
  value: same,
  variable: same,
  opaque: same,
  property: (node, to) => put(node, { of: to.expression(node.of, false) }),
  index: (node, to) => put(node, { of: to.expression(node.of, false), at: to.expression(node.at, false) }),
  slice: (node, to) =>
    put(node, { of: to.expression(node.of, false), from: maybe(node.from, to, false), to: maybe(node.to, to, false) }),
  unary: (node, to) => put(node, { operand: to.expression(node.operand, false) }),
  binary: (node, to) => put(node, { left: to.expression(node.left, false), right: to.expression(node.right, false) }),
  'null-test': (node, to) => put(node, { operand: to.expression(node.operand, false) }),
  'label-test': (node, to) => put(node, { of: to.expression(node.of, false), labels: label(node.labels, to, false) }),
  'type-test': (node, to) => put(node, { operand: to.expression(node.operand, false) }),
  'normal-form-test': (node, to) => put(node, { operand: to.expression(node.operand, false) }),
  'case-operand': same,
  list: (node, to) => put(node, { items: all(node.items, to) }),
  map: (node, to) => put(node, { entries: mapList(node.entries, (item) => entry(item, to)) }),
  'map-projection': (node, to) => put(node, { entries: mapList(node.entries, (item) => projected(item, to)) }),
  call: (node, to) => put(node, { arguments: all(node.arguments, to) }),
  case: (node, to) =>
    put(node, {
      operand: maybe(node.operand, to, false),
      branches: mapList(node.branches, (branch) =>
        put(branch, {
          when: to.expression(branch.when, false),
          or: branch.or && all(branch.or, to),
          then: to.expression(branch.then, false),
        }),
      ),
      otherwise: maybe(node.otherwise, to, false),
    }),
  'list-comprehension': (node, to) =>
    put(node, {
      in: to.expression(node.in, false),
      where: maybe(node.where, to, true),
      yield: maybe(node.yield, to, true),
    }),
  'pattern-comprehension': (node, to) =>
    put(node, {
      pattern: to.pattern(node.pattern),
      where: maybe(node.where, to, true),
      yield: to.expression(node.yield, true),
    }),
  quantifier: (node, to) => put(node, { in: to.expression(node.in, false), where: to.expression(node.where, true) }),
  reduce: (node, to) =>
    put(node, {
      initial: to.expression(node.initial, false),
      in: to.expression(node.in, false),
      step: to.expression(node.step, true),
      predicate: maybe(node.predicate, to, true),
    }),
  subquery: (node, to) => put(node, { clauses: to.clauses(node.clauses, false) }),
  'pattern-predicate': (node, to) => put(node, { pattern: to.pattern(node.pattern) }),
  parenthesised: (node, to) => put(node, { inner: to.expression(node.inner, false) }),
  entity: (node, to) => put(node, { of: to.expression(node.of, false) }),
}

const item = <T extends ProjectionItem | SortItem>(node: T, to: Change): T =>
  put<ProjectionItem | SortItem>(node, { expression: to.expression(node.expression, false) }) as T // the same kind
const setItem = (node: SetItem, to: Change): SetItem => {
  if (node.kind === 'labels') return put(node, { labels: named(node.labels, to) })
  if (node.kind !== 'property') return put(node, { value: to.expression(node.value, false) })
  return put(node, { target: to.expression(node.target, false), value: to.expression(node.value, false) })
}
const removeItem = (node: RemoveItem, to: Change): RemoveItem =>
  node.kind === 'labels'
    ? put(node, { labels: named(node.labels, to) })
    : put(node, { target: to.expression(node.target, false) })

const transactions = (node: Transactions, to: Change): Transactions =>
  put(node, {
    concurrency: typeof node.concurrency === 'object' ? to.expression(node.concurrency, false) : node.concurrency,
    rows: maybe(node.rows, to, false),
    disjoint: typeof node.disjoint === 'object' ? all(node.disjoint, to) : node.disjoint,
    seconds: maybe(node.seconds, to, false),
  })

const clauseChanges: Clauses = {
  prefix: same,
  'schema-command': same,
  opaque: same,
  union: same,
  next: same,
  finish: same,
  let: (node, to) =>
    put(node, { items: mapList(node.items, (each) => put(each, { value: to.expression(each.value, false) })) }),
  filter: (node, to) => put(node, { condition: to.expression(node.condition, false) }),
  search: (node, to) =>
    put(node, {
      index: typeof node.index === 'string' ? node.index : to.expression(node.index, false),
      for: to.expression(node.for, false),
      analyzer: maybe(node.analyzer, to, false),
      where: maybe(node.where, to, false),
      skip: maybe(node.skip, to, false),
      limit: to.expression(node.limit, false),
    }),
  'load-csv': (node, to) => put(node, { from: to.expression(node.from, false) }),
  conditional: (node, to) =>
    put(node, {
      branches: mapList(node.branches, (branch) =>
        put(branch, { when: to.expression(branch.when, false), clauses: to.clauses(branch.clauses, false) }),
      ),
      otherwise: node.otherwise && to.clauses(node.otherwise, false),
    }),
  block: (node, to) => put(node, { clauses: to.clauses(node.clauses, false) }),
  match: (node, to) => put(node, { patterns: mapList(node.patterns, (pattern) => to.pattern(pattern)) }),
  create: (node, to) => put(node, { patterns: mapList(node.patterns, (pattern) => to.pattern(pattern)) }),
  merge: (node, to) => put(node, { pattern: to.pattern(node.pattern) }),
  where: (node, to) => put(node, { condition: to.expression(node.condition, false) }),
  with: (node, to) => put(node, { items: mapList(node.items, (each) => item(each, to)) }),
  return: (node, to) => put(node, { items: mapList(node.items, (each) => item(each, to)) }),
  'group-by': (node, to) => put(node, { keys: node.keys === 'all' ? node.keys : all(node.keys, to) }),
  'order-by': (node, to) => put(node, { items: mapList(node.items, (each) => item(each, to)) }),
  skip: (node, to) => put(node, { count: to.expression(node.count, false) }),
  limit: (node, to) => put(node, { count: to.expression(node.count, false) }),
  unwind: (node, to) => put(node, { list: to.expression(node.list, false) }),
  set: (node, to) => put(node, { items: mapList(node.items, (each) => setItem(each, to)) }),
  remove: (node, to) => put(node, { items: mapList(node.items, (each) => removeItem(each, to)) }),
  delete: (node, to) => put(node, { items: all(node.items, to) }),
  'call-subquery': (node, to) =>
    put(node, {
      clauses: to.clauses(node.clauses, false),
      transactions: node.transactions && transactions(node.transactions, to),
    }),
  'call-procedure': (node, to) => put(node, { arguments: all(node.arguments, to) }),
  foreach: (node, to) => put(node, { list: to.expression(node.list, false), clauses: to.clauses(node.clauses, true) }),
}

/** An expression with what lies directly below it changed; the same object when nothing was. */
export const changeBelow = (node: Expression, to: Change): Expression => {
  // The table pairs each kind with its own node type; the compiler cannot follow that through an index.
  const each = changes[node.kind] as (node: Expression, to: Change) => Expression
  return each(node, to)
}

/** A clause with what lies directly below it changed; the same object when nothing was. */
export const changeClause = (node: Clause, to: Change): Clause => {
  const each = clauseChanges[node.kind] as (node: Clause, to: Change) => Clause // as above
  return each(node, to)
}

type Element = Pattern['elements'][number]

const element = (node: Element, to: Change): Element => {
  const where = maybe(node.where, to, true)
  if (node.kind === 'group') return put(node, { pattern: to.pattern(node.pattern), where })
  const properties = maybe(node.properties, to, true)
  if (node.kind === 'node') return put(node, { labels: node.labels && label(node.labels, to, true), properties, where })
  return put(node, { types: node.types && label(node.types, to, true), properties, where })
}

/** A pattern with the expressions inside it changed; the same object when none was. */
export const changePattern = (node: Pattern, to: Change): Pattern =>
  put(node, {
    selector: node.selector && put(node.selector, { count: maybe(node.selector.count, to, true) }),
    elements: mapList(node.elements, (each) => element(each, to)),
  })

const descent = (change: (node: Expression) => Expression): Change => {
  const to: Change = {
    expression: (node) => change(changeBelow(node, to)),
    pattern: (node) => changePattern(node, to),
    clauses: (nodes) => mapList(nodes, (node) => changeClause(node, to)),
  }
  return to
}

/**
 * Rewrites an expression from its leaves up: `change` sees each node after what lies below it, at every depth,
 * patterns and subqueries included. A node none of whose descendants changed is passed as the same object; every
 * ancestor of a changed node is a copy without its source text.
 *
 * @example
 * mapExpression(condition, node => (node.kind === 'literal' && node.value === null ? other : node))
 */
export const mapExpression = (node: Expression, change: (node: Expression) => Expression): Expression =>
  descent(change).expression(node, false)

/** Rewrites every expression of a list of clauses, as `mapExpression` does. */
export const mapClauses = (nodes: readonly Clause[], change: (node: Expression) => Expression): readonly Clause[] =>
  descent(change).clauses(nodes, false)
