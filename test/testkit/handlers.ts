import type { Conversation } from './conversation.ts'
import { driverHandlers } from './driver-handlers.ts'
import { managerHandlers } from './manager-handlers.ts'
import type { Data, Message } from './protocol.ts'
import { resultHandlers } from './result-handlers.ts'
import { sessionHandlers } from './session-handlers.ts'
import { testHandlers } from './test-handlers.ts'
import { transactionHandlers } from './transaction-handlers.ts'

/** Answers one kind of request; without an answer where that comes later, or in another's place. */
export type Handler = (talk: Conversation, data: Data) => Message | undefined | Promise<Message | undefined>

export type Handlers = Readonly<Record<string, Handler>>

/** By the name of the request. */
export const handlers: Handlers = {
  ...testHandlers,
  ...driverHandlers,
  ...managerHandlers,
  ...sessionHandlers,
  ...transactionHandlers,
  ...resultHandlers,
}
