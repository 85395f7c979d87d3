import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { folders } from './folders.ts'
import { freePort } from './free-port.ts'
import { launch } from './launch.ts'
import type { Report, Server } from './server.ts'
import { unpackWheel } from './wheel.ts'

/** How an ArcadeDB is started. */
export interface ArcadeOptions {
  /** A free one otherwise. */
  readonly port?: number | undefined
  /** Of the user root, 8 characters or more; it lets nobody in without one. */
  readonly password?: string | undefined
  readonly report?: Report
}

const wheel = { name: 'arcadedb-embedded', version: '26.10.2.post1', platform: 'manylinux_2_34_x86_64' }

const settingsOf = async (home: string, port: number, password: string): Promise<readonly string[]> =>
  Object.entries({
    'server.rootPath': home,
    'server.rootPassword': password,
    'server.defaultDatabases': 'graph[root]',
    'server.plugins': 'Bolt:com.arcadedb.bolt.BoltProtocolPlugin',
    'server.httpIncomingHost': '127.0.0.1',
    'server.httpIncomingPort': String(await freePort()),
    'bolt.host': '127.0.0.1',
    'bolt.port': String(port),
    'bolt.defaultDatabase': 'graph',
  }).map(([name, value]) => `-Darcadedb.${name}=${value}`)

/** An ArcadeDB server on 127.0.0.1, with a database `graph` over Bolt; its wheel brings its Java. */
export const startArcadedb = async (options: ArcadeOptions = {}): Promise<Server> => {
  const { password = 'arcade-pass', report = () => {} } = options
  const port = await freePort(options.port)
  const program = join(await unpackWheel(wheel, report), 'arcadedb_embedded')
  const home = join(folders.data, `arcadedb-${port}`)
  const clear = (): void => rmSync(home, { recursive: true, force: true })
  clear()
  mkdirSync(home, { recursive: true })
  report('starting ArcadeDB')
  const java = ['-Xmx512m', '--add-opens=java.base/java.nio=ALL-UNNAMED', ...(await settingsOf(home, port, password))]
  const main = ['-cp', join(program, 'jars/*'), 'com.arcadedb.server.ArcadeDBServer']
  const launched = await launch({
    name: 'ArcadeDB',
    command: [join(program, 'jre/bin/java'), ...java, ...main],
    cwd: home,
    ready: /ArcadeDB Server started/,
  })
  return {
    ...launched,
    url: `bolt://127.0.0.1:${port}`,
    port,
    login: { user: 'root', password },
    stop: async () => {
      await launched.stop()
      clear()
    },
  }
}
