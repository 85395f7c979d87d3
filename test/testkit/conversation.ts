import type { Socket } from 'node:net'
import { AnsweredError } from './answered-error.ts'
import { driverError } from './driver-error.ts'
import { onRequest, respond } from './framing.ts'
import { handlers } from './handlers.ts'
import { Objects } from './objects.ts'
import { OpenDriver } from './open-driver.ts'
import type { Data, Message } from './protocol.ts'

/**
 * One test: TestKit opens a connection for each. Requests are taken as they come, never one after the other: while a
 * unit of work runs, or a callback is asked for, others belong to it.
 */
export class Conversation {
  readonly objects: Objects = new Objects()
  readonly #socket: Socket
  readonly #asked: Map<string, (data: Data) => void> = new Map()

  constructor(socket: Socket) {
    this.#socket = socket
    onRequest(socket, (request) => void this.#take(request))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#end())
  }

  /** Asks TestKit for something that the driver wants of its user. */
  ask(name: string, data: Data = {}): Promise<Data> {
    const id = this.objects.add(undefined)
    return new Promise((resolve) => {
      this.#asked.set(id, resolve)
      respond(this.#socket, name, { ...data, id })
    })
  }

  answer(name: string, data: unknown = {}): void {
    respond(this.#socket, name, data)
  }

  /** Says what went wrong. */
  refuse(error: unknown): void {
    if (error instanceof AnsweredError) this.answer(error.answer, error.data)
    else if (isFault(error)) this.answer('BackendError', { msg: error.stack })
    else this.answer('DriverError', driverError(error, this.objects))
  }

  async #take({ name, data }: Message): Promise<void> {
    const { requestId } = data
    const asked = this.#asked.get(String(requestId))
    if (asked !== undefined) {
      this.#asked.delete(String(requestId))
      asked(data)
      return
    }
    try {
      const handler = handlers[name]
      if (handler === undefined) throw new AnsweredError('BackendError', { msg: `nobody here knows ${name}` })
      const answer = await handler(this, data)
      if (answer !== undefined) this.answer(answer.name, answer.data)
    } catch (error) {
      this.refuse(error)
    }
  }

  #end(): void {
    for (const driver of this.objects.of(OpenDriver)) driver.abandon()
  }
}

/** Of this program, not of the driver. */
const isFault = (error: unknown): error is Error =>
  error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError
