import type { Clause } from '../../ast/clause.ts'
import type { RowsWithSummary } from '../../builder/runnable.ts'
import type { Executor } from '../../execute/executor.ts'
import type { ModelSource } from '../model-context.ts'

type Made = (names: Readonly<Record<string, object>>) => unknown

/** What can be sent. */
export interface Sendable {
  on(executor: Executor): { runWithSummary(): Promise<RowsWithSummary<unknown>> }
}

/** The builder as models use it at run time: the clauses of `Query`, which take trees and callbacks. */
export interface Clauses extends Sendable {
  match(pattern: object): Clauses
  optionalMatch(pattern: object): Clauses
  create(pattern: object): Clauses
  merge(pattern: object): Clauses
  where(condition: Made): Clauses
  with(given: '*' | Made): Clauses
  return(given: Made): Clauses
  orderBy(given: Made): Clauses
  unwind(): (list: object, as: string) => Clauses
  set(name: string, properties: object): Clauses
  onCreateSet(name: string, properties: object): Clauses
  onMatchSet(name: string, properties: object): Clauses
  remove(name: string, keys: readonly string[]): Clauses
  delete(given: Made): Clauses
  detachDelete(given: Made): Clauses
  call(scope: readonly string[], build: (query: Clauses) => Clauses): Clauses
  foreach(variable: string, list: object, build: (query: Clauses) => Clauses): Clauses
  all(): Clauses
  clauses(): readonly Clause[]
}

/** The doors of a graph, where statements begin. The cast: its types ask for texts and names that are known beforehand. */
export const doors = ({ graph }: ModelSource): Clauses => graph as unknown as Clauses
