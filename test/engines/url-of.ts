import { inject } from 'vitest'
import type { ServerKind } from '../../tools/servers/kinds.ts'

/** Where a server of this run is reached, with who asks. */
export const urlOf = (engine: ServerKind): string => {
  const server = inject('servers')[engine]
  if (server === undefined) throw new Error(`${engine} was not started`)
  const url = new URL(server.url)
  url.username = server.login?.user ?? ''
  url.password = server.login?.password ?? ''
  return url.href
}
