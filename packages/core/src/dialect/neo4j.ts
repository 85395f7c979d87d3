import type { Capability, Dialect } from './dialect.ts'

const capabilities: readonly Capability[] = [
  'label-expressions',
  'quantified-paths',
  'shortest-k',
  'inline-where',
  'dynamic-labels',
  'collect-subquery',
  'exists-subquery',
  'count-subquery',
  'call-subquery',
  'call-in-transactions',
  'optional-call',
  'points',
  'named-zones',
  'nanoseconds',
  'temporal-components',
  'namespaced-functions',
  'create-from-map',
  'skip-limit-expressions',
  'nested-aggregates',
  'set-on-null',
  'zero-length-paths',
  'percentile-parameter',
  'negative-slices',
  'list-comparison',
  'explain',
  'profile',
  'load-csv',
  'use-graph',
]

/** Cypher as Neo4j 5.26 and later understand it: every text is sent as it stands. */
export const neo4j: Dialect = { name: 'neo4j', capabilities: new Set(capabilities) }
