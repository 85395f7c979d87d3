/** What one version of Bolt says in its own way; a version is a row of these. */
export interface Features {
  readonly version: string
  /** Nodes, relationships and their ends carry element ids (5.0). */
  readonly elementIds: boolean
  /** Moments with a zone are sent in UTC: always since 5.0, in 4.4 when client and server agree to it. */
  readonly utcMoments: 'always' | 'negotiated'
  /** Who asks is told by LOGON after HELLO, and may change (5.1). */
  readonly logon: boolean
  /** HELLO, RUN and BEGIN take what notifications are wanted (5.2); from 5.5 on they are told by classification. */
  readonly notificationFilter: 'none' | 'category' | 'classification'
  /** HELLO names the client (5.3). */
  readonly boltAgent: boolean
  /** TELEMETRY says which door was used (5.4). */
  readonly telemetry: boolean
  /** A result's summary carries `statuses` instead of `notifications` (5.5). */
  readonly statuses: boolean
  /** FAILURE carries GQL status and causes, and the code as `neo4j_code` (5.7). */
  readonly gqlErrors: boolean
  /** Servers may tell the database that was taken for the home database, so that it can be remembered (5.8). */
  readonly homeDatabase: boolean
  /** Vectors (6.0). */
  readonly vectors: boolean
}
