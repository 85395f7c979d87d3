import { GraphError } from '@motif/core'
import type { Backoff } from './backoff.ts'
import type { PoolStatistics } from './statistics.ts'

/** Who holds one, and for how many milliseconds. */
export interface Holder {
  readonly callSite: string | undefined
  readonly held: number
}

/** What there is to say of a pool that has no connection to give. */
export interface Shortage {
  readonly statistics: PoolStatistics
  /** Those who hold one, the longest first. */
  readonly holders: readonly Holder[]
  readonly backoff: Backoff
}

const named = 3

/** That no connection could be had: `why` says in what time or for what reason. Tells exhaustion from failing to connect. */
export const exhausted = (why: string, shortage: Shortage, callSite: string | undefined): GraphError => {
  const { statistics, backoff } = shortage
  const { inUse, max, creating, waiting } = statistics
  const failing = backoff.failures > 0
  const counts = [
    inUse >= max ? `all ${max} are in use` : `${inUse} of ${max} are in use`,
    ...(creating > 0 ? [`${creating} being opened`] : []),
    `${waiting} more waiting`,
  ]
  const said = [
    `no connection to ${statistics.name} ${why}: ${counts.join(', ')}`,
    ...(shortage.holders.length > 0 ? [`held the longest ${holdersOf(shortage.holders)}`] : []),
    ...(failing ? [`opening one failed ${times(backoff.failures)}, last with: ${messageOf(backoff.error)}`] : []),
  ]
  return new GraphError('POOL', said.join('; '), {
    fault: failing ? 'surroundings' : 'caller',
    // Who waited in vain gains nothing by standing behind those who wait now.
    retryable: failing && backoff.error instanceof GraphError && backoff.error.retryable,
    outcome: 'not sent',
    callSite,
    cause: backoff.error,
  })
}

const holdersOf = (holders: readonly Holder[]): string => {
  const shown = holders
    .slice(0, named)
    .map(({ callSite, held }) => `for ${seconds(held)} by ${callSite ?? 'a caller unknown'}`)
  const more = holders.length - shown.length
  return more > 0 ? `${shown.join(', ')}, and ${more} more` : shown.join(', ')
}

const seconds = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`

const times = (count: number): string => (count === 1 ? 'once' : `${count} times in a row`)

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
