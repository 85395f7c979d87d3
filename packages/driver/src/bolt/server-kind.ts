import { neo4j, type Dialect } from '@motif/core'

/** Which product a server is, as far as it says so itself. */
export interface ServerKind {
  readonly name: string
  readonly version: string
  readonly dialect: Dialect
  readonly locksByWriting: boolean
}

/** Products that answer as a compatible Neo4j, with their own name somewhere behind it. */
const others: readonly (Pick<ServerKind, 'name' | 'locksByWriting'> & { readonly when: RegExp })[] = [
  { name: 'arcadedb', when: /ArcadeDB(?: v?([\d.]+))?/, locksByWriting: false },
  { name: 'memgraph', when: /Memgraph(?: v?([\d.]+))?/, locksByWriting: true },
]

/** Reads the agent a server reports: `Neo4j/5.26.0`, `Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)`. */
export const serverKind = (agent: string): ServerKind => {
  for (const { name, when, locksByWriting } of others) {
    const found = when.exec(agent)
    if (found !== null) return { name, version: found[1] ?? '', dialect: neo4j, locksByWriting }
  }
  const [, name = 'neo4j', version = ''] = /^([^/]+)\/v?([^\s]+)/.exec(agent) ?? []
  return { name: name.toLowerCase(), version, dialect: neo4j, locksByWriting: true }
}
