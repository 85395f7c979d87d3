import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** `asked`, or any port of 127.0.0.1 that nobody listens on; throws for one that is taken. */
export const freePort = async (asked = 0): Promise<number> => {
  const server = createServer().listen(asked, '127.0.0.1')
  await once(server, 'listening') // an error is thrown here
  const { port } = server.address() as AddressInfo // a TCP server that listens has one
  server.close()
  await once(server, 'close')
  return port
}
