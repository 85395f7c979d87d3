import type { SchemaShape } from '@motif/core'
import { type ConnectOptions, connect, type Database } from '@motif/driver'
import { freshGraph } from '@motif/driver/testing'
import type { EngineName } from './engines.ts'
import { urlOf } from './url-of.ts'

/** Names in back-ticks, as the servers list their own constraints and indexes. */
const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``

const clear = async (db: Database<SchemaShape>): Promise<void> => {
  const names = async (text: string): Promise<string[]> =>
    (await db.cypher.as<{ name: string }, {}>(text).run()).map(({ name }) => quoted(name))
  await db.cypher.as<never, {}>('MATCH (n) DETACH DELETE n').execute()
  for (const name of await names('SHOW CONSTRAINTS YIELD name'))
    await db.cypher.as<never, {}>(`DROP CONSTRAINT ${name}`).execute()
  for (const name of await names("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"))
    await db.cypher.as<never, {}>(`DROP INDEX ${name}`).execute()
}

/** An empty graph for one case; of a server the only one, so cases on servers run one after the other. */
export const emptyGraph = async <S extends SchemaShape, X = {}>(
  engine: EngineName,
  options: ConnectOptions<S, X> = {},
): Promise<Database<S, X> & X> => {
  if (engine === 'grafeo') return freshGraph<S, X>('grafeo', options)
  // Plugins may refuse what clears it, and what is cleared has no types yet.
  await using bare = connect<SchemaShape>(urlOf(engine))
  await clear(bare)
  return connect<S, X>(urlOf(engine), options)
}
