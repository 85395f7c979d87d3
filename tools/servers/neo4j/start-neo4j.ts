import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../../must.ts'
import type { ServerCertificate } from '../certificates.ts'
import { folders } from '../folders.ts'
import { freePort } from '../free-port.ts'
import { type Launched, launch } from '../launch.ts'
import type { Report, Server } from '../server.ts'
import { type Home, layHome } from './home.ts'
import { fetchProgram, type Program } from './program.ts'
import type { ReleaseName } from './release.ts'

/** How a Neo4j is started; every option may be left out. */
export interface Neo4jOptions {
  /** @defaultValue `'5.26'` */
  readonly version?: ReleaseName
  /** The password of the user neo4j, 8 characters or more; everybody is let in without one. */
  readonly password?: string | undefined
  /** A free one otherwise. */
  readonly port?: number | undefined
  /** With APOC's core; of 5.26 alone. */
  readonly apoc?: boolean
  /** @defaultValue `'512m'` */
  readonly heap?: string
  /** It lives for minutes: Java compiles quickly rather than well, which is twice as fast to begin with. */
  readonly brief?: boolean
  /** Keeps its data there, also after `stop`, so that it can be started again with it. */
  readonly dataDir?: string
  /** Takes TLS alone, with this certificate. */
  readonly tls?: ServerCertificate
  /** Lines of neo4j.conf. */
  readonly config?: Readonly<Record<string, string>>
  readonly report?: Report
}

/** What Neo4j asks of Java. */
const javaOptions = [
  '-XX:+UseG1GC',
  '-XX:-OmitStackTraceInFastThrow',
  '-Djdk.nio.maxCachedBufferSize=1024',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '-Dlog4j2.disable.jmx=true',
  ...['nio', 'io', 'util.concurrent'].map((name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`),
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
]

const setPassword = async ({ java, path }: Program, { folder, conf }: Home, password: string): Promise<void> => {
  const command = ['org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password]
  const env = { NEO4J_HOME: folder, NEO4J_CONF: conf }
  await must([java, quick, '-cp', path, ...command], folder, env)
}

/** The quick one of Java's two compilers alone. */
const quick = '-XX:TieredStopAtLevel=1'

const run = (
  { name, java, path, main }: Program,
  { folder, conf }: Home,
  { heap, brief }: { readonly heap: string; readonly brief: boolean },
): Promise<Launched> => {
  const memory = [`-Xms${heap}`, `-Xmx${heap}`, ...(brief ? [quick] : [])]
  const places = ['--console-mode', `--home-dir=${folder}`, `--config-dir=${conf}`]
  const command = [java, ...memory, ...javaOptions, '-cp', path, main, ...places] as const
  return launch({ name, command, ready: /Started\.\s*$/m })
}

/** A Neo4j Community server on 127.0.0.1, fetched at the first use; ready when this returns. */
export const startNeo4j = async (options: Neo4jOptions = {}): Promise<Server> => {
  const { version = '5.26', password, apoc = false, heap = '512m', dataDir, tls, config = {} } = options
  const { brief = false, report = () => {} } = options
  const program = await fetchProgram(version, apoc, report)
  const port = await freePort(options.port)
  const folder = dataDir ?? join(folders.data, `neo4j-${port}`)
  const clear = (): void => {
    if (dataDir === undefined) rmSync(folder, { recursive: true, force: true })
  }
  clear()
  const authentication = password !== undefined
  const home = layHome(folder, { port, authentication, apoc, heap, tls, config }, program.plugins)
  if (password !== undefined && home.fresh) await setPassword(program, home, password)
  report(`starting ${program.name}`)
  const launched = await run(program, home, { heap, brief })
  return {
    ...launched,
    url: `${tls === undefined ? 'bolt' : 'bolt+ssc'}://127.0.0.1:${port}`,
    port,
    login: password === undefined ? undefined : { user: 'neo4j', password },
    stop: async () => {
      await launched.stop()
      clear()
    },
  }
}
