import type { AuthToken } from '../../auth.ts'

/**
 * Says who asks, anew for every connection that is taken, so that tokens may expire and passwords change. All tokens
 * must be of one and the same user: a session has its own option for another one. It must not use the database itself.
 */
export interface AuthManager {
  /** The token that is valid now. Called often: remember it. */
  token(): AuthToken | Promise<AuthToken>
  /**
   * Told of every failure `Neo.ClientError.Security.*`, and for which token it came. `true`: the same work may succeed
   * with the token that is valid from now on.
   */
  onSecurityFailure(token: AuthToken, code: string): boolean | Promise<boolean>
}
