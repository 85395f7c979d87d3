import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import { bare } from './bare.ts'
import type { Change, Place } from './change.ts'
import { make } from './make.ts'

type Subquery = Extract<Expression, { kind: 'subquery' }>

const inCall = 'write CALL (x) { … RETURN count(*) AS n } before the clause and compare n'

/** A branch without its RETURN, when the RETURN changes neither whether nor how many rows there are. */
const withoutReturn = (node: Subquery, branch: readonly Clause[], { context }: Place): readonly Clause[] => {
  const at = branch.findIndex(({ kind }) => kind === 'return')
  if (at < 0) return branch
  const given = branch[at] as Extract<Clause, { kind: 'with' | 'return' }> // found by its kind
  const after = branch.slice(at + 1).filter(({ kind }) => kind !== 'order-by')
  const counts = node.name === 'COUNT' && (given.distinct || after.length > 0)
  const several = after.every((each) => each.kind === 'limit' && isPositive(each.count))
  const grouped = given.items.some(({ expression }) => context.aggregates(expression))
  if (counts || !several || grouped)
    context.refuse('subquery-clauses', `${node.name} { … RETURN … } that counts or cuts rows`, inCall)
  return branch.slice(0, at)
}

const isPositive = (node: Expression): boolean => {
  const count = bare(node)
  return count.kind === 'literal' && typeof count.value === 'number' && count.value > 0
}

const branches = (clauses: readonly Clause[]): readonly (readonly Clause[])[] => {
  const ends = clauses.flatMap(({ kind }, i) => (kind === 'union' ? [i] : []))
  return [...ends, clauses.length].map((end, i) => clauses.slice(i === 0 ? 0 : (ends[i - 1] as number) + 1, end)) // in bounds
}

const plain: ReadonlySet<Clause['kind']> = new Set(['match', 'where'])

/**
 * EXISTS and COUNT of more than MATCH and WHERE, which is all the engine takes: a RETURN that adds nothing goes, the
 * branches of a UNION are asked one by one.
 */
export const changeSubquery: Change<'subquery'> = (node, place) => {
  const parts = branches(node.clauses).map((branch) => withoutReturn(node, branch, place))
  if (
    parts.some(
      (part) =>
        part.length === 0 ||
        part.some(({ kind, ...rest }) => !plain.has(kind) || ('optional' in rest && rest.optional)),
    )
  ) {
    place.context.refuse('subquery-clauses', `${node.name} { … } with more than MATCH and WHERE`, inCall)
  }
  const all = node.clauses.every((clause) => clause.kind !== 'union' || clause.all)
  if (parts.length > 1 && node.name === 'COUNT' && !all)
    place.context.refuse('subquery-clauses', 'COUNT { … UNION … }', inCall)
  const asked = parts.map(
    (clauses): Expression => (same(clauses, node.clauses) ? node : { kind: 'subquery', name: node.name, clauses }),
  )
  return asked.reduce((left, right) => make.binary(left, node.name === 'EXISTS' ? 'OR' : '+', right))
}

const same = (left: readonly Clause[], right: readonly Clause[]): boolean =>
  left.length === right.length && left.every((clause, i) => clause === right[i])
