import type { Counters, GqlStatus, Notification, Plan, QueryRequest, Summary } from '@motif/core'
import type { Data } from './protocol.ts'
import { toCypherMap } from './to-cypher.ts'

/** A summary as TestKit wants it. */
export const summaryOf = (summary: Summary, { text, params }: QueryRequest): Data => ({
  counters: countersOf(summary.counters),
  database: summary.database ?? null,
  notifications: summary.notifications.map(notificationOf),
  gqlStatusObjects: summary.gqlStatusObjects?.map(statusOf) ?? [],
  plan: summary.profile === undefined && summary.plan !== undefined ? planOf(summary.plan) : null,
  profile: summary.profile === undefined ? null : planOf(summary.profile),
  query: { text, parameters: toCypherMap(params) },
  queryType: summary.queryType === undefined ? null : queryTypes[summary.queryType],
  resultAvailableAfter: summary.availableAfter ?? null,
  resultConsumedAfter: summary.consumedAfter ?? null,
  serverInfo: summary.server,
})

/** A plan in the words of Bolt, which is what TestKit compares. */
const planOf = ({ operator, identifiers, arguments: said, children, rows, dbHits, time }: Plan): Data => {
  const { pageCacheHits, pageCacheMisses, pageCacheHitRatio, ...args } = said
  const cache = { pageCacheHits, pageCacheMisses, pageCacheHitRatio }
  const step = { operatorType: operator, identifiers, args, children: children.map(planOf) }
  return rows === undefined ? step : { ...step, ...cache, rows, dbHits, time: time === undefined ? time : time * 1e6 }
}

const queryTypes = { read: 'r', write: 'w', 'read write': 'rw', schema: 's' } as const

const countersOf = (counters: Counters): Data => {
  const { systemUpdates = 0, containsUpdates, containsSystemUpdates, ...updates } = counters
  return {
    ...updates,
    // Not counted where nothing was heard of them.
    indexesAdded: counters.indexesAdded ?? 0,
    indexesRemoved: counters.indexesRemoved ?? 0,
    constraintsAdded: counters.constraintsAdded ?? 0,
    constraintsRemoved: counters.constraintsRemoved ?? 0,
    systemUpdates,
    containsUpdates: containsUpdates ?? Object.values(updates).some((count) => count !== undefined && count > 0),
    containsSystemUpdates: containsSystemUpdates ?? systemUpdates > 0,
  }
}

const severities: ReadonlySet<unknown> = new Set(['WARNING', 'INFORMATION'])
const categories: ReadonlySet<unknown> = new Set(
  'HINT UNRECOGNIZED UNSUPPORTED PERFORMANCE TOPOLOGY SECURITY DEPRECATION GENERIC SCHEMA'.split(' '),
)

const known = (names: ReadonlySet<unknown>, name: unknown): string => (names.has(name) ? (name as string) : 'UNKNOWN')

/** Motif hands out severity and category as they came; that one is not among the known is found here. */
const notificationOf = ({ severity, category, position, ...rest }: Notification): Data => ({
  ...rest,
  ...(position === undefined ? {} : { position }),
  severity: severity ?? '',
  severityLevel: known(severities, severity),
  rawSeverityLevel: severity ?? '',
  category: known(categories, category),
  rawCategory: category ?? '',
})

const statusOf = ({ gqlStatus, statusDescription, diagnosticRecord }: GqlStatus): Data => {
  const { _severity: severity, _classification: classification, _position: position } = diagnosticRecord
  return {
    gqlStatus,
    statusDescription,
    position: isPosition(position) ? position : null,
    severity: known(severities, severity),
    rawSeverity: typeof severity === 'string' ? severity : null,
    classification: known(categories, classification),
    rawClassification: typeof classification === 'string' ? classification : null,
    diagnosticRecord: toCypherMap(diagnosticRecord),
    isNotification: !outcomes.has(gqlStatus),
  }
}

/** Those that say how a statement ended; all others remark on something. */
const outcomes: ReadonlySet<string> = new Set(['00000', '00001', '02000', '02N42'])

const isPosition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'offset' in value && 'line' in value && 'column' in value
