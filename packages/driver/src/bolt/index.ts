import type { Engine } from '../engine.ts'
import { BoltEngine } from './engine.ts'
import type { BoltOptions } from './options.ts'
import { settingsOf } from './settings-of.ts'

export { basicAuth, bearerAuth, customAuth, kerberosAuth, noAuth } from './auth/tokens.ts'
export { refreshingAuth, type ProvidedToken, type RefreshingOptions } from './auth/refreshing-auth.ts'
export type { AuthManager } from './auth/manager.ts'
export type { AuthToken } from '../auth.ts'
export type { Address } from './address.ts'
export type { ServerFailure } from './server-failure.ts'
export { UnsupportedValue } from './packstream/unsupported-value.ts'
export type { NotificationFilter } from '../notification-filter.ts'
export type {
  BoltOptions,
  ClientCertificate,
  NetworkOptions,
  PemSource,
  ResolvedAddresses,
  TlsOptions,
} from './options.ts'
export type { PoolOptions } from '../pool/options.ts'

/**
 * Neo4j, and whatever else speaks Bolt: one server by `bolt:`, a cluster by `neo4j:`. Nothing is opened before the
 * first use. Throws a GraphError USAGE for a URL or options that are wrong.
 *
 * @example
 * await using db = connect(bolt({ url: 'neo4j+s://graph.example.com', auth: basicAuth('reader', password) }), { schema })
 */
export const bolt = (options: BoltOptions): Engine => new BoltEngine(settingsOf(options))
