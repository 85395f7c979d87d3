import { isIPv4 } from 'node:net'
import { GraphError } from '@motif/core'
import { type BoltUrl, parseBoltUrl } from '../bolt/url.ts'
import type { TlsOptions } from '../bolt/options.ts'
import { tlsFor } from '../bolt/tls.ts'
import { type Given, profileOf, profiles } from './profile.ts'

/** Whether a URL leads to a server; it is a file otherwise, or one that `connect` refuses. */
export const isServer = (url: string): boolean => /^(?:bolt|neo4j)(?:\+s(?:sc)?)?:/i.test(url)

/** The option `tls`; certificates ask for encryption by themselves. */
export const tlsOf = (given: Given): boolean | TlsOptions | undefined => {
  const { GRAPH_TLS, GRAPH_TLS_CA: ca, GRAPH_TLS_CERT: cert, GRAPH_TLS_KEY: key } = given
  const passphrase = given['GRAPH_TLS_PASSPHRASE']
  const clientCertificate = cert === undefined || key === undefined ? undefined : { cert, key, passphrase }
  if ((ca ?? clientCertificate) !== undefined) return { ca, clientCertificate }
  return GRAPH_TLS === undefined ? undefined : GRAPH_TLS !== 'false'
}

/** What is wrong with variables that are right one by one, each with the name of one. */
export const environmentFaults = (given: Given): readonly string[] => {
  const url = given['GRAPH_URL']
  if (url === undefined) return pairFaults(given)
  if (!isServer(url)) return [...pairFaults(given), ...serverOnly(given)]
  return [...pairFaults(given), ...poolFaults(given), ...toldBy('GRAPH_URL', () => serverFaults(url, given))]
}

/** What the rooms of the driver say of an option, under the name of the variable it came from. */
const toldBy = (name: string, check: () => readonly string[]): readonly string[] => {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return [`${name}: ${error.message.replace(/^.*? is wrong: /, '')}`]
  }
}

/** Each needs the other. */
const pairs = [
  ['GRAPH_USER', 'GRAPH_PASSWORD'],
  ['GRAPH_PASSWORD', 'GRAPH_USER'],
  ['GRAPH_TLS_CERT', 'GRAPH_TLS_KEY'],
  ['GRAPH_TLS_KEY', 'GRAPH_TLS_CERT'],
  ['GRAPH_TLS_PASSPHRASE', 'GRAPH_TLS_KEY'],
] as const

const pairFaults = (given: Given): readonly string[] => [
  ...(given['GRAPH_TLS'] === 'false' && (given['GRAPH_TLS_CA'] ?? given['GRAPH_TLS_CERT']) !== undefined
    ? ['GRAPH_TLS is false, and certificates are given']
    : []),
  ...pairs.flatMap(([one, other]) =>
    given[one] !== undefined && given[other] === undefined ? [`${one} is set, and ${other} is missing`] : [],
  ),
  ...(given['GRAPH_TOKEN'] !== undefined && given['GRAPH_USER'] !== undefined
    ? ['GRAPH_TOKEN and GRAPH_USER are set: one of them says who asks']
    : []),
]

const serverOnly = (given: Given): readonly string[] =>
  Object.keys(given)
    .filter((name) => /^GRAPH_(?:USER|PASSWORD|TOKEN|DATABASE|TLS|POOL_|CONNECT_TIMEOUT)/.test(name))
    .map((name) => `${name} is for servers, and GRAPH_URL leads to none: it begins with neither bolt nor neo4j`)

const poolFaults = (given: Given): readonly string[] => {
  const max = Number(given['GRAPH_POOL_MAX'] ?? profiles[profileOf(given)].pool?.max ?? 100)
  return Number(given['GRAPH_POOL_MIN'] ?? 0) > max ? [`GRAPH_POOL_MIN is above the most there may be, ${max}`] : []
}

const serverFaults = (text: string, given: Given): readonly string[] => {
  const url = parseBoltUrl(text)
  const named = url.auth !== undefined && (given['GRAPH_USER'] ?? given['GRAPH_TOKEN']) !== undefined
  const tls = tlsOf(given)
  return [
    ...(named ? ['GRAPH_URL names a user, and so does another variable'] : []),
    ...(url.database !== undefined && given['GRAPH_DATABASE'] !== undefined
      ? ['GRAPH_URL names a database, and so does GRAPH_DATABASE']
      : []),
    ...toldBy('GRAPH_TLS', () => {
      tlsFor(url.encryption, tls)
      return []
    }),
    ...(profileOf(given) === 'production' && !isLoopback(url.address.host) ? productionFaults(url, tls) : []),
  ]
}

const productionFaults = ({ encryption }: BoltUrl, tls: boolean | TlsOptions | undefined): readonly string[] => {
  if (encryption === 'any certificate') {
    return ['GRAPH_URL believes any certificate (+ssc), which production does not: write +s, with GRAPH_TLS_CA']
  }
  if (encryption === 'none' && tls === undefined) {
    return [
      'GRAPH_URL asks for no encryption, and production needs it: write +s, or GRAPH_TLS=false where the network encrypts',
    ]
  }
  return []
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
