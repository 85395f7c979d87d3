import type { Clause, ProjectionItem, SortItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { type Change, changeBelow, changeClause, changePattern, mapList } from '../ast/rewrite.ts'
import type { Capability } from './dialect.ts'

type Projection = Extract<Clause, { kind: 'with' | 'return' }>

const star = (items: readonly ProjectionItem[], given: boolean): Clause => ({
  kind: 'with',
  distinct: false,
  star: given,
  items,
})

const writes = new Set<Clause['kind']>(['create', 'merge', 'set', 'remove', 'delete', 'foreach', 'call-subquery'])
const afterReturn = new Set<Clause['kind']>(['order-by', 'skip', 'limit', 'where'])

/** The column's name: as it is said, or the text as it stands. */
const nameOf = ({ alias, expression, source }: ProjectionItem): string | undefined =>
  alias ?? (expression.kind === 'variable' ? expression.name : (expression.source ?? source))

/** RETURN before NEXT hands its columns on, as WITH does, which wants a name for each. */
const handsOn = ({ distinct, star: all, items }: Projection): Clause | undefined =>
  items.some((item) => nameOf(item) === undefined)
    ? undefined
    : {
        kind: 'with',
        distinct,
        star: all,
        items: items.map((item) => ({ expression: item.expression, alias: nameOf(item) })),
      }

/** The statement without NEXT, or as it is where the rows before it are of several. */
const withoutNext = (clauses: readonly Clause[]): readonly Clause[] => {
  const out: Clause[] = []
  for (const clause of clauses) {
    let at = out.length - 1
    while (at >= 0 && afterReturn.has(out[at]?.kind ?? 'next')) at -= 1
    const returned = out[at]
    const alone = returned?.kind === 'return' && !out.some(({ kind }) => kind === 'union')
    const handed = clause.kind === 'next' && alone ? handsOn(returned) : undefined
    if (handed === undefined) out.push(clause)
    else out[at] = handed
  }
  return out
}

/** NULLS FIRST and NULLS LAST where they are not what the direction means anyway: whether it is null comes first. */
const nulls = (item: SortItem): readonly SortItem[] => {
  if (item.nulls === undefined) return [item]
  const { expression, descending } = item
  if ((item.nulls === 'first') === descending) return [{ expression, descending }]
  const isNull: Expression = { kind: 'null-test', negated: false, operand: expression }
  return [
    { expression: isNull, descending: item.nulls === 'first' },
    { expression, descending },
  ]
}

/** Each part of a UNION begins with the names it sees. */
const importing = (clauses: readonly Clause[], scope: readonly string[]): readonly Clause[] => {
  const items = scope.map((name): ProjectionItem => ({ expression: { kind: 'variable', name }, alias: undefined }))
  return clauses.flatMap((each, at): readonly Clause[] => {
    const begins = at === 0 || clauses[at - 1]?.kind === 'union'
    return begins ? [star(items, false), each] : [each]
  })
}

/** One clause in words that were there before; `before` are those that stand in front of it. */
const older = (given: Clause, before: readonly Clause[], lacks: ReadonlySet<Capability>): readonly Clause[] => {
  const sorted = given.kind === 'order-by' && lacks.has('nulls-order') && given.items.some((item) => item.nulls)
  const clause: Clause = sorted ? { kind: 'order-by', items: given.items.flatMap(nulls) } : given
  const carries = before.some(({ kind }) => kind !== 'prefix' && kind !== 'union')
  const last = before.at(-1)?.kind
  if (clause.kind === 'let' && lacks.has('let'))
    return [
      star(
        clause.items.map(({ variable, value }) => ({ expression: value, alias: variable })),
        carries,
      ),
    ]
  if (clause.kind === 'filter' && lacks.has('filter') && carries)
    return [star([], true), { kind: 'where', condition: clause.condition }]
  if (clause.kind === 'finish' && lacks.has('finish') && last !== undefined && writes.has(last)) return []
  if (clause.kind === 'create' && clause.insert === true && lacks.has('insert')) {
    return [{ kind: 'create', patterns: clause.patterns }]
  }
  if (lacks.has('free-order') && (clause.kind === 'order-by' || clause.kind === 'skip' || clause.kind === 'limit')) {
    const placed = last === 'with' || last === 'return' || (last !== undefined && afterReturn.has(last))
    const { source, ...bare } = clause
    const same = clause.kind !== 'skip' || source === undefined || !/^offset/i.test(source)
    return [...(placed || !carries ? [] : [star([], true)]), same ? clause : bare]
  }
  if (clause.kind === 'call-subquery' && lacks.has('call-scope') && Array.isArray(clause.scope)) {
    const { source: _, ...kept } = clause
    const clauses = clause.scope.length === 0 ? clause.clauses : importing(clause.clauses, clause.scope as string[])
    return [{ ...kept, scope: undefined, clauses }]
  }
  return [clause]
}

const isBare = (element: Pattern['elements'][number] | undefined): boolean =>
  element?.kind === 'node' &&
  [element.variable, element.labels, element.properties, element.where].every((part) => part === undefined)

type Relationship = Extract<Pattern['elements'][number], { kind: 'relationship' }>

/** The relationship that a group repeats, where there is nothing else in it. */
const repeatedIn = (element: Pattern['elements'][number]): Relationship | undefined => {
  if (element.kind === 'node') return undefined
  // A condition is of each relationship; after `*1..3` it would be of their list.
  if (element.kind === 'relationship') return element.where === undefined ? element : undefined
  const [from, step, to, more] = element.pattern.elements
  const alone = isBare(from) && isBare(to) && more === undefined && element.where === undefined
  return alone && step?.kind === 'relationship' && step.where === undefined ? step : undefined
}

/** `-[:R]->{1,3}` and `(()-[:R]->()){1,3}` are `-[:R*1..3]->`. */
const withoutQuantifiers = (pattern: Pattern): Pattern => {
  const elements = mapList(pattern.elements, (element) => {
    const step = repeatedIn(element)
    if (element.kind === 'node' || element.quantifier === undefined || step === undefined) return element
    const { quantifier: _, ...kept } = step
    return { ...kept, length: { min: element.quantifier.min ?? 0, max: element.quantifier.max } }
  })
  if (elements === pattern.elements) return pattern
  const { source: _, ...kept } = pattern
  return { ...kept, elements }
}

/**
 * Says in words that older Cypher has what newer Cypher has a word for: LET and FILTER become WITH, NEXT goes on with
 * WITH, FINISH is left out, INSERT becomes CREATE, and ORDER BY of its own gets a WITH *.
 *
 * @example
 * // MATCH (n:User) LET a = n.age FILTER a > 18 RETURN a
 * // MATCH (n:User) WITH *, n.age AS a WITH * WHERE a > 18 RETURN a
 */
export const inOlderWords = (statement: readonly Clause[], lacks: ReadonlySet<Capability>): readonly Clause[] => {
  const to: Change = {
    expression: (node) => changeBelow(node, to),
    pattern: (node) => changePattern(lacks.has('quantified-paths') ? withoutQuantifiers(node) : node, to),
    clauses(nodes) {
      const inner = mapList(nodes, (node) => changeClause(node, to))
      const joined = lacks.has('next') && inner.some(({ kind }) => kind === 'next') ? withoutNext(inner) : inner
      const out: Clause[] = []
      for (const each of joined) out.push(...older(each, out, lacks))
      return out.length === nodes.length && out.every((each, at) => each === nodes[at]) ? nodes : out
    },
  }
  return to.clauses(statement, false)
}
