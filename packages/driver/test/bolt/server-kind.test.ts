import { expect, test } from 'vitest'
import { serverKind } from '../../src/bolt/server-kind.ts'

test.each([
  ['Neo4j/5.26.30', 'neo4j', '5.26.30', 'neo4j5'],
  ['Neo4j/2026.08.1', 'neo4j', '2026.08.1', 'neo4j2025'],
  ['Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)', 'arcadedb', '26.10.2', 'arcadedb'],
  ['Neo4j/v5.11.0 compatible graph database server - Memgraph', 'memgraph', '', 'memgraph'],
  ['something', 'neo4j', '', 'neo4j2025'],
])('%s is %s %s, which speaks %s', (agent, name, version, dialect) => {
  expect(serverKind(agent)).toMatchObject({ name, version, dialect: { name: dialect } })
})
