import { createServer } from 'node:net'
import { Conversation } from './conversation.ts'

const port = Number(process.env['TEST_BACKEND_PORT'] ?? 9876)

createServer((socket) => new Conversation(socket)).listen(port, '127.0.0.1', () => {
  console.log(`TestKit finds its backend at 127.0.0.1:${port}`)
})
