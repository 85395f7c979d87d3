import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a server that counts the routing tables asked for on it. */
export class CountingLine implements AsyncDisposable {
  readonly port: number
  asked = 0
  readonly #server: ReturnType<typeof createServer>
  readonly #sockets: Set<Socket> = new Set()

  private constructor(server: ReturnType<typeof createServer>) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port // a TCP server that listens has no other
  }

  /** To a port of 127.0.0.1. */
  static async to(port: number): Promise<CountingLine> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const line = new CountingLine(server)
    server.on('connection', (client) => line.#join(client, connect(port, '127.0.0.1')))
    return line
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(client: Socket, server: Socket): void {
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from)
      from.on('error', () => undefined)
      from.on('close', () => to.destroy())
      from.pipe(to)
    }
    client.on('data', (bytes: Buffer) => (this.asked += routesIn(bytes)))
  }
}

/** How often a message of three fields begins there that is a ROUTE; no text of these tests looks like one. */
const routesIn = (bytes: Buffer): number => {
  let count = 0
  for (let at = bytes.indexOf('b366', 0, 'hex'); at !== -1; at = bytes.indexOf('b366', at + 2, 'hex')) count++
  return count
}
