import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import type { AuthToken } from '../../auth.ts'

/** Holds the secret where neither `inspect` nor JSON finds it. A copy by spreading has lost it. */
class SealedToken implements AuthToken {
  readonly scheme: string
  readonly principal: string | undefined
  readonly realm: string | undefined
  readonly #credentials: string | undefined
  readonly #parameters: Readonly<Record<string, unknown>> | undefined

  constructor({ scheme, principal, credentials, realm, parameters }: AuthToken) {
    this.scheme = scheme
    this.principal = principal
    this.realm = realm
    this.#credentials = credentials
    this.#parameters = parameters
    Object.freeze(this)
  }

  get credentials(): string | undefined {
    return this.#credentials
  }

  get parameters(): Readonly<Record<string, unknown>> | undefined {
    return this.#parameters
  }

  /** Asked to show what is hidden, it would call the getters. */
  [inspect.custom](): string {
    const { scheme, principal } = this
    return principal ? `AuthToken(${scheme}, ${principal})` : `AuthToken(${scheme})`
  }
}

/**
 * Logs on with a name and a password. Throws a GraphError USAGE where one of them is missing.
 *
 * @example
 * connect('neo4j+s://graph.example.com', { auth: basicAuth('reader', password) })
 */
export const basicAuth = (user: string, password: string, realm?: string): AuthToken =>
  new SealedToken({
    scheme: 'basic',
    principal: text('basicAuth', 'a user', user),
    credentials: text('basicAuth', 'a password', password),
    realm,
  })

/** Logs on with a token of single sign-on, in the form its issuer gave. Throws a GraphError USAGE without one. */
export const bearerAuth = (token: string): AuthToken =>
  new SealedToken({ scheme: 'bearer', credentials: text('bearerAuth', 'a token', token) })

/** Logs on with a Kerberos ticket in base64. Throws a GraphError USAGE without one. */
export const kerberosAuth = (ticket: string): AuthToken =>
  // Servers ask for a principal, and take the one of the ticket.
  new SealedToken({ scheme: 'kerberos', principal: '', credentials: text('kerberosAuth', 'a ticket', ticket) })

/**
 * Logs on by a scheme that a plugin of the server knows; `parameters` are for the plugin.
 *
 * @example
 * customAuth({ scheme: 'ldap-group', principal: 'ada', credentials, realm: 'staff', parameters: { group: 'readers' } })
 */
export const customAuth = (token: AuthToken): AuthToken => {
  text('customAuth', 'a scheme', token.scheme)
  // What is empty is not there; not every plugin takes it so.
  return new SealedToken({
    ...token,
    credentials: token.credentials || undefined,
    realm: token.realm || undefined,
    parameters: token.parameters,
  })
}

/** For servers that ask nobody who they are. */
export const noAuth = (): AuthToken => new SealedToken({ scheme: 'none' })

/** A name that is not set arrives as undefined from JavaScript, and would be refused far from here. */
const text = (maker: string, what: string, value: unknown): string => {
  if (typeof value === 'string') return value
  throw new GraphError('USAGE', `${maker}() takes ${what} as text, not ${typeof value}`, { outcome: 'not sent' })
}
