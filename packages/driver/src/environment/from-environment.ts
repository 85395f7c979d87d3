import { GraphError } from '@motif/core'
import { z } from 'zod'
import type { AuthToken } from '../auth.ts'
import { basicAuth, bearerAuth } from '../bolt/auth/tokens.ts'
import { parseBoltUrl } from '../bolt/url.ts'
import type { UrlOptions } from '../connect.ts'
import { environmentFaults, isServer, tlsOf } from './faults.ts'
import { type Given, type Profile, profileOf, profiles } from './profile.ts'

/** What the environment says, ready for `connect`. */
export interface Environment {
  readonly profile: Profile
  /** Without user and password: it may be logged. */
  readonly url: string
  readonly options: UrlOptions
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

const time = z
  .string()
  .regex(/^[1-9]\d{0,8}(?:ms|s|m|h)$/, 'must be a time with its unit, as in 500ms, 30s, 5m or 1h')
  .transform((text) => Number.parseInt(text, 10) * (units[text.replace(/\d+/, '')] ?? 1))
  .optional()
const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1')
  .transform(Number)
  .optional()
const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((text) => text === 'true')
  .optional()
const text = z.string().optional()

/** The variables that are read, and what each must look like by itself. */
const variables = z.object({
  GRAPH_URL: z.string('is missing: it says what to connect to, as in neo4j+s://graph.example.com'),
  GRAPH_PROFILE: z.enum(['development', 'production'], 'must be development or production').optional(),
  GRAPH_USER: text,
  GRAPH_PASSWORD: text,
  GRAPH_TOKEN: text,
  GRAPH_DATABASE: text,
  GRAPH_TLS: flag,
  GRAPH_TLS_CA: text,
  GRAPH_TLS_CERT: text,
  GRAPH_TLS_KEY: text,
  GRAPH_TLS_PASSPHRASE: text,
  GRAPH_POOL_MAX: count,
  GRAPH_POOL_MIN: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .optional(),
  GRAPH_POOL_ACQUIRE_TIMEOUT: time,
  GRAPH_POOL_IDLE_TIMEOUT: time,
  GRAPH_POOL_MAX_LIFETIME: time,
  GRAPH_POOL_LIVENESS_AFTER: time,
  GRAPH_CONNECT_TIMEOUT: time,
  GRAPH_TIMEOUT: time,
  GRAPH_MAX_RETRY_TIME: time,
  GRAPH_FETCH_SIZE: count,
  GRAPH_USER_AGENT: text,
})

type Variables = z.infer<typeof variables>

/** Their names, as the page on configuration lists them. */
export const variableNames: readonly string[] = Object.keys(variables.shape)

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
