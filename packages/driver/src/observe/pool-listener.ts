import type { PoolEvent } from '../pool/event.ts'
import { channels } from './channels.ts'

const channel = channels['motif:pool']

/** For engines: what a pool that leads to this server is to tell its events. */
export const poolListener =
  (pool: string): ((event: PoolEvent) => void) =>
  (event) => {
    if (channel.hasSubscribers) channel.publish({ ...event, pool })
  }
