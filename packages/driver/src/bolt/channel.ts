import type { GraphError, ServerInfo, Signal } from '@motif/core'
import type { AuthToken } from '../auth.ts'
import type { NotificationFilter } from '../notification-filter.ts'
import type { PoolClock } from '../pool/clock.ts'
import type { Address } from './address.ts'
import type { PackReader } from './packstream/reader.ts'
import type { ServerFailure } from './server-failure.ts'
import type { Features } from './version.ts'

/** The map that comes with SUCCESS. */
export type Metadata = Readonly<Record<string, unknown>>

/**
 * What is done with the answer to one request: any number of records, then exactly one of the other four. None of them
 * may throw: a channel breaks on what they throw.
 */
export interface Answer {
  /** One RECORD; the reader stands before its list of fields, and must be read to the list's end. */
  record?(reader: PackReader): void
  success(metadata: Metadata): void
  failure(failure: ServerFailure): void
  /** A request before it failed. */
  ignored(): void
  /** The connection broke before the answer came. */
  lost(error: GraphError): void
}

/** A connection to one server after HELLO: requests out, answers in the same order. Knows nothing of transactions. */
export interface Channel {
  readonly address: Address
  readonly server: ServerInfo
  /** The server's own name for this connection. */
  readonly connectionId: string
  readonly features: Features
  /** Hints the server gave with HELLO. */
  readonly hints: Metadata
  /** Who is logged on, and since when by `performance.now()`. */
  readonly auth: AuthToken
  readonly loggedOnAt: number
  /** Why it can be used no more. */
  readonly broken: GraphError | undefined
  /** Whether the server ignores everything until it is reset. */
  readonly failed: boolean
  /** Requests whose answer has not come. */
  readonly pending: number
  /** `performance.now()` when it was opened, and when the server was last heard. */
  readonly openedAt: number
  readonly heardAt: number
  /**
   * Packs a request; nothing leaves before `flush`. Throws a GraphError PARAMETER for a value that cannot be packed, and
   * then nothing of the request is sent. On a broken channel the answer is `lost` at once.
   */
  send(tag: number, fields: readonly unknown[], answer: Answer): void
  flush(): void
  /**
   * Stops whatever runs: its answers come as failed or ignored. Resolves when the server is ready again, rejects with
   * what broke the channel.
   */
  reset(): Promise<void>
  /**
   * Packs what makes another user the one who asks, sent with the next flush; needs `features.logon`. Where the server
   * refuses that user, every answer that is pending fails with what it said, and the channel breaks.
   */
  logon(auth: AuthToken): void
  /** Says GOODBYE, sends it and closes the socket. */
  close(): Promise<void>
  /** Closes the socket at once; every pending answer is `lost` with this error. */
  destroy(error: GraphError): void
  /** Called once when it breaks or is destroyed, but not when it is closed. */
  onBroken: ((error: GraphError) => void) | undefined
}

/** How a channel is opened: socket, TLS, handshake, HELLO, LOGON. */
export interface ChannelOptions {
  readonly address: Address
  readonly auth: AuthToken
  /** `undefined` without encryption; the options of Node's `tls.connect` with it. */
  readonly tls: import('node:tls').ConnectionOptions | undefined
  readonly userAgent: string
  /** Sent with HELLO by a driver that asks for routing: the address the user named, and the context of the URL. */
  readonly routing: Readonly<Record<string, string>> | undefined
  readonly notifications: NotificationFilter | undefined
  /** Milliseconds for all of it. */
  readonly connectTimeout: number
  readonly keepAlive: boolean
  readonly signal?: Signal | undefined
  /** Bytes of the largest message that is taken from the server; 256 MiB when absent. */
  readonly maxMessageSize?: number | undefined
  readonly clock?: Pick<PoolClock, 'after' | 'now'> | undefined
}
