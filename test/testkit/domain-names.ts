import dns from 'node:dns'
import type { Conversation } from './conversation.ts'

/** Lets TestKit say what the names of hosts stand for, for all sockets of this process from now on. */
export const resolveNames = (talk: Conversation): void => {
  const lookup = async (name: string): Promise<readonly string[]> => {
    const { addresses } = await talk.ask('DomainNameResolutionRequired', { name })
    return addresses as readonly string[]
  }
  dns.lookup = ((
    name: string,
    options: dns.LookupOptions,
    done: (error: Error | null, ...found: unknown[]) => void,
  ) => {
    const family = 4
    lookup(name).then(
      (addresses) => {
        if (options.all === true)
          done(
            null,
            addresses.map((address) => ({ address, family })),
          )
        else done(null, addresses[0], family)
      },
      (error: unknown) => done(error as Error),
    )
  }) as typeof dns.lookup // the other ways to call it are not used by sockets
}
