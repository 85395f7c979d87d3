import type { TestProject } from 'vitest/node'
import { kinds, type ServerKind } from '../../tools/servers/kinds.ts'
import type { Login, Server } from '../../tools/servers/server.ts'
import { servers } from './engines.ts'

/** How a server of this run is reached. */
export interface Reached {
  readonly url: string
  readonly login: Login | undefined
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The servers of this run. */
    servers: Partial<Readonly<Record<ServerKind, Reached>>>
  }
}

/** Starts the servers of this run before the first test; what is returned ends them after the last. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const started: Server[] = []
  const stop = async (): Promise<void> => void (await Promise.all(started.map((each) => each.stop())))
  try {
    const reached: Partial<Record<ServerKind, Reached>> = {}
    for (const kind of servers) {
      const server = await kinds[kind]({ report: (doing) => console.error(`… ${doing}`) })
      started.push(server)
      reached[kind] = { url: server.url, login: server.login }
    }
    provide('servers', reached)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}
