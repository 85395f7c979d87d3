// `pnpm server neo4j`: a real server on 127.0.0.1, fetched at the first use, gone with its data at Ctrl-C.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { kinds, type ServerKind } from './servers/kinds.ts'

const usage = `pnpm server ${Object.keys(kinds).join('|')} [--port 7687] [--password PASSWORD]`

const asked = (): { kind: ServerKind; port: number; password: string | undefined } => {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string', default: '7687' }, password: { type: 'string' } },
    allowPositionals: true,
  })
  const [kind = ''] = positionals
  const port = Number(values.port)
  if (!Object.hasOwn(kinds, kind)) throw new Error(kind === '' ? 'which server?' : `there is no server '${kind}'`)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`there is no port '${values.port}'`)
  return { kind: kind as ServerKind, port, password: values.password } // it is one of the keys
}

/** Says every few seconds that something long still goes on. */
const reporting = () => {
  const start = performance.now()
  const seconds = (): string => `${Math.round((performance.now() - start) / 1000)} s`
  let doing = ''
  const beat = setInterval(() => console.error(`… still ${doing} (${seconds()})`), 5_000)
  return {
    report: (what: string): void => {
      doing = what
      console.error(`… ${what}`)
    },
    stop: (): void => clearInterval(beat),
    seconds,
  }
}

const main = async (): Promise<void> => {
  const { kind, ...options } = asked()
  const progress = reporting()
  const server = await kinds[kind]({ ...options, report: progress.report }).finally(progress.stop)
  const { url, login, pid } = server
  console.log(`${kind} is up after ${progress.seconds()}: ${url}, process ${pid}`)
  console.log(login === undefined ? 'it lets everybody in' : `user ${login.user}, password ${login.password}`)
  console.log('Ctrl-C ends it and takes its data away')
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await server.stop()
}

await main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exitCode = 1
})
