import type { GraphError, Outcome } from '@motif/core'
import type { BeginRequest } from '../connection.ts'
import { channels } from './channels.ts'

interface Ended {
  readonly engine: string
  readonly begin: BeginRequest
  readonly outcome: Outcome
  readonly error: GraphError | undefined
  /** By `performance.now()`: when the transaction was begun, and when its end was asked for. */
  readonly times: { readonly begunAt: number; readonly asked: number }
}

/** Says how a transaction ended. */
export const tellEnd = (how: 'motif:commit' | 'motif:rollback', ended: Ended): void => {
  const channel = channels[how]
  if (!channel.hasSubscribers) return
  const { engine, begin, outcome, error, times } = ended
  const { access, database, metadata } = begin
  const now = performance.now()
  const [duration, age] = [now - times.asked, now - times.begunAt]
  channel.publish({ engine, access, database, metadata, duration, age, outcome, error })
}
