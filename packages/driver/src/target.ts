import { GraphError } from '@motif/core'
import type { AuthToken } from './auth.ts'
import type { Engine } from './engine.ts'

/** Where work is done, and for whom. */
export interface Target {
  /** The database, where the engine keeps several. Default: the user's home database, in which a session stays. */
  readonly database?: string | undefined
  /** The user whose rights count, where the one who asks may act for others. */
  readonly impersonatedUser?: string | undefined
  /** Who asks, instead of the user the database was connected as. */
  readonly auth?: AuthToken | undefined
}

/** Throws a GraphError UNSUPPORTED_FEATURE for what the engine does not know, before anything is sent. */
export const mustServe = ({ name, capabilities }: Engine, { database, impersonatedUser, auth }: Target): void => {
  if (database !== undefined && !capabilities.databases) throw unknown(name, 'databases', 'database')
  if (capabilities.users) return
  if (impersonatedUser !== undefined) throw unknown(name, 'users', 'impersonatedUser')
  if (auth !== undefined) throw unknown(name, 'users', 'auth')
}

const unknown = (engine: string, what: string, option: keyof Target): GraphError =>
  new GraphError('UNSUPPORTED_FEATURE', `${engine} knows no ${what}: leave the option ${option} out`, {
    outcome: 'not sent',
  })
