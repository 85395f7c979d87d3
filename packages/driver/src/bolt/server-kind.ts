import type { Dialect } from '@motif/core'
import { arcadedb, memgraph, neo4j2025, neo4j5 } from '@motif/core/dialects'

/** Which product a server is, as far as it says so itself. */
export interface ServerKind {
  readonly name: string
  readonly version: string
  readonly dialect: Dialect
  readonly locksByWriting: boolean
}

/** Products that answer as a compatible Neo4j, with their own name somewhere behind it. */
const others: readonly (Pick<ServerKind, 'name' | 'dialect' | 'locksByWriting'> & { readonly when: RegExp })[] = [
  { name: 'arcadedb', dialect: arcadedb, when: /ArcadeDB(?: v?([\d.]+))?/, locksByWriting: false },
  { name: 'memgraph', dialect: memgraph, when: /Memgraph(?: v?([\d.]+))?/, locksByWriting: true },
]

/** Reads the agent a server reports: `Neo4j/5.26.0`, `Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)`. */
export const serverKind = (agent: string): ServerKind => {
  for (const { name, when, ...kind } of others) {
    const found = when.exec(agent)
    if (found !== null) return { name, version: found[1] ?? '', ...kind }
  }
  const [, name = 'neo4j', version = ''] = /^([^/]+)\/v?([^\s]+)/.exec(agent) ?? []
  const dialect = /^[45]\./.test(version) ? neo4j5 : neo4j2025 // from 2025 on it knows Cypher 25 too
  return { name: name.toLowerCase(), version, dialect, locksByWriting: true }
}
