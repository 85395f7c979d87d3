/** What a pool holds at one moment, and what it did since it was made. */
export interface PoolStatistics {
  /** What it leads to: `host:port`. */
  readonly name: string
  /** Connections that are used, that wait to be used, and that are being made. */
  readonly inUse: number
  readonly idle: number
  readonly creating: number
  /** Callers that wait for one. */
  readonly waiting: number
  readonly max: number
  readonly created: number
  readonly createFailed: number
  readonly destroyed: number
  readonly acquired: number
  readonly timedOut: number
  /** Milliseconds that callers waited: how many waited no longer than each bound, the last without one. */
  readonly waits: readonly { readonly upTo: number; readonly count: number }[]
}
