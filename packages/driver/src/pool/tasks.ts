import type { Signal } from '@motif/core'

/** What the pool cannot know of the things it keeps. */
export interface PoolTasks<T extends object> {
  /** Makes one. The signal fires when it is given up; what comes after that is destroyed. */
  create(signal: Signal): Promise<T>
  destroy(item: T): Promise<void>
  /** False for one that is never to be handed out again. Asked with every use: it looks, without waiting or throwing. */
  isUsable(item: T): boolean
  /** Asks the other side; only of what was idle for longer than `livenessAfter`. A rejection says no. */
  isAlive?(item: T): Promise<boolean>
}
