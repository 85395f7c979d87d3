import { expect, test } from 'vitest'
import { serverKind } from '../../src/bolt/server-kind.ts'

test.each([
  ['Neo4j/5.26.30', 'neo4j', '5.26.30'],
  ['Neo4j/2026.08.1', 'neo4j', '2026.08.1'],
  ['Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)', 'arcadedb', '26.10.2'],
  ['Neo4j/v5.11.0 compatible graph database server - Memgraph', 'memgraph', ''],
  ['something', 'neo4j', ''],
])('%s is %s %s', (agent, name, version) => {
  expect(serverKind(agent)).toMatchObject({ name, version })
})
