import type { Clause } from '../ast/clause.ts'
import { GraphError } from '../error/graph-error.ts'
import { cartesianProducts } from './cartesian-products.ts'
import type { Access } from './compiled-query.ts'
import { unboundedPaths } from './unbounded-paths.ts'
import { unfilteredWrites } from './unfiltered-writes.ts'

/** What becomes of a statement that is most often a mistake. */
export type SafetyLevel = 'refuse' | 'warn' | 'allow'

/** What is looked for; `.all()` says of one query that it is meant. */
export interface Safety {
  /** DELETE, SET and REMOVE of everything that a MATCH finds. Default 'refuse'. */
  readonly unfilteredWrite?: SafetyLevel | undefined
  /** A path of any length, outside a search for the shortest. Default 'warn'. */
  readonly unboundedPath?: SafetyLevel | undefined
  /** Patterns that nothing connects or narrows: every combination is a row. Default 'warn'. */
  readonly cartesianProduct?: SafetyLevel | undefined
}

/** What was found in a statement that runs all the same; of the form of an engine's own notifications. */
export interface Warning {
  readonly code: `Motif.${'UnfilteredWrite' | 'UnboundedPath' | 'CartesianProduct'}`
  readonly title: string
  readonly description: string
  readonly severity: 'WARNING'
}

const titles = {
  UnfilteredWrite: 'A write without a filter',
  UnboundedPath: 'A path of any length',
  CartesianProduct: 'A cartesian product',
}

/**
 * Looks for what is most often a mistake.
 *
 * @throws GraphError USAGE for what is to be refused, naming `.all()`, which says that it is meant.
 */
export const warningsOf = (clauses: readonly Clause[], access: Access, safety: Safety = {}): readonly Warning[] => {
  const found: Warning[] = []
  const reporter = (name: keyof typeof titles, level: SafetyLevel) => (what: string) => {
    const description = `${what}, or say .all() if that is meant`
    if (level === 'refuse') throw new GraphError('USAGE', description)
    if (level === 'warn') found.push({ code: `Motif.${name}`, title: titles[name], description, severity: 'WARNING' })
  }
  if (access === 'write') unfilteredWrites(clauses, reporter('UnfilteredWrite', safety.unfilteredWrite ?? 'refuse'))
  unboundedPaths(clauses, reporter('UnboundedPath', safety.unboundedPath ?? 'warn'))
  cartesianProducts(clauses, reporter('CartesianProduct', safety.cartesianProduct ?? 'warn'))
  return found
}
