import { connect as connectSocket, isIP, type Socket, type TcpNetConnectOpts } from 'node:net'
import { connect as connectTls, type ConnectionOptions } from 'node:tls'
import type { ChannelOptions } from './channel.ts'
import type { Dechunker } from './chunk.ts'

/** What a wire needs to know of the options of a channel. */
export type WireOptions = Pick<ChannelOptions, 'address' | 'tls' | 'keepAlive'>

/** A socket that reads into the buffer of a dechunker, with TLS or without. */
export class Wire {
  /** Bytes were read. */
  onRead: () => void = () => undefined
  /** It is connected, with TLS where that was asked for. */
  onReady: () => void = () => undefined
  /** Called once, with the socket's error; with `undefined` when the server closed it. */
  onLost: ((cause: Error | undefined) => void) | undefined
  readonly chunks: Dechunker
  readonly #socket: Socket
  readonly #closed: Promise<void>

  constructor({ address, tls, keepAlive }: WireOptions, chunks: Dechunker) {
    const { host, port } = address
    this.chunks = chunks
    const onread: TcpNetConnectOpts['onread'] = {
      buffer: () => chunks.space(),
      callback: (count) => {
        chunks.filled(count)
        this.onRead()
        return true
      },
    }
    // `connect` of TLS passes `onread` on to the socket it makes; its type does not say so.
    const secure = { ...nameOf(host), ...tls, host, port, onread } as ConnectionOptions
    const socket = tls === undefined ? connectSocket({ host, port, onread }) : connectTls(secure)
    socket.setNoDelay(true)
    if (keepAlive) socket.setKeepAlive(true)
    socket.once(tls === undefined ? 'connect' : 'secureConnect', () => this.onReady())
    socket.on('error', (error) => this.#lose(error))
    socket.once('end', () => this.#lose(undefined))
    this.#closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#lose(undefined)
        resolve()
      })
    })
    this.#socket = socket
  }

  write(bytes: Uint8Array): void {
    this.#socket.write(bytes)
  }

  /** Whatever is written before the other calls of this turn goes out with them. */
  cork(): void {
    this.#socket.cork()
    process.nextTick(() => this.#socket.uncork())
  }

  /** Closes it once these last bytes are out. */
  end(bytes: Uint8Array): Promise<void> {
    // Servers need not close their side.
    this.#socket.end(bytes, () => this.#socket.destroy())
    return this.#closed
  }

  destroy(): Promise<void> {
    this.#socket.destroy()
    return this.#closed
  }

  #lose(cause: Error | undefined): void {
    const { onLost } = this
    this.onLost = undefined
    onLost?.(cause)
  }
}

/** Tells the server which of its certificates is wanted; an IP address is no name. */
const nameOf = (host: string): ConnectionOptions => (isIP(host) === 0 ? { servername: host } : {})
