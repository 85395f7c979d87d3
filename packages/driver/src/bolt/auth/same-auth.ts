import { isDeepStrictEqual } from 'node:util'
import type { AuthToken } from '../../auth.ts'

/** Whether two tokens are one to a server. */
export const sameAuth = (one: AuthToken, other: AuthToken): boolean =>
  one === other ||
  (one.scheme === other.scheme &&
    one.principal === other.principal &&
    one.credentials === other.credentials &&
    one.realm === other.realm &&
    isDeepStrictEqual(one.parameters ?? {}, other.parameters ?? {}))
