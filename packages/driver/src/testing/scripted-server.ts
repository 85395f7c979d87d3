import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { GraphError } from '@motif/core'
import { versions } from '../bolt/version.ts'
import type { Conversation, ReceivedRequest } from './script.ts'
import { ScriptedConnection, type Beginning } from './scripted-connection.ts'

/** What a scripted server says and does. */
export interface ServerScript {
  /** The version of Bolt it speaks; 5.4 when absent. From 5.7 on it is offered in a manifest. */
  readonly version?: string | undefined
  /** Sent for the client's proposal, instead of the choice of a version. */
  readonly greeting?: Uint8Array | undefined
  /** With encryption: its key and its certificate. */
  readonly tls?: TlsOptions | undefined
  /** Where it listens; a free one when absent. */
  readonly port?: number | undefined
  /**
   * One for each connection, in the order in which they are made; any further connection goes against the script. Or what
   * gives one for every connection, however many there are.
   */
  readonly connections: readonly Conversation[] | (() => Conversation)
}

/**
 * A server on 127.0.0.1 that speaks Bolt by a script, for what a real one cannot be made to do: to cut a connection at a
 * chosen moment, to fail with a chosen code, to fall silent. HELLO, LOGON, LOGOFF, RESET and GOODBYE are answered as
 * usual where the script does not name them. Close it when the test is over.
 *
 * Throws a GraphError USAGE for a version that is not spoken.
 *
 * @example
 * await using server = await scriptedServer({
 *   connections: [[['RUN', success({ fields: ['n'] })], ['PULL', record(1), cut()]]],
 * })
 * await connect(server.url).execute(…)   // is told that the connection was lost
 * server.check()
 */
export const scriptedServer = async (script: ServerScript): Promise<ScriptedServer> => {
  const server = new ScriptedServer(script)
  await server.open()
  return server
}

/** A server that was made by `scriptedServer`. */
export class ScriptedServer implements AsyncDisposable {
  readonly #script: ServerScript
  readonly #beginning: Beginning
  readonly #server: Server
  readonly #connections: ScriptedConnection[] = []
  readonly #sockets: Set<Socket> = new Set()
  #refused = 0

  constructor(script: ServerScript) {
    const { tls, greeting } = script
    this.#script = script
    this.#beginning = beginningOf(script.version ?? '5.4', greeting)
    this.#server = tls === undefined ? createServer() : createTlsServer(tls)
    this.#server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => this.#serve(socket))
  }

  async open(): Promise<void> {
    this.#server.listen(this.#script.port ?? 0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port // a TCP server that listens has no other
  }

  /** `bolt://127.0.0.1:port`, or `bolt+ssc:` with encryption. */
  get url(): string {
    return `${this.#script.tls === undefined ? 'bolt' : 'bolt+ssc'}://127.0.0.1:${this.port}`
  }

  /** What came on each connection, one after the other. */
  get received(): readonly (readonly ReceivedRequest[])[] {
    return this.#connections.map(({ received }) => received)
  }

  /** Throws a GraphError PROTOCOL where something went against the script, or did not come. */
  check(): void {
    const problems = this.#connections.flatMap(({ problem, missing }, at) => {
      const what = problem ?? missing
      return what === undefined ? [] : [`connection ${at + 1}: ${what}`]
    })
    const { connections } = this.#script
    const wanted = typeof connections === 'function' ? 0 : connections.length
    for (let at = this.#connections.length; at < wanted; at++) {
      problems.push(`connection ${at + 1} was never made`)
    }
    if (this.#refused > 0) problems.push(`${this.#refused} more connections were made than the script has`)
    if (problems.length > 0) throw new GraphError('PROTOCOL', `against the script: ${problems.join('; ')}`)
  }

  /** Cuts what is connected, and stops listening. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    if (!this.#server.listening) return
    this.#server.close()
    await once(this.#server, 'close')
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    const { connections } = this.#script
    const conversation = typeof connections === 'function' ? connections() : connections[this.#connections.length]
    if (conversation === undefined) {
      this.#refused++
      socket.destroy()
      return
    }
    this.#connections.push(new ScriptedConnection(socket, this.#beginning, conversation))
  }
}

/** What the server sends first, and how much the client sends back before its first request. */
const beginningOf = (version: string, greeting: Uint8Array | undefined): Beginning => {
  const features = versions.find((each) => each.version === version)
  if (features === undefined) throw new GraphError('USAGE', `Bolt ${version} is not spoken`)
  if (greeting !== undefined) return { features, greeting, choice: 0 }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return Number(version) < 5.7
    ? { features, greeting: Uint8Array.of(0, 0, minor, major), choice: 0 }
    : { features, greeting: Uint8Array.of(0, 0, 1, 0xff, 1, 0, 0, minor, major, 0), choice: 5 }
}
