import { rewriting } from './compile/rewriting.ts'
import { cypher25, neo4j2025 as both } from './dialect/neo4j2025.ts'
import type { Dialect } from './dialect/dialect.ts'
import { lacking } from './dialect/lacking.ts'

const newer = `${cypher25} extended-case dynamic-labels dynamic-types shortest-k type-predicates normal-forms transaction-status`

/**
 * Cypher as Neo4j speaks it from 2025 on: a text goes as it stands, with `CYPHER 25` before it where it has words that
 * Cypher 5 does not know. NULLS FIRST and NULLS LAST, which it has no words for, are sorted by themselves.
 *
 * @example
 * import { neo4j2025 } from '@motif/core/dialects'
 * db.match('(n:User)').let('a = n.age').return('a').compile({ dialect: neo4j2025 })
 * // CYPHER 25 MATCH (n:User)
 * // LET a = n.age
 * // RETURN a
 */
export const neo4j2025: Dialect = both

/**
 * Cypher 5 alone, as Neo4j 5.26 speaks it: what only Cypher 25 has is written in older words, or refused.
 *
 * @example
 * import { neo4j5 } from '@motif/core/dialects'
 * db.match('(n:User)').let('a = n.age').return('a').compile({ dialect: neo4j5 })
 * // MATCH (n:User)
 * // WITH *, n.age AS a
 * // RETURN a
 */
export const neo4j5: Dialect = rewriting(lacking('neo4j5', `nulls-order ${cypher25}`))

/** Cypher as ArcadeDB 26.10 reads it. */
export const arcadedb: Dialect = rewriting(
  lacking(
    'arcadedb',
    'nulls-order shortest-k match-modes next search dynamic-types transaction-status use-graph definitions group-by',
  ),
)

/** Cypher as Memgraph 3 reads it, by its grammar of August 2026; no Memgraph was at hand to try it on. */
export const memgraph: Dialect = rewriting(
  lacking(
    'memgraph',
    `${newer} nulls-order insert finish free-order quantified-paths shortest-path inline-where label-expressions dynamic-properties ` +
      'collect-subquery optional-call load-csv use-graph planner-hints concatenation-operator',
  ),
)

/** Cypher as FalkorDB 4.16 reads it. */
export const falkordb: Dialect = rewriting(
  lacking(
    'falkordb',
    `${newer} nulls-order insert finish free-order quantified-paths shortest-path inline-where label-expressions dynamic-properties ` +
      'exists-subquery count-subquery collect-subquery optional-call call-in-transactions load-csv use-graph planner-hints ' +
      'concatenation-operator call-scope create-from-map skip-limit-expressions namespaced-functions points',
  ),
)
