import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { agreed, proposal, proposalLength } from './frames.ts'

/** A client stands before it as before the server; what the server said is kept. */
export interface Recorder {
  readonly port: number
  /** Everything the server sent on the last connection, but for the handshake. */
  recorded(): Buffer
  close(): Promise<void>
}

const handshaken = async (port: number): Promise<Socket> => {
  const server = dial({ port, host: '127.0.0.1' })
  server.write(proposal)
  const [reply] = (await once(server, 'data')) as [Buffer]
  if (!reply.equals(agreed)) throw new Error(`the server answers ${reply.toString('hex')} instead of Bolt 5.8`)
  return server
}

/** Stands between a client and a server, and makes both speak Bolt 5.8, so that a recording fits every client. */
export const recorder = async (serverPort: number): Promise<Recorder> => {
  let kept: Buffer[] = []
  const listener = createServer((client) => {
    void relay(client).catch(() => client.destroy())
  })
  const relay = async (client: Socket): Promise<void> => {
    const [first] = (await once(client, 'data')) as [Buffer]
    client.pause()
    const server = await handshaken(serverPort)
    kept = []
    client.write(agreed)
    if (first.length > proposalLength) server.write(first.subarray(proposalLength))
    server.on('data', (bytes: Buffer) => kept.push(bytes))
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy())
      one.pipe(other)
    }
  }
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port, // a TCP listener has one
    recorded: () => Buffer.concat(kept),
    close: async () => {
      listener.close()
      await once(listener, 'close')
    },
  }
}
