import { GraphError } from '@motif/core'
import { ServerFailure } from '../server-failure.ts'

/** What every router would answer likewise, for the request is at fault. */
const refusals = new Set([
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.ClientError.Transaction.InvalidBookmark',
  'Neo.ClientError.Transaction.InvalidBookmarkMixture',
  'Neo.ClientError.Statement.TypeError',
  'Neo.ClientError.Statement.ArgumentError',
  'Neo.ClientError.Request.Invalid',
])

/** Ways to fail that say something of one server only. */
const ofTheServer: ReadonlySet<string> = new Set(['CONNECTION', 'PROTOCOL', 'TIMEOUT', 'ENGINE', 'CONFLICT'])

/** Whether asking another router would be in vain. */
export const isFatal = (error: unknown): boolean => {
  const code = serverCode(error)
  if (code !== undefined) return refusals.has(code) || isRefusedUser(code)
  return !(error instanceof GraphError && ofTheServer.has(error.code))
}

/** The server's own code, of its failure or of what was made of it. */
export const serverCode = (error: unknown): string | undefined => {
  if (error instanceof ServerFailure) return error.code
  return error instanceof GraphError ? error.engineCode : undefined
}

/** An authorization that expired is renewed by another connection. */
const isRefusedUser = (code: string): boolean =>
  code.startsWith('Neo.ClientError.Security.') && code !== 'Neo.ClientError.Security.AuthorizationExpired'
