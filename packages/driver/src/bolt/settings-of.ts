import { GraphError } from '@motif/core'
import { addressResolver } from './address-resolver.ts'
import { toManager } from './auth/to-manager.ts'
import type { BoltOptions } from './options.ts'
import type { BoltSettings } from './settings.ts'
import { tlsFor } from './tls.ts'
import { parseBoltUrl } from './url.ts'
import { userAgent } from './user-agent.ts'

/**
 * What the URL and the other options mean together. Throws a GraphError USAGE where they contradict each other, or where
 * one is out of its bounds.
 */
export const settingsOf = (options: BoltOptions): BoltSettings => {
  const url = parseBoltUrl(options.url)
  if (url.auth !== undefined && options.auth !== undefined)
    throw wrong('auth', 'left out, the URL names a user already')
  const { connectTimeout = 30_000, fetchSize = 1_000 } = options
  if (!(connectTimeout > 0)) throw wrong('connectTimeout', 'a number of milliseconds above 0')
  if (!Number.isInteger(fetchSize) || (fetchSize < 1 && fetchSize !== -1)) {
    throw wrong('fetchSize', 'a whole number from 1, or -1 for all rows at once')
  }
  return {
    address: url.address,
    routing: url.routing,
    auth: toManager(options.auth ?? url.auth),
    database: url.database,
    tls: tlsFor(url.encryption, options.tls),
    userAgent: options.userAgent ?? userAgent,
    resolver: addressResolver(options.resolver),
    connectTimeout,
    keepAlive: options.keepAlive ?? true,
    // What a function takes that gives a certificate or a token comes on top of the connecting itself.
    pool: { createTimeout: connectTimeout + 5_000, ...options.pool },
    fetchSize,
    prefetch: options.prefetch ?? true,
    notifications: options.notifications,
    telemetry: options.telemetry ?? false,
  }
}

const wrong = (name: string, wanted: string): GraphError =>
  new GraphError('USAGE', `the option ${name} must be ${wanted}`, { outcome: 'not sent' })
