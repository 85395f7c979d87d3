import { channels } from './channels.ts'
import type { CloseEvent } from './events.ts'

const channel = channels['motif:close']

/** Says that a database was closed. */
export const tellClose = (event: CloseEvent): void => {
  if (channel.hasSubscribers) channel.publish(event)
}
