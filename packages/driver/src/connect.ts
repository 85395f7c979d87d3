import { GraphError, type Dialect, type SchemaShape } from '@motif/core'
import { neo4j2025 } from '@motif/core/dialects'
import { grafeo } from '@motif/core/grafeo'
import type { NetworkOptions } from './bolt/options.ts'
import { parseBoltUrl } from './bolt/url.ts'
import { Database } from './database.ts'
import { DatabaseCore } from './database-core.ts'
import type { Engine } from './engine.ts'
import type { EngineSource } from './engine-slot.ts'
import { parseGrafeoUrl } from './grafeo/url.ts'
import type { ConnectOptions } from './options.ts'

/** How one kind of URL is served; the engine's module is loaded at the first use. */
interface Scheme {
  readonly engine: string
  readonly dialect: Dialect
  /** Throws a GraphError USAGE for a URL that is wrong. */
  readonly check: (url: string) => unknown
  readonly load: (url: string, options: NetworkOptions) => Promise<Engine>
}

const bolt: Scheme = {
  engine: 'neo4j',
  dialect: neo4j2025, // until the server has told what it is
  check: parseBoltUrl,
  load: async (url, options) => (await import('./bolt/index.ts')).bolt({ ...options, url }),
}

const schemes: Readonly<Record<string, Scheme>> = {
  grafeo: {
    engine: 'grafeo',
    dialect: grafeo,
    check: parseGrafeoUrl,
    load: async (url) => (await import('./grafeo/index.ts')).fromUrl(url),
  },
  bolt,
  'bolt+s': bolt,
  'bolt+ssc': bolt,
  neo4j: bolt,
  'neo4j+s': bolt,
  'neo4j+ssc': bolt,
}

/**
 * Options of `connect`. Those of the network are for the URL of a server; an embedded engine needs none of them, and one
 * made by `bolt()` has its own.
 */
export type UrlOptions<S extends SchemaShape = SchemaShape, X = {}> = ConnectOptions<S, X> & NetworkOptions

/**
 * A database by its URL, or over an engine. Returns at once: the engine is reached at the first use, where a failure
 * surfaces, or by `db.open()`.
 *
 * Throws a GraphError USAGE for a URL it does not know.
 *
 * @example
 * await using db = connect('grafeo:./air.db', { schema })   // grafeo::memory:, grafeo:./new.db?create=true
 * await using server = connect('neo4j+s://graph.example.com', { schema, auth: basicAuth('reader', password) })
 * await db.match('(a:Airport)').return('count(a) AS n').one()   // MATCH (a:Airport) RETURN count(a) AS n
 */
export const connect = <S extends SchemaShape, X = {}>(
  target: string | Engine,
  options: UrlOptions<S, X> = {},
): Database<S, X> & X => {
  const { schema, plugins, safety, onWarning, extend } = options
  const core = new DatabaseCore(typeof target === 'string' ? fromUrl(target, options) : fromEngine(target), options)
  // What the extension returns is part of it.
  return new Database<S, X>(core, { schema, plugins, safety, onWarning, extend }) as Database<S, X> & X
}

const fromEngine = (engine: Engine): EngineSource => ({
  name: engine.name,
  dialect: engine.dialect,
  load: () => Promise.resolve(engine),
})

const fromUrl = (url: string, options: NetworkOptions): EngineSource => {
  const name = /^([a-z][a-z0-9+.-]*):/.exec(url)?.[1] ?? ''
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined
  if (scheme === undefined) {
    // The URL itself may hold a password.
    const known = Object.keys(schemes)
      .map((each) => `${each}:`)
      .join(', ')
    throw new GraphError(
      'USAGE',
      `connect() takes a URL that begins with ${known} not ${name === '' ? 'one without a scheme' : `${name}:`}`,
    )
  }
  scheme.check(url)
  return { name: scheme.engine, dialect: scheme.dialect, load: () => scheme.load(url, options) }
}
