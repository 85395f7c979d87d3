import type { Dialect } from './dialect.ts'

/** Cypher as it is written: every text is sent as it stands, and the server says what it lacks. */
export const neo4j: Dialect = { name: 'neo4j' }
