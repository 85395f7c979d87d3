import type { PoolOptions } from '../pool/options.ts'
import type { Address } from './address.ts'
import type { AuthManager } from './auth/manager.ts'
import type { NotificationFilter } from '../notification-filter.ts'
import type { TlsSource } from './tls.ts'

/** Everything a Bolt engine runs with: the options and the URL, with nothing left open. */
export interface BoltSettings {
  readonly address: Address
  /** The context of the URL where the servers' routing tables are followed; `undefined` for one server alone. */
  readonly routing: Readonly<Record<string, string>> | undefined
  readonly auth: AuthManager
  /** For work that names no database; the user's home database otherwise. */
  readonly database: string | undefined
  /** Made anew for every connection, since certificates may be renewed; `undefined` without encryption. */
  readonly tls: TlsSource | undefined
  readonly userAgent: string
  readonly resolver: ((address: Address) => readonly Address[] | Promise<readonly Address[]>) | undefined
  readonly connectTimeout: number
  readonly keepAlive: boolean
  readonly pool: PoolOptions
  readonly fetchSize: number
  readonly prefetch: boolean
  readonly notifications: NotificationFilter | undefined
  readonly telemetry: boolean
}
