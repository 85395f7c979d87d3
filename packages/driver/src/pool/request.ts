import type { Signal } from '@motif/core'

/** How one is asked for. */
export interface PoolRequest {
  /** Milliseconds to wait, where that is less than the pool's own `acquireTimeout`; 0 takes only what is at hand. */
  readonly timeout?: number | undefined
  readonly signal?: Signal | undefined
  /** `file:line:column` of the caller, for the error that names who holds the connections. */
  readonly callSite?: string | undefined
  /** Those with high priority are served before all others. */
  readonly priority?: 'normal' | 'high' | undefined
}
