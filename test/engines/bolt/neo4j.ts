import { type ConnectOptions, connect, type Database, type UrlOptions } from '@motif/driver'
import type { SchemaShape } from '@motif/core'
import { inject } from 'vitest'
import type { ServerKind } from '../../../tools/servers/kinds.ts'
import { servers } from '../engines.ts'

/** A graph of which nothing is known. */
export interface AnyGraph {
  nodes: {}
  relationships: {}
}

export type AnyDatabase = Database<AnyGraph>

const isNeo4j = (kind: ServerKind): boolean => kind.startsWith('neo4j')

/** The Neo4j servers of this run. */
export const neo4jServers: readonly ServerKind[] = servers.filter(isNeo4j)

/** Where a server of this run listens; the first Neo4j where none is named. */
export const portOf = (kind: ServerKind | undefined = neo4jServers[0]): number => {
  const server = kind && inject('servers')[kind]
  if (server === undefined) throw new Error(`${kind ?? 'a Neo4j'} was not started`)
  return Number(new URL(server.url).port)
}

/** A database of a Neo4j of this run: nobody needs to log on there. */
export const neo4j = <S extends SchemaShape = AnyGraph>(
  options: UrlOptions<S> & ConnectOptions<S> = {},
  kind?: ServerKind,
): Database<S> => connect<S>(`bolt://127.0.0.1:${portOf(kind)}`, options)

/** Takes every node away. */
export const clear = async (db: AnyDatabase): Promise<void> => {
  await db.cypher.as<never, {}>('MATCH (n) DETACH DELETE n').execute()
}
