import { GraphError } from '@motif/core'
import type { AuthToken } from './auth.ts'
import type { Engine } from './engine.ts'
import type { NotificationFilter } from './notification-filter.ts'

/** Where work is done, and for whom. */
export interface Target {
  /** The database, where the engine keeps several. Default: the user's home database, in which a session stays. */
  readonly database?: string | undefined
  /** The user whose rights count, where the one who asks may act for others. */
  readonly impersonatedUser?: string | undefined
  /** Who asks, instead of the user the database was connected as. */
  readonly auth?: AuthToken | undefined
}

/** What else a session may ask of the engine for its work. */
export interface Wanted extends Target {
  readonly notifications?: NotificationFilter | undefined
}

/** Throws a GraphError UNSUPPORTED_FEATURE for what the engine does not know, before anything is sent. */
export const mustServe = ({ name, capabilities }: Engine, wanted: Wanted): void => {
  const { database, impersonatedUser, auth, notifications } = wanted
  if (database !== undefined && !capabilities.databases) throw unknown(name, 'databases', 'database')
  if (notifications !== undefined && !capabilities.notifications) throw unknown(name, 'filter', 'notifications')
  if (capabilities.users) return
  if (impersonatedUser !== undefined) throw unknown(name, 'users', 'impersonatedUser')
  if (auth !== undefined) throw unknown(name, 'users', 'auth')
}

const unknown = (engine: string, what: string, option: keyof Wanted): GraphError =>
  new GraphError('UNSUPPORTED_FEATURE', `${engine} knows no ${what}: leave the option ${option} out`, {
    outcome: 'not sent',
  })
