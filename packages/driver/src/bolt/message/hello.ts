import type { AuthToken } from '../../auth.ts'
import type { NotificationFilter } from '../../notification-filter.ts'
import type { Features } from '../version.ts'
import { notificationEntries } from './notification-entries.ts'

/** What a client says of itself, as the server's operator may see it. */
export interface BoltAgent {
  /** Name and version of the driver. */
  readonly product: string
  readonly platform: string
  readonly language: string
  readonly language_details: string
}

export interface HelloFields {
  readonly userAgent: string
  readonly boltAgent: BoltAgent
  readonly auth: AuthToken
  /** Absent for a client that asks for no routing. */
  readonly routing: Readonly<Record<string, string>> | undefined
  readonly notifications: NotificationFilter | undefined
}

export const helloFields = (features: Features, hello: HelloFields): readonly unknown[] => {
  const { userAgent, boltAgent, auth, routing, notifications } = hello
  const entries: Record<string, unknown> = { user_agent: userAgent }
  if (features.boltAgent) entries['bolt_agent'] = boltAgent
  if (routing !== undefined) entries['routing'] = routing
  if (features.utcMoments === 'negotiated') entries['patch_bolt'] = ['utc']
  if (notifications !== undefined) Object.assign(entries, notificationEntries(features, notifications))
  // From 5.1 on LOGON tells who asks.
  if (!features.logon) Object.assign(entries, authEntries(auth))
  return [entries]
}

export const logonFields = (auth: AuthToken): readonly unknown[] => [authEntries(auth)]

const authEntries = ({ scheme, principal, credentials, realm, parameters }: AuthToken): Record<string, unknown> => {
  const entries: Record<string, unknown> = { scheme }
  if (principal !== undefined) entries['principal'] = principal
  if (credentials !== undefined) entries['credentials'] = credentials
  if (realm !== undefined) entries['realm'] = realm
  if (parameters !== undefined && Object.keys(parameters).length > 0) entries['parameters'] = parameters
  return entries
}
