import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Commits of which the callers are never to hear. */
interface Withheld {
  left: number
  readonly done: () => void
}

/** A way to a server that breaks when it is told to; it can be used again at once. */
export class BreakingLine {
  readonly address: string
  readonly #server: Server
  readonly #sockets: Set<Socket> = new Set()
  #withheld: Withheld | undefined

  private constructor(server: Server) {
    this.#server = server
    this.address = `127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server that listens has no other
  }

  /** To a port of 127.0.0.1. */
  static async to(port: number): Promise<BreakingLine> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const line = new BreakingLine(server)
    server.on('connection', (client) => line.#join(client, connect(port, '127.0.0.1')))
    return line
  }

  /** Keeps back what the server says of so many commits; then cuts every connection. */
  breakAfter(commits: number): Promise<void> {
    return new Promise((done) => {
      this.#withheld = { left: commits, done }
    })
  }

  async close(): Promise<void> {
    this.#cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(client: Socket, server: Socket): void {
    this.#tie(client, server)
    this.#tie(server, client)
    client.pipe(server)
    server.on('data', (bytes: Buffer) => {
      // The answer to a commit, and no other of a transaction, names a bookmark.
      if (this.#withheld !== undefined && bytes.includes('bookmark')) this.#withhold(this.#withheld)
      else client.write(bytes)
    })
  }

  #tie(socket: Socket, other: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#sockets.delete(socket)
      other.destroy()
    })
  }

  #withhold(withheld: Withheld): void {
    if (--withheld.left > 0) return
    this.#withheld = undefined
    this.#cut()
    withheld.done()
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}
