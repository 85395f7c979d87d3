import dns from 'node:dns'
import { callbackify } from 'node:util'
import type { Conversation } from './conversation.ts'

/** Lets TestKit say what the names of hosts stand for, for all sockets of this process from now on. */
export const resolveNames = (talk: Conversation): void => {
  const lookup = callbackify(async (name: string): Promise<dns.LookupAddress[]> => {
    const { addresses } = await talk.ask('DomainNameResolutionRequired', { name })
    return (addresses as readonly string[]).map((address) => ({ address, family: 4 }))
  })
  // Sockets ask for all addresses, and in no other way.
  dns.lookup = ((name: string, _: unknown, done: Parameters<typeof lookup>[1]) =>
    lookup(name, done)) as typeof dns.lookup
}
