import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ServerCertificate } from '../certificates.ts'
import { type Configuration, configurationText } from './configuration.ts'

/** The folder of one server: its configuration, plugins, certificates and data. */
export interface Home {
  readonly folder: string
  readonly conf: string
  /** It has no data yet. */
  readonly fresh: boolean
}

/** A server's own certificate, and the authority of its clients, where it looks for them. */
const layTls = (folder: string, tls: ServerCertificate): void => {
  for (const inside of ['trusted', 'revoked']) mkdirSync(join(folder, inside), { recursive: true })
  cpSync(tls.key, join(folder, 'private.key'))
  cpSync(tls.certificate, join(folder, 'public.crt'))
  if (tls.clients !== undefined) cpSync(tls.clients, join(folder, 'trusted/clients.crt'))
}

const layPlugins = (folder: string, jars: readonly string[]): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const jar of jars) symlinkSync(jar, join(folder, basename(jar)))
}

/** Writes a server's folder; data that lies there stays. */
export const layHome = (folder: string, configuration: Configuration, plugins: readonly string[]): Home => {
  const conf = join(folder, 'conf')
  mkdirSync(conf, { recursive: true })
  writeFileSync(join(conf, 'neo4j.conf'), configurationText(configuration))
  layPlugins(join(folder, 'plugins'), plugins)
  if (configuration.tls !== undefined) layTls(join(folder, 'certificates'), configuration.tls)
  return { folder, conf, fresh: !existsSync(join(folder, 'data')) }
}
