import type { Dialect } from './dialect.ts'

/** Cypher as Neo4j 5.26 and later understand it: every text is sent as it stands. */
export const neo4j: Dialect = { name: 'neo4j' }
