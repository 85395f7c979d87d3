import type { GraphError } from '@motif/core'
import type { Deadline } from './deadline.ts'

/** Milliseconds by which one of two timers for the same moment may be ahead of the other. */
const slack = 5

/**
 * That the pool had no connection in the time that was left of the call is its TIMEOUT, whichever of the two clocks says
 * so first; the pool's error tells who holds the connections.
 */
export const outOfTime = (error: GraphError, deadline: Deadline | undefined): GraphError =>
  error.code === 'POOL' && deadline?.remaining !== undefined && deadline.remaining <= slack
    ? deadline.error('it waited for a connection', { outcome: 'not sent', cause: error })
    : error
