import type { Channel } from './channel.ts'

/** Whether a connection that lay idle still has a server at its other end, which RESET makes ready for the next user. */
export const answers = (channel: Channel): Promise<boolean> =>
  channel.reset().then(
    () => true,
    () => false,
  )
