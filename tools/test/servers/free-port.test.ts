import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../servers/free-port.ts'

it('is one that can be listened on, and never one that is taken', async () => {
  const server = createServer().listen(await freePort(), '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  await expect(freePort((server.address() as AddressInfo).port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
