import type { UrlOptions } from '../connect.ts'

/** How careful a program is, and how patient. */
export type Profile = 'development' | 'production'

/** Variables by name, those that are empty left out. */
export type Given = Readonly<Record<string, string | undefined>>

/** The profile that is asked for, or that of the process. */
export const profileOf = ({ GRAPH_PROFILE, NODE_ENV }: Given): Profile =>
  (GRAPH_PROFILE ?? NODE_ENV) === 'production' ? 'production' : 'development'

/** What holds where no variable says otherwise. Everything else has its own default. */
export const profiles: Readonly<Record<Profile, UrlOptions>> = {
  // A server that is not there, and a connection that is not given back, show within seconds.
  development: { connectTimeout: 5_000, maxRetryTime: 5_000, pool: { max: 10, acquireTimeout: 5_000 } },
  // What gateways have cut in silence is found out before somebody's work is sent there.
  production: { pool: { livenessAfter: 60_000 } },
}
