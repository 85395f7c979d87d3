import {
  type ReceivedRequest,
  type ScriptedReply,
  type ScriptedServer,
  scriptedServer,
  success,
} from '@motif/driver/testing'
import { freePort } from '../../../../tools/servers/free-port.ts'
import { Changes } from './changes.ts'

/** Who writes and who reads, and for how many seconds that holds. */
interface Roles {
  readonly writers: readonly string[]
  readonly readers: readonly string[]
  readonly ttl: number
}

/** Servers that route and do nothing else. All give the same answer; what they answer may be changed at any time. */
export class Routers {
  readonly addresses: readonly string[]
  readonly #ports: readonly number[]
  readonly #running: Map<number, ScriptedServer> = new Map()
  readonly #changes: Changes = new Changes()
  #roles: Roles
  #asked = 0

  private constructor(ports: readonly number[], roles: Roles) {
    this.#ports = ports
    this.addresses = ports.map((port) => `127.0.0.1:${port}`)
    this.#roles = roles
  }

  static async start(count: number, roles: Roles): Promise<Routers> {
    const ports: number[] = []
    while (ports.length < count) ports.push(await freePort())
    const routers = new Routers(ports, roles)
    for (const which of ports.keys()) await routers.start(which)
    return routers
  }

  async start(which: number): Promise<void> {
    const port = this.#ports[which] as number // one that was given at the start
    this.#running.set(which, await scriptedServer({ port, connections: () => (request) => this.#answer(request) }))
  }

  /** Cuts its connections and stops listening. */
  async stop(which: number): Promise<void> {
    await this.#running.get(which)?.close()
    this.#running.delete(which)
  }

  async close(): Promise<void> {
    for (const which of this.#ports.keys()) await this.stop(which)
  }

  /** From now on they say this. */
  say(roles: Roles): void {
    this.#roles = roles
  }

  /** Waits until tables were given so many times more. */
  asked(times: number): Promise<void> {
    const before = this.#asked
    return this.#changes.until(() => this.#asked >= before + times)
  }

  #answer({ name }: ReceivedRequest): readonly ScriptedReply[] {
    if (name === 'HELLO') return [success({ server: 'Neo4j/5.26.0', connection_id: 'router' })]
    if (name === 'GOODBYE') return [{ cut: 'end' }]
    if (name !== 'ROUTE') return [success()]
    this.#asked++
    this.#changes.happened()
    const { writers, readers, ttl } = this.#roles
    const servers = [
      { role: 'ROUTE', addresses: this.addresses },
      { role: 'READ', addresses: readers },
      { role: 'WRITE', addresses: writers },
    ]
    return [success({ rt: { ttl, db: 'neo4j', servers } })]
  }
}
