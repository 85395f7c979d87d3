import { channels } from './channels.ts'

const channel = channels['motif:connect']

/** For engines: called when a connection to a server is begun; calls back what it is to be told when that has ended. */
export const connecting = (server: string): ((error?: unknown) => void) => {
  const begun = performance.now()
  return (error) => {
    if (channel.hasSubscribers) channel.publish({ server, duration: performance.now() - begun, error })
  }
}
