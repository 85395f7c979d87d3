import { startArcadedb } from './arcadedb.ts'
import { startNeo4j } from './neo4j/start-neo4j.ts'
import type { Report, Server } from './server.ts'

/** What is the same for every kind of server. */
export interface StartOptions {
  /** A free one otherwise. */
  readonly port?: number | undefined
  /** 8 characters or more. Neo4j lets everybody in without one, the others have one of their own. */
  readonly password?: string | undefined
  /** It lives for minutes: Neo4j's Java compiles quickly rather than well. */
  readonly brief?: boolean
  readonly report?: Report
}

/** The servers that can be started here, by name. FalkorDB's Bolt is not: it listens on every interface of the machine. */
export const kinds = {
  neo4j: (options) => startNeo4j({ ...options, version: '5.26' }),
  'neo4j-2026': (options) => startNeo4j({ ...options, version: '2026.08' }),
  arcadedb: startArcadedb,
} as const satisfies Readonly<Record<string, (options: StartOptions) => Promise<Server>>>

export type ServerKind = keyof typeof kinds
