import type { AuthToken } from '../auth.ts'
import type { PoolOptions } from '../pool/options.ts'
import type { Address } from './address.ts'
import type { AuthManager } from './auth/manager.ts'
import type { NotificationFilter } from '../notification-filter.ts'

/** How servers are reached. Times are milliseconds. */
export interface NetworkOptions {
  /**
   * Who asks: a token, or something that gives one whenever it is asked. Default: the user and the password of the URL;
   * nobody where it has none.
   */
  readonly auth?: AuthToken | AuthManager | undefined
  /**
   * Whether the line is encrypted and whom it trusts. Default: as the scheme of the URL says. `true` encrypts a `bolt:` or
   * `neo4j:` URL as `+s` does.
   */
  readonly tls?: boolean | TlsOptions | undefined
  /** What the server's log calls this program. Default: name and version of this driver. */
  readonly userAgent?: string | undefined
  /**
   * Turns the address of a `neo4j:` URL into those to ask first for a routing table, as `host:port` or as an object.
   * Default: itself, all addresses that its name stands for included.
   */
  readonly resolver?: ((address: Address) => ResolvedAddresses | Promise<ResolvedAddresses>) | undefined
  /** For opening a connection: TCP, TLS, hand-shake, log-on. Default 30 s: a log-on may ask a directory far away. */
  readonly connectTimeout?: number | undefined
  /** Default: see each. */
  readonly pool?: PoolOptions | undefined
  /**
   * Rows the server sends at a time; -1 for all. Default 1,000: an exchange for so many rows costs little beside them,
   * and so many rows need little memory.
   */
  readonly fetchSize?: number | undefined
  /** Asks for the next batch while one is read. Default true: the server works while the caller does. */
  readonly prefetch?: boolean | undefined
  /** Which notifications the server makes. Default: those of its own choice, usually all. */
  readonly notifications?: NotificationFilter | undefined
  /** Tells the server which kind of call each transaction came from. Default false: nobody is told who was not asked. */
  readonly telemetry?: boolean | undefined
  /** Lets the operating system probe silent connections. Default true: a dead one is found out, at no cost. */
  readonly keepAlive?: boolean | undefined
}

/** A server, and how it is reached. */
export interface BoltOptions extends NetworkOptions {
  /** `neo4j+s://graph.example.com`, `bolt://localhost:7687/movies`. See `parseBoltUrl`. */
  readonly url: string
}

/** Addresses in the order in which they are tried. */
export type ResolvedAddresses = readonly (Address | string)[]

/** How a line is encrypted. A file is given by its path, or by its content in PEM. */
export interface TlsOptions {
  /**
   * Whose certificates are believed: of the authorities Node knows (`NODE_EXTRA_CA_CERTS` adds to them), of those in `ca`,
   * or of anybody, for tests. Default: `list` where `ca` is given, else as the scheme of the URL says.
   */
  readonly trust?: 'system' | 'list' | 'any' | undefined
  /** Certificates of the authorities that are believed instead of Node's. */
  readonly ca?: PemSource | readonly PemSource[] | undefined
  /**
   * Shown to servers that want one. A function is asked for every new connection, so that certificates can be renewed;
   * the one before is kept when it returns `undefined`.
   */
  readonly clientCertificate?:
    | ClientCertificate
    | (() => ClientCertificate | undefined | Promise<ClientCertificate | undefined>)
    | undefined
  /** The name in the server's certificate. Default: the host of the address. */
  readonly servername?: string | undefined
}

/** A path, or PEM. */
export type PemSource = string | Uint8Array

/** What a client shows of itself. */
export interface ClientCertificate {
  readonly cert: PemSource
  readonly key: PemSource
  /** Opens the key, where it is locked. */
  readonly passphrase?: string | undefined
}
