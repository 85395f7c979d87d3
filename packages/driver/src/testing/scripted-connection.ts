import type { Socket } from 'node:net'
import { inspect, isDeepStrictEqual } from 'node:util'
import { Dechunker } from '../bolt/chunk.ts'
import { tag } from '../bolt/message/tag.ts'
import { PackReader } from '../bolt/packstream/reader.ts'
import { PackWriter } from '../bolt/packstream/writer.ts'
import type { Features } from '../bolt/version.ts'
import {
  success,
  type Conversation,
  type Exchange,
  type ReceivedRequest,
  type RequestName,
  type ScriptedReply,
} from './script.ts'

const names: ReadonlyMap<number, RequestName> = new Map(
  Object.entries(tag).map(([name, byte]) => [byte, name.toUpperCase() as RequestName]), // those of answers never come
)

/** Answered as every server does where the script expects something else. */
const usual: Partial<Record<RequestName, readonly ScriptedReply[]>> = {
  HELLO: [success({ server: 'Neo4j/5.26.0', connection_id: 'scripted' })],
  LOGON: [success()],
  LOGOFF: [success()],
  RESET: [success()],
  GOODBYE: [{ cut: 'end' }],
}

/** How a scripted connection begins. */
export interface Beginning {
  readonly features: Features
  /** Sent for the client's proposal. */
  readonly greeting: Uint8Array
  /** Bytes with which the client then says what it chose. */
  readonly choice: number
}

/** One connection of a scripted server. */
export class ScriptedConnection {
  readonly received: ReceivedRequest[] = []
  /** The first thing that went against the script. */
  problem: string | undefined
  readonly #socket: Socket
  readonly #beginning: Beginning
  readonly #conversation: Conversation
  readonly #chunks: Dechunker = new Dechunker(2 ** 30)
  readonly #reader: PackReader
  readonly #writer: PackWriter
  /** Bytes of the handshake that are next. */
  readonly #awaited: number[]
  /** Exchanges that are over. */
  #at = 0
  /** It was cut, or will be: what still comes is not read. */
  #over = false
  #replying: Promise<void> = Promise.resolve()

  constructor(socket: Socket, beginning: Beginning, conversation: Conversation) {
    this.#socket = socket
    this.#beginning = beginning
    this.#conversation = conversation
    this.#reader = new PackReader(beginning.features)
    this.#writer = new PackWriter(beginning.features)
    this.#awaited = beginning.choice === 0 ? [20] : [20, beginning.choice]
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.#take(bytes))
    // The client may go whenever it likes.
    socket.on('error', () => undefined)
  }

  /** What the script still expects. */
  get missing(): string | undefined {
    const next = typeof this.#conversation === 'function' ? undefined : this.#conversation[this.#at]
    return next === undefined ? undefined : `${nameOf(next)} never came`
  }

  #take(bytes: Buffer): void {
    const chunks = this.#chunks
    for (let at = 0; at < bytes.length; ) {
      const count = bytes.copy(chunks.space(), 0, at)
      chunks.filled(count)
      at += count
      if (this.#shakenHands()) while (!this.#over && chunks.next()) this.#request()
    }
  }

  #shakenHands(): boolean {
    for (;;) {
      const [count] = this.#awaited
      if (count === undefined) return true
      if (this.#chunks.unread.length < count) return false
      this.#awaited.shift()
      this.#chunks.skip(count)
      if (count === 20) this.#socket.write(this.#beginning.greeting)
    }
  }

  #request(): void {
    const { bytes, start, end } = this.#chunks
    const reader = this.#reader
    reader.reset(bytes, start, end)
    const which = reader.messageTag()
    const fields: unknown[] = []
    while (!reader.atEnd) fields.push(reader.value())
    const request = { name: names.get(which) ?? (`0x${which.toString(16)}` as RequestName), fields } // for the error alone
    this.received.push(request)
    const replies = this.#repliesTo(request)
    this.#over = replies === undefined || replies.some((reply) => 'cut' in reply)
    if (replies !== undefined) this.#replying = this.#replying.then(() => this.#send(replies))
    else this.#socket.destroy()
  }

  #repliesTo(request: ReceivedRequest): readonly ScriptedReply[] | undefined {
    if (typeof this.#conversation === 'function') return this.#conversation(request)
    const next = this.#conversation[this.#at]
    if (next !== undefined && matches(next, request)) {
      this.#at++
      return next.slice(1) as readonly ScriptedReply[] // all but the first
    }
    const replies = usual[request.name]
    if (replies === undefined || (next !== undefined && nameOf(next) === request.name)) {
      const came = `${request.name} ${request.fields.map((field) => inspect(field)).join(' ')}`
      this.problem = `${came} came where ${next === undefined ? 'nothing more' : wanted(next)} was expected`
      return undefined
    }
    return replies
  }

  async #send(replies: readonly ScriptedReply[]): Promise<void> {
    const socket = this.#socket
    for (const reply of replies) {
      if ('until' in reply) await reply.until
      else if ('bytes' in reply) socket.write(reply.bytes)
      else if ('tag' in reply) socket.write(this.#packed(reply.tag, reply.fields))
      else if (reply.cut === 'end') socket.end()
      else socket.resetAndDestroy()
    }
  }

  #packed(which: number, fields: readonly unknown[]): Uint8Array {
    const writer = this.#writer
    writer.begin(which, fields.length)
    for (const field of fields) writer.value(field)
    writer.end()
    return writer.take()
  }
}

const nameOf = ([request]: Exchange): RequestName => (typeof request === 'string' ? request : request[0])

const wanted = ([request]: Exchange): string =>
  typeof request === 'string' ? request : request.map((each, at) => (at === 0 ? each : inspect(each))).join(' ')

const matches = ([wanted]: Exchange, { name, fields }: ReceivedRequest): boolean =>
  typeof wanted === 'string' ? wanted === name : isDeepStrictEqual(wanted, [name, ...fields])
