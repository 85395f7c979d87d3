import { GraphError } from '@motif/core'
import type { AuthToken } from '../../auth.ts'
import type { AuthManager } from './manager.ts'
import { sameAuth } from './same-auth.ts'

/** A token, and until when it is good. */
export interface ProvidedToken {
  readonly token: AuthToken
  /** A moment, or milliseconds since 1970 as `Date.now()` counts them. Default: until a server refuses it. */
  readonly expiresAt?: Date | number | undefined
}

/** How tokens are had. */
export interface RefreshingOptions {
  /** Gets a token, always for the same user. Called once for the first use, and once whenever a token is no good. */
  readonly provide: () => ProvidedToken | Promise<ProvidedToken>
  /**
   * Codes of the server after which another token may help. Default: `Neo.ClientError.Security.Unauthorized` for a basic
   * token, since a password was changed, and `…TokenExpired` as well for any other.
   */
  readonly codes?: readonly string[] | undefined
}

const unauthorized = 'Neo.ClientError.Security.Unauthorized'
const tokenExpired = 'Neo.ClientError.Security.TokenExpired'

/**
 * Logs on with tokens that expire, or with a password that is changed now and then: a token is kept until it expires or
 * a server refuses it. Where `provide` fails, so does what waits for the token, with a GraphError AUTHENTICATION.
 *
 * @example
 * const auth = refreshingAuth({
 *   provide: async () => {
 *     const { accessToken, expiresOn } = await signIn()
 *     return { token: bearerAuth(accessToken), expiresAt: expiresOn }
 *   },
 * })
 * await using db = connect('neo4j+s://graph.example.com', { auth })
 */
export const refreshingAuth = (options: RefreshingOptions, now: () => number = () => Date.now()): AuthManager => {
  let held: ProvidedToken | undefined
  let refreshing: Promise<AuthToken> | undefined
  const refresh = async (): Promise<AuthToken> => {
    held = checked(await provided(options))
    return held.token
  }
  return {
    token: () => {
      if (held !== undefined && now() <= expiryOf(held)) return held.token
      held = undefined
      refreshing ??= refresh().finally(() => {
        refreshing = undefined
      })
      return refreshing
    },
    onSecurityFailure: (token, code) => {
      if (!(options.codes ?? defaultCodes(token)).includes(code)) return false
      // Another than the one that is held now was replaced already.
      if (held !== undefined && sameAuth(held.token, token)) held = undefined
      return true
    },
  }
}

const provided = async ({ provide }: RefreshingOptions): Promise<ProvidedToken> => {
  try {
    return await provide()
  } catch (cause) {
    throw new GraphError('AUTHENTICATION', 'no token could be had: provide() of refreshingAuth failed', {
      fault: 'surroundings',
      outcome: 'not sent',
      cause,
    })
  }
}

const checked = (answer: ProvidedToken): ProvidedToken => {
  if (typeof answer?.token?.scheme === 'string' && !Number.isNaN(expiryOf(answer))) return answer
  throw new GraphError('USAGE', 'provide() of refreshingAuth returns { token, expiresAt }, the latter if it is known', {
    outcome: 'not sent',
  })
}

const expiryOf = ({ expiresAt }: ProvidedToken): number => (expiresAt === undefined ? Infinity : Number(expiresAt))

const defaultCodes = ({ scheme }: AuthToken): readonly string[] =>
  scheme === 'basic' ? [unauthorized] : [unauthorized, tokenExpired]
