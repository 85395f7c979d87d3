import type { Clause } from '../ast/clause.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'

/**
 * How a text is spelt for one kind of engine: a name, what it can say, and the differences.
 * A dialect is a value, never a subclass.
 */
export interface Dialect {
  readonly name: string
  /**
   * What of the closed list this dialect lacks, wholly or in part: its rewrite says the same in other words, or refuses it
   * by name. Absent: every text is sent as it stands, and the engine says what it lacks.
   */
  readonly lacks?: ReadonlySet<Capability> | undefined
  /** What is put before a text that has no other way to be understood, such as the version of Cypher it is written in. */
  readonly prefix?: ((clauses: readonly Clause[], text: string) => string) | undefined
  /** Words, in upper case, that this dialect cannot take as bare names besides those no dialect can. */
  readonly reserved?: ReadonlySet<string> | undefined
  /**
   * Statement in, statement out: changes spelling without changing meaning, or throws UNSUPPORTED_FEATURE with the
   * nearest way to write it. A clause it does not change it returns as the same object, so that its source text is sent
   * as it stands. Columns and named parameters are taken from the statement before it is rewritten. Of an inline value it
   * may ask the type and whether it is null: what it makes of one holds for all others of that kind.
   */
  readonly rewrite?: ((clauses: readonly Clause[], given: RewriteGiven) => readonly Clause[]) | undefined
}

/** What a dialect is told beside the statement; whatever else it asks, it finds out by itself. */
export interface RewriteGiven {
  /** The run-time schema, where there is one. */
  readonly schema?: SchemaDescriptor | undefined
}

/** The closed list of what dialects differ in. */
export type Capability =
  | 'label-expressions'
  | 'quantified-paths'
  | 'shortest-k'
  | 'inline-where'
  | 'dynamic-labels'
  | 'dynamic-types'
  | 'collect-subquery'
  | 'exists-subquery'
  | 'count-subquery'
  | 'call-subquery'
  | 'call-in-transactions'
  | 'optional-call'
  | 'points'
  | 'named-zones'
  | 'nanoseconds'
  | 'temporal-components'
  | 'namespaced-functions'
  | 'nulls-order'
  | 'create-from-map'
  | 'skip-limit-expressions'
  | 'nested-aggregates'
  | 'set-on-null'
  | 'zero-length-paths'
  | 'percentile-parameter'
  | 'negative-slices'
  | 'list-comparison'
  | 'explain'
  | 'profile'
  | 'load-csv'
  | 'use-graph'
  | 'entity-expressions'
  | 'path-variables'
  | 'pattern-comprehensions'
  | 'unprojected-names'
  | 'optional-where'
  | 'subquery-clauses'
  | 'functions'
  | 'percentile-disc'
  | 'concatenation-operator'
  | 'dynamic-properties'
  | 'delete-expressions'
  | 'merge-on-null'
  | 'many-clauses'
  | 'planner-hints'
  | 'backtick-names'
  | 'let'
  | 'filter'
  | 'next'
  | 'finish'
  | 'insert'
  | 'search'
  | 'conditional-queries'
  | 'match-modes'
  | 'path-modes'
  | 'type-predicates'
  | 'normal-forms'
  | 'extended-case'
  | 'all-reduce'
  | 'definitions'
  | 'group-by'
  | 'shortest-path'
  | 'transaction-status'
  | 'free-order'
  | 'collection-functions'
  | 'call-scope'
