import { GraphError } from '@motif/core'
import type { AuthToken } from '../auth.ts'
import type { Address } from './address.ts'
import { basicAuth } from './auth/tokens.ts'
import { type AddressParts, splitAddress } from './split-address.ts'

/** How a line is encrypted: not at all, with a certificate that is checked, or with any certificate. */
export type Encryption = 'none' | 'checked' | 'any certificate'

/** What a URL says. */
export interface BoltUrl {
  readonly scheme: string
  readonly encryption: Encryption
  readonly address: Address
  /** What routing tables are asked for with, under `neo4j:`; `undefined` under `bolt:`, which leads to one server. */
  readonly routing: Readonly<Record<string, string>> | undefined
  /** The database for calls that name none. */
  readonly database: string | undefined
  readonly auth: AuthToken | undefined
}

interface Scheme {
  readonly routing: boolean
  readonly encryption: Encryption
}

const schemes: ReadonlyMap<string, Scheme> = new Map([
  ['bolt', { routing: false, encryption: 'none' }],
  ['bolt+s', { routing: false, encryption: 'checked' }],
  ['bolt+ssc', { routing: false, encryption: 'any certificate' }],
  ['neo4j', { routing: true, encryption: 'none' }],
  ['neo4j+s', { routing: true, encryption: 'checked' }],
  ['neo4j+ssc', { routing: true, encryption: 'any certificate' }],
])

/**
 * Reads `scheme://user:password@host:port/database?key=value`; only scheme and host are needed, the port is 7687 by
 * default. An IPv6 host stands in brackets. Keys and values are the context of routing, under `neo4j:` alone.
 *
 * Throws a GraphError USAGE that says what is wrong and quotes nothing that may be a secret.
 *
 * @example
 * parseBoltUrl('neo4j+s://graph.example.com/movies?region=eu')
 */
export const parseBoltUrl = (url: string): BoltUrl => {
  const [, name = '', authority = '', path = '', query] = shape.exec(url) ?? []
  const scheme = schemes.get(name.toLowerCase())
  if (scheme === undefined) throw wrong(`it begins with one of ${[...schemes.keys()].map(withSlashes).join(' ')}`)
  if (/[\s#]/.test(url)) throw wrong(`it holds neither spaces nor #; ${advice}`)
  // A password that is not encoded goes on behind the host; what is quoted below must be none of it.
  if (`${path}${query ?? ''}`.includes('@')) throw wrong(`an @ stands behind the host; ${advice}`)
  const at = authority.lastIndexOf('@')
  return {
    scheme: name.toLowerCase(),
    encryption: scheme.encryption,
    address: addressIn(authority.slice(at + 1)),
    routing: contextIn(query, scheme.routing),
    database: databaseIn(path),
    auth: at < 0 ? undefined : authIn(authority.slice(0, at)),
  }
}

const shape = /^([a-z0-9+]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i

const withSlashes = (scheme: string): string => `${scheme}://`

const advice = 'in a user, password or database write % / ? # @ and : as %25 %2F %3F %23 %40 and %3A'

const reasons: Readonly<Record<Exclude<AddressParts['fault'], undefined>, string>> = {
  'no host': 'no host stands in it',
  several: 'it names one host; give several by the option resolver',
  host: `its host is no name and no address, an IPv6 address stands in brackets; ${advice}`,
  port: `its port is a number from 1 to 65535; ${advice}`,
}

const addressIn = (text: string): Address => {
  const parts = splitAddress(text)
  if (parts.fault !== undefined) throw wrong(reasons[parts.fault])
  return parts.address
}

const authIn = (text: string): AuthToken => {
  const colon = text.indexOf(':')
  if (colon < 0) throw wrong('it names a user without a password: write user:password@, or use the option auth')
  if (colon === 0) throw wrong('it names a password without a user: write user:password@, or use the option auth')
  return basicAuth(decoded(text.slice(0, colon), 'its user'), decoded(text.slice(colon + 1), 'its password'))
}

const databaseIn = (path: string): string | undefined => {
  const name = path.replace(/^\//, '')
  if (name.includes('/')) throw wrong('its path is the name of one database')
  return name === '' ? undefined : decoded(name, 'its database')
}

const who = 'user:password@ stands before the host, or use the option auth'

const places: ReadonlyMap<string, string> = new Map([
  ['database', 'it is the path, as in //host/movies'],
  ['address', 'the context of routing has that of the host'],
  ['user', who],
  ['username', who],
  ['password', who],
  ['token', who],
])

const contextIn = (query: string | undefined, routing: boolean): BoltUrl['routing'] => {
  const context = new Map<string, string>()
  for (const pair of query === undefined || query === '' ? [] : query.split('&')) {
    const [key, value] =
      /^([^=]+)=(.+)$/
        .exec(pair)
        ?.slice(1)
        .map((part) => decoded(part, 'its query')) ?? []
    if (key === undefined || value === undefined) throw wrong('behind the ? it has key=value, joined by &')
    const elsewhere = places.get(key)
    if (elsewhere !== undefined) throw wrong(`${key} does not stand behind the ?: ${elsewhere}`)
    if (!routing) throw wrong(`bolt:// leads to one server and takes no context of routing, here ${key}`)
    if (context.has(key)) throw wrong(`${key} stands in it twice`)
    context.set(key, value)
  }
  return routing ? Object.fromEntries(context) : undefined
}

const decoded = (text: string, what: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw wrong(`${what} has a % that begins no code; ${advice}`)
  }
}

const wrong = (what: string): GraphError =>
  new GraphError('USAGE', `the URL of a server is wrong: ${what}`, { outcome: 'not sent' })
