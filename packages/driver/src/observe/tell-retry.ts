import { channels } from './channels.ts'
import type { RetryEvent } from './events.ts'

const channel = channels['motif:retry']

/** Says that some work is tried again. */
export const tellRetry = (event: RetryEvent): void => {
  if (channel.hasSubscribers) channel.publish(event)
}
