import type { ServerCertificate } from '../certificates.ts'

/** What a server is configured for. */
export interface Configuration {
  readonly port: number
  readonly authentication: boolean
  readonly apoc: boolean
  readonly heap: string
  readonly tls: ServerCertificate | undefined
  /** Further lines of neo4j.conf, which win. */
  readonly config: Readonly<Record<string, string>>
}

const tlsLines = (tls: ServerCertificate | undefined): Record<string, string> =>
  tls === undefined
    ? {}
    : {
        'server.bolt.tls_level': 'REQUIRED',
        'dbms.ssl.policy.bolt.enabled': 'true',
        'dbms.ssl.policy.bolt.base_directory': 'certificates',
        'dbms.ssl.policy.bolt.private_key': 'private.key',
        'dbms.ssl.policy.bolt.public_certificate': 'public.crt',
        'dbms.ssl.policy.bolt.client_auth': tls.clients === undefined ? 'NONE' : 'REQUIRE',
      }

/** The text of neo4j.conf. */
export const configurationText = ({ port, authentication, apoc, heap, tls, config }: Configuration): string => {
  const lines: Record<string, string> = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.security.auth_enabled': String(authentication),
    'dbms.usage_report.enabled': 'false',
    'server.memory.heap.initial_size': heap,
    'server.memory.heap.max_size': heap,
    'server.memory.pagecache.size': '64m',
    // A quarter of a gigabyte for each database otherwise.
    'db.tx_log.preallocate': 'false',
    // A stop waits ten seconds for connections that are open otherwise.
    'internal.server.bolt.thread_pool_shutdown_wait_time': '0s',
    'internal.server.bolt.connection_shutdown_wait_time': '0s',
    ...(apoc ? { 'dbms.security.procedures.unrestricted': 'apoc.*' } : {}),
    ...tlsLines(tls),
    ...config,
  }
  return Object.entries(lines)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}
