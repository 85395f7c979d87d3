import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import type { AuthToken } from '../../../src/auth.ts'
import { basicAuth, bearerAuth, customAuth, kerberosAuth, noAuth } from '../../../src/bolt/auth/tokens.ts'

const secret = 'correct horse'
const tokens: readonly [string, AuthToken, AuthToken][] = [
  [
    'basic',
    basicAuth('ada', secret, 'native'),
    { scheme: 'basic', principal: 'ada', credentials: secret, realm: 'native' },
  ],
  ['basic without a realm', basicAuth('ada', secret), { scheme: 'basic', principal: 'ada', credentials: secret }],
  ['bearer', bearerAuth(secret), { scheme: 'bearer', credentials: secret }],
  ['kerberos', kerberosAuth(secret), { scheme: 'kerberos', principal: '', credentials: secret }],
  [
    'custom',
    customAuth({ scheme: 'odd', principal: 'ada', credentials: secret, parameters: { pin: secret } }),
    { scheme: 'odd', principal: 'ada', credentials: secret, parameters: { pin: secret } },
  ],
  [
    'custom with nothing to say',
    customAuth({ scheme: 'odd', principal: '', credentials: '', realm: '' }),
    { scheme: 'odd', principal: '' },
  ],
  ['none', noAuth(), { scheme: 'none' }],
]

describe.each(tokens)('%s', (_name, token, expected) => {
  it('says what the server needs', () => {
    const { scheme, principal, credentials, realm, parameters } = token
    expect({ scheme, principal, credentials, realm, parameters }).toEqual(expected)
  })

  it('shows its secrets to nobody who prints it', () => {
    const shown = [
      inspect(token, { showHidden: true, getters: true, depth: null }),
      JSON.stringify({ token }),
      JSON.stringify(Object.getOwnPropertyDescriptors(token)),
      String(token),
      inspect(new Error('failed', { cause: token }), { showHidden: true }),
    ]
    for (const text of shown) expect(text).not.toContain(secret)
    expect(shown[0]).toContain(expected.scheme)
  })
})

it.each([
  ['a password', () => basicAuth('ada', undefined as unknown as string), 'basicAuth() takes a password as text'],
  ['a user', () => basicAuth(undefined as unknown as string, secret), 'basicAuth() takes a user as text'],
  ['a token', () => bearerAuth(undefined as unknown as string), 'bearerAuth() takes a token as text'],
  ['a ticket', () => kerberosAuth(7 as unknown as string), 'kerberosAuth() takes a ticket as text, not number'],
  ['a scheme', () => customAuth({} as AuthToken), 'customAuth() takes a scheme as text'],
])('%s that is missing is refused where it is missing', (_what, make, message) => {
  expect(make).toThrow(GraphError)
  expect(make).toThrow(message)
})
