import { GraphError } from '@motif/core'

/** How a pool behaves. Times are milliseconds; `Infinity` is no limit. */
export interface PoolOptions {
  /** Connections at most. Default 100: more than one program keeps busy, and few beside what a server takes. */
  readonly max?: number | undefined
  /** Connections kept open, used or not. Default 0: nothing is opened before it is asked for. */
  readonly min?: number | undefined
  /** How long a caller waits. Default 60 s: a queue this long is a fault to be told, not to be waited out. */
  readonly acquireTimeout?: number | undefined
  /** How long one may lie idle. Default 3 min: gateways in between forget silent connections after 4 and more. */
  readonly idleTimeout?: number | undefined
  /**
   * How old one may grow, up to a tenth less by chance so that they do not all end together. Default 1 h: servers that
   * came back or were added get their share of the work.
   */
  readonly maxLifetime?: number | undefined
  /** How often one is handed out. Default no limit: a connection does not wear. */
  readonly maxUses?: number | undefined
  /** Idle for longer, it is asked whether it lives before it is handed out. Default never: that is an exchange more. */
  readonly livenessAfter?: number | undefined
  /** How long making one may take. Default 30 s: name lookup, TCP, TLS and log-on over a bad line. */
  readonly createTimeout?: number | undefined
  /** Callers that may wait. Default no limit: each has its own deadline, and a waiting caller costs little. */
  readonly maxWaiting?: number | undefined
  /**
   * Lets `max` grow up to `ceiling`, by one whenever a caller waited longer than `waitAbove`, and go back as
   * connections stay idle. Default off: a server that is too slow does not get faster by more connections.
   */
  readonly autoSize?: { readonly ceiling: number; readonly waitAbove: number } | undefined
}

/** The same with nothing left open. */
export interface PoolSettings {
  max: number
  /** What `max` was before it grew. */
  baseMax: number
  min: number
  readonly acquireTimeout: number
  readonly idleTimeout: number
  readonly maxLifetime: number
  readonly maxUses: number
  readonly livenessAfter: number
  readonly createTimeout: number
  readonly maxWaiting: number
  readonly autoSize: { readonly ceiling: number; readonly waitAbove: number } | undefined
}

/** Fills in what was left out. Throws a GraphError USAGE for what cannot be. */
export const settingsOf = (options: PoolOptions): PoolSettings => {
  const settings: PoolSettings = {
    max: options.max ?? 100,
    baseMax: options.max ?? 100,
    min: options.min ?? 0,
    acquireTimeout: options.acquireTimeout ?? 60_000,
    idleTimeout: options.idleTimeout ?? 180_000,
    maxLifetime: options.maxLifetime ?? 3_600_000,
    maxUses: options.maxUses ?? Infinity,
    livenessAfter: options.livenessAfter ?? Infinity,
    createTimeout: options.createTimeout ?? 30_000,
    maxWaiting: options.maxWaiting ?? Infinity,
    autoSize: options.autoSize,
  }
  checkSize(settings)
  atLeast(0, settings, ['acquireTimeout', 'idleTimeout', 'livenessAfter', 'maxWaiting'])
  atLeast(1, settings, ['maxLifetime', 'maxUses', 'createTimeout'])
  if (settings.autoSize !== undefined) {
    atLeast(settings.max, settings.autoSize, ['ceiling'])
    atLeast(1, settings.autoSize, ['waitAbove'])
  }
  return settings
}

/** Throws a GraphError USAGE for sizes that cannot be. */
export const checkSize = ({ min, max }: { readonly min: number; readonly max: number }): void => {
  if (!Number.isInteger(max) || max < 1) throw wrong('max', 'a whole number from 1', max)
  if (!Number.isInteger(min) || min < 0 || min > max) throw wrong('min', `a whole number from 0 to max (${max})`, min)
}

const atLeast = <K extends string>(least: number, given: Readonly<Record<K, number>>, names: readonly K[]): void => {
  for (const name of names) if (!(given[name] >= least)) throw wrong(name, `a number from ${least}`, given[name])
}

const wrong = (name: string, wanted: string, value: unknown): GraphError =>
  new GraphError('USAGE', `the pool's ${name} must be ${wanted}, not ${String(value)}`)
