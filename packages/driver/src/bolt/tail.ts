import type { Counters, ServerInfo } from '@motif/core'
import type { Tail } from '../connection.ts'
import { unchanged } from '../unchanged.ts'
import type { Metadata } from './channel.ts'
import { notificationsOf, statusesOf, type StatusHints } from './statuses.ts'
import { planOf } from './plan.ts'

/** What a result's SUCCESS is read with. */
export interface TailGiven extends StatusHints {
  readonly server: ServerInfo
  /** Milliseconds until the result was available, told with the answer to RUN. */
  readonly availableAfter: number | undefined
  /** What the answer to RUN or BEGIN said. */
  readonly database: string | undefined
}

const none = {
  ...unchanged.counters,
  indexesAdded: 0,
  indexesRemoved: 0,
  constraintsAdded: 0,
  constraintsRemoved: 0,
  systemUpdates: 0,
} satisfies Counters

const names: Readonly<Record<string, keyof typeof none>> = {
  'nodes-created': 'nodesCreated',
  'nodes-deleted': 'nodesDeleted',
  'relationships-created': 'relationshipsCreated',
  'relationships-deleted': 'relationshipsDeleted',
  'properties-set': 'propertiesSet',
  'labels-added': 'labelsAdded',
  'labels-removed': 'labelsRemoved',
  'indexes-added': 'indexesAdded',
  'indexes-removed': 'indexesRemoved',
  'constraints-added': 'constraintsAdded',
  'constraints-removed': 'constraintsRemoved',
  'system-updates': 'systemUpdates',
}

const flags: Readonly<Record<string, 'containsUpdates' | 'containsSystemUpdates'>> = {
  'contains-updates': 'containsUpdates',
  'contains-system-updates': 'containsSystemUpdates',
}

const countersOf = (stats: unknown): Counters => {
  if (typeof stats !== 'object' || stats === null) return none
  const counters: Record<string, unknown> = { ...none }
  for (const [key, told] of Object.entries(stats)) {
    const name = typeof told === 'number' ? names[key] : typeof told === 'boolean' ? flags[key] : undefined
    if (name !== undefined) counters[name] = told
  }
  return counters as typeof none // every counter stands in it, and by each name what belongs there
}

const types: Readonly<Record<string, NonNullable<Tail['queryType']>>> = {
  r: 'read',
  w: 'write',
  rw: 'read write',
  s: 'schema',
}

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
export const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** The summary that the last SUCCESS of a result carries. */
export const tailOf = (metadata: Metadata, given: TailGiven): Tail => ({
  counters: countersOf(metadata['stats']),
  plan: planOf(metadata['plan'] ?? metadata['profile']),
  profile: planOf(metadata['profile']),
  notifications: notificationsOf(metadata),
  gqlStatusObjects: statusesOf(metadata, given),
  server: given.server,
  database: textOf(metadata['db']) ?? given.database,
  queryType: types[textOf(metadata['type']) ?? ''],
  bookmark: textOf(metadata['bookmark']),
  availableAfter: given.availableAfter,
  consumedAfter: numberOf(metadata['t_last']),
})
