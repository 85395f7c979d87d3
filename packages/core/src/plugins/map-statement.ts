import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { type Change, changeBelow, changeClause, changePattern, mapList } from '../ast/rewrite.ts'

/** Where a pattern stands. A predicate, `WHERE (u)-->(:Post)`, binds no name and takes no condition inside. */
export type PatternUse = 'match' | 'create' | 'merge' | 'comprehension' | 'predicate'

/** What is changed; each is given what lies below it changed already, and returns the same object to change nothing. */
export interface StatementChanges {
  readonly expression?: (node: Expression) => Expression
  readonly pattern?: (node: Pattern, use: PatternUse) => Pattern
  /** One clause, or several in its place. */
  readonly clause?: (node: Clause) => Clause | readonly Clause[]
  /** A list of clauses as a whole: the statement, or one inside it. */
  readonly clauses?: (nodes: readonly Clause[]) => readonly Clause[]
}

type Clauses = readonly Clause[]

/**
 * Changes a statement at every depth: subqueries, FOREACH, patterns inside expressions.
 *
 * @example
 * mapStatement(clauses, { pattern: (pattern, use) => (use === 'match' ? narrowed(pattern) : pattern) })
 */
export const mapStatement = (clauses: Clauses, changes: StatementChanges): Clauses => {
  const { expression, pattern, clause, clauses: list } = changes
  const of = (use: PatternUse): Change => ({
    expression(node) {
      const below = changeBelow(node, node.kind === 'pattern-predicate' ? to.predicate : to.comprehension)
      return expression?.(below) ?? below
    },
    pattern(node) {
      const below = changePattern(node, of(use))
      return pattern?.(below, use) ?? below
    },
    clauses(nodes) {
      const below = clause === undefined ? mapList(nodes, each) : flat(nodes, (node) => clause(each(node)))
      return list?.(below) ?? below
    },
  })
  const to = {
    match: of('match'),
    create: of('create'),
    merge: of('merge'),
    comprehension: of('comprehension'),
    predicate: of('predicate'),
  }
  const each = (node: Clause): Clause =>
    changeClause(
      node,
      node.kind === 'match' || node.kind === 'create' || node.kind === 'merge' ? to[node.kind] : to.match,
    )
  return to.match.clauses(clauses, false)
}

/** The same list when every clause stays as it is. */
const flat = (nodes: Clauses, change: (node: Clause) => Clause | Clauses): Clauses => {
  const after = nodes.flatMap(change)
  return after.length === nodes.length && after.every((node, at) => node === nodes[at]) ? nodes : after
}
