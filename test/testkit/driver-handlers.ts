import { GraphError } from '@motif/core'
import type { AuthManager, AuthToken, BoltOptions } from '@motif/driver/bolt'
import type { Conversation } from './conversation.ts'
import { resolveNames } from './domain-names.ts'
import { executeQuery } from './execute-query.ts'
import { given } from './given.ts'
import type { Handlers } from './handlers.ts'
import { notificationsOf } from './notifications-of.ts'
import { OpenDriver } from './open-driver.ts'
import type { Data, Message } from './protocol.ts'
import { optionalToken } from './tokens.ts'

export const driverHandlers: Handlers = {
  NewDriver: (talk, data) => {
    if (data['domainNameResolverRegistered'] === true) resolveNames(talk)
    const driver = new OpenDriver(optionsOf(talk, data as NewDriver), given(data['maxTxRetryTimeMs'] as number | null))
    return driverAnswer(talk.objects.add(driver))
  },
  DriverClose: async (talk, { driverId }) => {
    await driverOf(talk, driverId).close()
    return driverAnswer(driverId)
  },
  VerifyConnectivity: async (talk, { driverId }) => {
    await driverOf(talk, driverId).db.open()
    return driverAnswer(driverId)
  },
  GetServerInfo: async (talk, { driverId }) => {
    const { server } = await driverOf(talk, driverId).db.open()
    return { name: 'ServerInfo', data: { ...server } }
  },
  VerifyAuthentication: async (talk, { driverId, authorizationToken }) => {
    const { db, auth } = driverOf(talk, driverId)
    return {
      name: 'DriverIsAuthenticated',
      data: {
        id: driverId,
        authenticated: await letsIn(async () =>
          db.verifyAuthentication(optionalToken(authorizationToken) ?? (await auth()), 'system'),
        ),
      },
    }
  },
  CheckMultiDBSupport: async (talk, { driverId }) => {
    await driverOf(talk, driverId).db.open()
    return { name: 'MultiDBSupport', data: { id: driverId, available: true } }
  },
  CheckSessionAuthSupport: async (talk, { driverId }) => {
    const { server } = await driverOf(talk, driverId).db.open()
    const [major = 0, minor = 0] = (server?.protocolVersion ?? '').split('.').map(Number)
    return { name: 'SessionAuthSupport', data: { id: driverId, available: major > 5 || (major === 5 && minor > 0) } }
  },
  CheckDriverIsEncrypted: (talk, { driverId }) => ({
    name: 'DriverIsEncrypted',
    data: { encrypted: driverOf(talk, driverId).encrypted },
  }),
  ExecuteQuery: executeQuery,
  GetRoutingTable: async (talk, { driverId, database }) => {
    const table = await driverOf(talk, driverId).engine.routingTable(given(database as string | null))
    const names = (role: 'routers' | 'readers' | 'writers'): readonly string[] =>
      table?.[role].map(({ host, port }) => `${host}:${port}`) ?? []
    return {
      name: 'RoutingTable',
      data: {
        database: table?.database ?? null,
        ttl: table?.ttl ?? 0,
        routers: names('routers'),
        readers: names('readers'),
        writers: names('writers'),
      },
    }
  },
  ForcedRoutingTableUpdate: async (talk, { driverId, database }) => {
    await driverOf(talk, driverId).engine.routingTable(given(database as string | null), true)
    return driverAnswer(driverId)
  },
  GetConnectionPoolMetrics: (talk, { driverId, address }) => {
    const pool = driverOf(talk, driverId)
      .db.statistics()
      .find(({ name }) => name === address)
    return { name: 'ConnectionPoolMetrics', data: { inUse: pool?.inUse ?? 0, idle: pool?.idle ?? 0 } }
  },
}

interface NewDriver extends Data {
  readonly uri: string
  readonly userAgent: string | null
  readonly resolverRegistered: boolean
  readonly connectionTimeoutMs: number | null
  readonly fetchSize: number | null
  readonly livenessCheckTimeoutMs: number | null
  readonly maxConnectionPoolSize: number | null
  readonly connectionAcquisitionTimeoutMs: number | null
}

const driverOf = (talk: Conversation, id: unknown): OpenDriver => talk.objects.get<OpenDriver>(id)

const driverAnswer = (id: unknown): Message => ({ name: 'Driver', data: { id } })

const optionsOf = (talk: Conversation, data: NewDriver): BoltOptions => ({
  url: data.uri,
  auth: authOf(talk, data),
  tls: tlsOf(data),
  userAgent: given(data.userAgent),
  resolver: data.resolverRegistered
    ? async ({ host, port }) => {
        const { addresses } = await talk.ask('ResolverResolutionRequired', { address: `${host}:${port}` })
        return addresses as string[]
      }
    : undefined,
  connectTimeout: given(data.connectionTimeoutMs),
  fetchSize: given(data.fetchSize),
  // Scripts know of no PULL that the user did not ask for.
  prefetch: false,
  notifications: notificationsOf(data),
  // TestKit takes it for the default, which it is not here.
  telemetry: data['telemetryDisabled'] !== true,
  pool: {
    // Tests that let an hour pass look for other reasons to close a connection.
    idleTimeout: Infinity,
    maxLifetime: Infinity,
    livenessAfter: given(data.livenessCheckTimeoutMs),
    max: given(data.maxConnectionPoolSize),
    acquireTimeout: given(data.connectionAcquisitionTimeoutMs),
  },
})

const authOf = (
  talk: Conversation,
  { authTokenManagerId, authorizationToken }: Data,
): AuthManager | AuthToken | undefined =>
  authTokenManagerId === null || authTokenManagerId === undefined
    ? optionalToken(authorizationToken)
    : talk.objects.get<AuthManager>(authTokenManagerId)

const tlsOf = ({ encrypted, trustedCertificates }: Data): BoltOptions['tls'] => {
  if (encrypted === false || (encrypted === undefined && trustedCertificates === undefined)) return undefined
  const files = trustedCertificates as readonly string[] | null | undefined
  return {
    trust: files === undefined || files === null ? 'system' : files.length === 0 ? 'any' : 'list',
    ca: files === undefined || files === null || files.length === 0 ? undefined : files,
  }
}

const letsIn = async (verify: () => Promise<void>): Promise<boolean> => {
  try {
    await verify()
    return true
  } catch (error) {
    if (error instanceof GraphError && notLetIn.test(error.engineCode ?? '')) return false
    throw error
  }
}

/** Of all that can be wrong with a user, what TestKit takes for an answer. */
const notLetIn = /^Neo\.ClientError\.Security\.(?:CredentialsExpired|Forbidden|TokenExpired|Unauthorized)$/
