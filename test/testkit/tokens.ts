import { basicAuth, bearerAuth, customAuth, kerberosAuth, noAuth, type AuthToken } from '@motif/driver/bolt'
import type { CypherMap, CypherValue, Data } from './protocol.ts'
import { fromCypher } from './from-cypher.ts'

/** A token of TestKit's, made by what a user of the driver would call. */
export const tokenOf = ({ data }: CypherValue): AuthToken => {
  const { scheme, principal, credentials, realm, parameters } = data as Data & Readonly<Record<string, string>>
  switch (scheme) {
    case 'basic':
      return basicAuth(principal as string, credentials as string, realm)
    case 'bearer':
      return bearerAuth(credentials as string)
    case 'kerberos':
      return kerberosAuth(credentials as string)
    case 'none':
      return noAuth()
    default:
      return customAuth({ scheme: String(scheme), principal, credentials, realm, parameters: valuesOf(parameters) })
  }
}

export const optionalToken = (value: unknown): AuthToken | undefined =>
  value === null || value === undefined ? undefined : tokenOf(value as CypherValue)

export const toTestKit = ({ scheme, principal, credentials, realm, parameters }: AuthToken): CypherValue => ({
  name: 'AuthorizationToken',
  data: Object.fromEntries(
    Object.entries({ scheme, principal, credentials, realm, parameters }).filter(([, value]) => value !== undefined),
  ),
})

/** Values of Cypher in some tests, of JSON in others. */
const valuesOf = (parameters: unknown): Record<string, unknown> | undefined =>
  parameters === null || parameters === undefined
    ? undefined
    : Object.fromEntries(
        Object.entries(parameters as CypherMap).map(([key, value]) => [
          key,
          typeof value === 'object' && value !== null && 'name' in value ? fromCypher(value) : value,
        ]),
      )
