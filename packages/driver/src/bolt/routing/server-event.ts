import { GraphError } from '@motif/core'
import { serverCode } from './is-fatal.ts'
import type { ServerEvent } from './router.ts'

const events: Readonly<Record<string, ServerEvent>> = {
  'Neo.ClientError.Cluster.NotALeader': 'not a leader',
  'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase': 'read only',
  'Neo.TransientError.General.DatabaseUnavailable': 'unavailable',
  'Neo.ClientError.Database.DatabaseNotFound': 'database gone',
}

/** What an error tells of the server it came from; `undefined` when it says nothing of it. */
export const serverEvent = (error: unknown): ServerEvent | undefined => {
  const code = serverCode(error)
  if (code !== undefined) return events[code]
  return error instanceof GraphError && error.code === 'CONNECTION' ? 'unreachable' : undefined
}
