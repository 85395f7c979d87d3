import { channel, type Channel as NodeChannel } from 'node:diagnostics_channel'
import type { Events } from './events.ts'

/** A diagnostics channel that is told one kind of event. */
export interface Channel<Event> extends Pick<NodeChannel, 'hasSubscribers'> {
  publish(event: Event): void
}

const open = <N extends keyof Events>(name: N): Channel<Events[N]> => channel(name)

// Held here, since Node forgets a channel that nobody holds, with those who listen.
/** Where it is told what the driver does. Whoever publishes looks first whether anybody listens: it is free otherwise. */
export const channels: { readonly [N in keyof Events]: Channel<Events[N]> } = {
  'motif:acquire': open('motif:acquire'),
  'motif:connect': open('motif:connect'),
  'motif:send': open('motif:send'),
  'motif:first-row': open('motif:first-row'),
  'motif:last-row': open('motif:last-row'),
  'motif:error': open('motif:error'),
  'motif:retry': open('motif:retry'),
  'motif:commit': open('motif:commit'),
  'motif:rollback': open('motif:rollback'),
  'motif:close': open('motif:close'),
  'motif:pool': open('motif:pool'),
}
