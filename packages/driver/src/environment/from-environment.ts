import { GraphError } from '@motif/core'
import type { AuthToken } from '../auth.ts'
import { basicAuth, bearerAuth } from '../bolt/auth/tokens.ts'
import { parseBoltUrl } from '../bolt/url.ts'
import type { UrlOptions } from '../connect.ts'
import { environmentFaults, isServer, tlsOf } from './faults.ts'
import { type Given, type Profile, profileOf, profiles } from './profile.ts'
import { type Variables, variables } from './variables.ts'

/** What the environment says, ready for `connect`. */
export interface Environment {
  readonly profile: Profile
  /** Without user and password: it may be logged. */
  readonly url: string
  readonly options: UrlOptions
}

/**
 * Reads URL and options of `connect` from variables of the environment; docs/configuration.md lists them. An empty
 * variable counts as none. Throws a GraphError USAGE that lists all that is wrong, by name and without any value.
 *
 * @example
 * const { url, options } = fromEnvironment()
 * await using db = connect(url, { ...options, schema })
 */
export const fromEnvironment = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Environment => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { data, error } = variables.safeParse(given)
  const alone = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)
  const faults = [...alone, ...environmentFaults(given)]
  if (data === undefined || faults.length > 0) throw wrong(faults)
  const profile = profileOf(given)
  const options = isServer(data.GRAPH_URL) ? serverOptions(data, given) : databaseOptions(data, profile)
  return { profile, url: data.GRAPH_URL.replace(/\/\/[^/?#]*@/, '//'), options }
}

const databaseOptions = (data: Variables, profile: Profile): UrlOptions => ({
  maxRetryTime: data.GRAPH_MAX_RETRY_TIME ?? profiles[profile].maxRetryTime,
  timeout: data.GRAPH_TIMEOUT,
  fetchSize: data.GRAPH_FETCH_SIZE,
})

const serverOptions = (data: Variables, given: Given): UrlOptions => {
  const profile = profileOf(given)
  const { connectTimeout, pool = {} } = profiles[profile]
  return {
    ...databaseOptions(data, profile),
    auth: authOf(data),
    database: data.GRAPH_DATABASE,
    tls: tlsOf(given),
    userAgent: data.GRAPH_USER_AGENT,
    connectTimeout: data.GRAPH_CONNECT_TIMEOUT ?? connectTimeout,
    pool: {
      max: data.GRAPH_POOL_MAX ?? pool.max,
      min: data.GRAPH_POOL_MIN,
      acquireTimeout: data.GRAPH_POOL_ACQUIRE_TIMEOUT ?? pool.acquireTimeout,
      idleTimeout: data.GRAPH_POOL_IDLE_TIMEOUT,
      maxLifetime: data.GRAPH_POOL_MAX_LIFETIME,
      livenessAfter: data.GRAPH_POOL_LIVENESS_AFTER ?? pool.livenessAfter,
    },
  }
}

const wrong = (faults: readonly string[]): GraphError =>
  new GraphError('USAGE', `the environment does not say how to connect:\n  ${faults.join('\n  ')}`, {
    outcome: 'not sent',
  })

/** The user of the URL is taken out of it, so that the URL can be shown. */
const authOf = ({ GRAPH_URL, GRAPH_USER, GRAPH_PASSWORD = '', GRAPH_TOKEN }: Variables): AuthToken | undefined => {
  if (GRAPH_TOKEN !== undefined) return bearerAuth(GRAPH_TOKEN)
  return GRAPH_USER === undefined ? parseBoltUrl(GRAPH_URL).auth : basicAuth(GRAPH_USER, GRAPH_PASSWORD)
}
