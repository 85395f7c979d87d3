/** What one version of Bolt says in its own way; a version is a row of these. */
export interface Features {
  readonly version: string
  /** Nodes, relationships and their ends carry element ids (5.0). */
  readonly elementIds: boolean
  /**
   * Moments with a zone are sent in UTC: always since 5.0, in 4.4 when client and server agree to it. A connection on
   * which they agreed has `always`.
   */
  readonly utcMoments: 'always' | 'negotiated'
  /** Who asks is told by LOGON after HELLO, and may change (5.1). */
  readonly logon: boolean
  /** HELLO, RUN and BEGIN take what notifications are wanted (5.2); from 5.6 on they are told by classification. */
  readonly notificationFilter: 'none' | 'category' | 'classification'
  /** HELLO names the client (5.3). */
  readonly boltAgent: boolean
  /** TELEMETRY says which door was used (5.4). */
  readonly telemetry: boolean
  /** A result's summary carries `statuses` instead of `notifications` (5.6). */
  readonly statuses: boolean
  /** FAILURE carries GQL status and causes, and the code as `neo4j_code` (5.7). */
  readonly gqlErrors: boolean
  /** Servers may tell the database that was taken for the home database, so that it can be remembered (5.8). */
  readonly homeDatabase: boolean
  /** Vectors (6.0). */
  readonly vectors: boolean
  /** UUIDs as values of their own (6.1). */
  readonly uuids: boolean
}

const v4x4: Features = {
  version: '4.4',
  elementIds: false,
  utcMoments: 'negotiated',
  logon: false,
  notificationFilter: 'none',
  boltAgent: false,
  telemetry: false,
  statuses: false,
  gqlErrors: false,
  homeDatabase: false,
  vectors: false,
  uuids: false,
}
const v5x0: Features = { ...v4x4, version: '5.0', elementIds: true, utcMoments: 'always' }
const v5x1: Features = { ...v5x0, version: '5.1', logon: true }
const v5x2: Features = { ...v5x1, version: '5.2', notificationFilter: 'category' }
const v5x3: Features = { ...v5x2, version: '5.3', boltAgent: true }
const v5x4: Features = { ...v5x3, version: '5.4', telemetry: true }
const v5x6: Features = { ...v5x4, version: '5.6', notificationFilter: 'classification', statuses: true }
const v5x7: Features = { ...v5x6, version: '5.7', gqlErrors: true }
const v5x8: Features = { ...v5x7, version: '5.8', homeDatabase: true }
const v6x0: Features = { ...v5x8, version: '6.0', vectors: true }
const v6x1: Features = { ...v6x0, version: '6.1', uuids: true }

/** Every version that is spoken, the newest first. There is no 5.5: no server ever spoke it. */
export const versions: readonly Features[] = [v6x1, v6x0, v5x8, v5x7, v5x6, v5x4, v5x3, v5x2, v5x1, v5x0, v4x4]
