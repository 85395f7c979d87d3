import { GraphError } from '@motif/core'
import type { AuthToken } from '../../auth.ts'
import type { AuthManager } from './manager.ts'
import { noAuth } from './tokens.ts'

/** What the option `auth` stands for: a manager as it is, one token for ever, or nobody. */
export const toManager = (auth: AuthToken | AuthManager | undefined): AuthManager => {
  if (auth !== undefined && 'token' in auth) return auth
  const token = auth ?? noAuth()
  if (typeof token.scheme !== 'string') {
    throw new GraphError('USAGE', 'the option auth is basicAuth(user, password), another token, or an AuthManager', {
      outcome: 'not sent',
    })
  }
  return { token: () => token, onSecurityFailure: () => false }
}
