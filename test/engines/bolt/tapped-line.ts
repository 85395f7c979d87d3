import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { type RequestName, RequestReader } from './request-reader.ts'

/** Where a line breaks at a request: the server never gets it, or its answer never comes back. */
export type Cut = 'request' | 'answer'

/** A way to a server on which requests are counted, and cut off. */
export class TappedLine implements AsyncDisposable {
  readonly port: number
  /** Every request that went over it since the last `forget`, in order. */
  requests: RequestName[] = []
  /** How often the client sent without having sent before since it last heard from the server. */
  flights = 0
  connections = 0
  /** Asked at each request whether the line breaks there. */
  onRequest: (name: RequestName) => Cut | undefined = () => undefined
  readonly #server: Server
  readonly #sockets: Set<Socket> = new Set()

  private constructor(server: Server) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port // a TCP server that listens has no other
  }

  /** To a port of 127.0.0.1. */
  static async to(port: number): Promise<TappedLine> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const line = new TappedLine(server)
    server.on('connection', (client) => line.#join(client, connect(port, '127.0.0.1')))
    return line
  }

  get url(): string {
    return `bolt://127.0.0.1:${this.port}`
  }

  /** Counts from here on. */
  forget(): void {
    this.requests = []
    this.flights = 0
  }

  count(name: RequestName): number {
    return this.requests.filter((each) => each === name).length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(client: Socket, server: Socket): void {
    const reader = new RequestReader()
    let [clientSpoke, mute] = [false, false]
    this.connections++
    this.#tie(client, server)
    this.#tie(server, client)
    client.on('data', (bytes: Buffer) => {
      const cuts = reader.read(bytes).map((name) => this.#note(name))
      if (!clientSpoke) this.flights++
      clientSpoke = true
      if (cuts.includes('request')) return void client.resetAndDestroy()
      mute ||= cuts.includes('answer')
      server.write(bytes)
    })
    server.on('data', (bytes: Buffer) => {
      clientSpoke = false
      reader.heard(bytes)
      if (mute) client.resetAndDestroy()
      else client.write(bytes)
    })
  }

  #tie(socket: Socket, other: Socket): void {
    this.#sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#sockets.delete(socket)
      other.destroy()
    })
  }

  #note(name: RequestName): Cut | undefined {
    this.requests.push(name)
    return this.onRequest(name)
  }
}
