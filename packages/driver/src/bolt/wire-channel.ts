import { amend, GraphError, type ServerInfo } from '@motif/core'
import type { AuthToken } from '../auth.ts'
import { systemClock } from '../pool/clock.ts'
import { addressText, type Address } from './address.ts'
import { AnswerQueue } from './answer-queue.ts'
import type { Answer, Channel, ChannelOptions, Metadata } from './channel.ts'
import { connectionError } from './connection-error.ts'
import { failureOf } from './message/failure.ts'
import { logonFields } from './message/hello.ts'
import { tag } from './message/tag.ts'
import { PackReader } from './packstream/reader.ts'
import { protocolError } from './packstream/protocol-error.ts'
import { PackWriter } from './packstream/writer.ts'
import { Reset, type ResetHandler } from './reset.ts'
import { Silence } from './silence.ts'
import type { Features } from './version.ts'
import { whenAnswered, type Ending } from './when-answered.ts'
import type { Wire } from './wire.ts'

/** What the server told of itself in its answer to HELLO. */
export interface Greeting {
  readonly agent: string
  readonly connectionId: string
  readonly hints: Metadata
  /** The version's row, changed by what was agreed to. */
  readonly features: Features
}

/** A channel over a wire on which a version was agreed. */
export class WireChannel implements Channel {
  readonly address: Address
  readonly openedAt: number
  onBroken: ((error: GraphError) => void) | undefined
  readonly #wire: Wire
  readonly #clock: NonNullable<ChannelOptions['clock']>
  readonly #answers: AnswerQueue = new AnswerQueue()
  #reader: PackReader
  #writer: PackWriter
  #features: Features
  #server: ServerInfo
  #connectionId = ''
  #hints: Metadata = {}
  #auth: AuthToken
  #loggedOnAt: number
  #broken: GraphError | undefined
  #failed = false
  #heardAt: number
  /** When the first of the requests that are pending was made. */
  #askedAt = 0
  #silence: Silence | undefined
  #reset: Reset | undefined
  #closed: Promise<void> | undefined

  constructor(wire: Wire, features: Features, { address, auth, clock = systemClock }: ChannelOptions) {
    this.address = address
    this.#wire = wire
    this.#clock = clock
    this.#features = features
    this.#reader = new PackReader(features)
    this.#writer = new PackWriter(features)
    this.#server = { address: addressText(address), agent: '', protocolVersion: features.version }
    this.#auth = auth
    this.openedAt = this.#heardAt = this.#loggedOnAt = clock.now()
    wire.onRead = this.#read
    wire.onLost = (cause) => this.destroy(connectionError(address, 'is not connected any more', cause))
  }

  get server(): ServerInfo {
    return this.#server
  }

  get connectionId(): string {
    return this.#connectionId
  }

  get features(): Features {
    return this.#features
  }

  get hints(): Metadata {
    return this.#hints
  }

  get auth(): AuthToken {
    return this.#auth
  }

  get loggedOnAt(): number {
    return this.#loggedOnAt
  }

  get broken(): GraphError | undefined {
    return this.#broken
  }

  get failed(): boolean {
    return this.#failed
  }

  get pending(): number {
    return this.#answers.size
  }

  get heardAt(): number {
    return this.#heardAt
  }

  /** Takes in what the server told of itself; called once, before the channel is handed out. */
  greeted({ agent, connectionId, hints, features }: Greeting): void {
    this.#server = { ...this.#server, agent }
    this.#connectionId = connectionId
    this.#hints = hints
    if (features !== this.#features) {
      this.#features = features
      this.#reader = new PackReader(features)
      this.#writer = new PackWriter(features)
    }
    const limit = hints['connection.recv_timeout_seconds']
    if (typeof limit === 'number' && limit > 0) this.#silence = this.#listen(limit * 1000)
  }

  send(which: number, fields: readonly unknown[], answer: Answer): void {
    if (this.#broken !== undefined) {
      answer.lost(this.#broken)
      return
    }
    const writer = this.#writer
    writer.begin(which, fields.length)
    try {
      for (const field of fields) writer.value(field)
    } catch (error) {
      writer.rewind()
      throw error
    }
    writer.end()
    if (this.#answers.size === 0) this.#askedAt = this.#clock.now()
    this.#answers.push(answer)
  }

  flush(): void {
    if (this.#broken !== undefined) return
    const bytes = this.#writer.take()
    if (bytes.length === 0) return
    this.#wire.write(bytes)
    this.#silence?.watch()
  }

  reset(): Promise<void> {
    const before = this.#reset
    // Nothing was asked since, so its answer is the answer to this one too.
    if (before !== undefined && this.#answers.last === before) return before.done
    const reset = new Reset(this.#resets)
    this.#reset = reset
    this.send(tag.reset, [], reset)
    this.flush()
    return reset.done
  }

  logon(auth: AuthToken): void {
    if (!this.#features.logon) {
      const message = `a connection of Bolt ${this.#features.version} keeps the user it was opened for`
      throw new GraphError('UNSUPPORTED_FEATURE', message, { outcome: 'not sent' })
    }
    const answer = whenAnswered((ending) => this.#loggedOn(ending))
    this.send(tag.logoff, [], answer)
    try {
      this.send(tag.logon, logonFields(auth), answer)
    } catch (cause) {
      // LOGOFF is packed already, and whoever came next would be nobody.
      this.destroy(new GraphError('CONNECTION', 'the next user of the connection cannot be told', { cause }))
      throw cause
    }
    this.#auth = auth
    this.#loggedOnAt = this.#clock.now()
  }

  close(): Promise<void> {
    if (this.#broken === undefined) {
      const writer = this.#writer
      writer.begin(tag.goodbye, 0)
      writer.end()
      this.#closed = this.#wire.end(writer.take())
      const error = new GraphError('CONNECTION', `the connection to ${addressText(this.address)} was closed`)
      this.#break(error, (answer) => answer.lost(error))
    }
    return this.#closed ?? Promise.resolve()
  }

  destroy(error: GraphError): void {
    this.#destroy(error, (answer) => answer.lost(error))
  }

  readonly #read = (): void => {
    this.#heardAt = this.#clock.now()
    const { chunks } = this.#wire
    try {
      while (this.#broken === undefined && chunks.next()) {
        this.#reader.reset(chunks.bytes, chunks.start, chunks.end)
        this.#take(this.#reader)
      }
    } catch (error) {
      this.destroy(this.#violation(error))
    }
  }

  /** One message. */
  #take(reader: PackReader): void {
    const which = reader.messageTag()
    const answer = this.#answers.first
    if (which === tag.record) {
      if (answer?.record === undefined) throw protocolError('a row that was not asked for')
      answer.record(reader)
      if (!reader.atEnd) throw protocolError('more than one row in a message')
      return
    }
    const metadata = reader.atEnd ? {} : mapOf(reader.value())
    if (!reader.atEnd) throw protocolError('more than belongs to an answer')
    if (answer === undefined) this.destroy(this.#unasked(which, metadata))
    else this.#summary(which, metadata, answer)
  }

  #summary(which: number, metadata: Metadata, answer: Answer): void {
    if (which !== tag.success && which !== tag.failure && which !== tag.ignored) {
      throw protocolError(`a message of an unknown kind (${which})`)
    }
    this.#answers.shift()
    if (which === tag.success) answer.success(metadata)
    else if (which === tag.ignored) answer.ignored()
    else {
      this.#failed = true
      answer.failure(failureOf(metadata))
    }
  }

  /** Servers that are short of something, or stop, may say so before they close the connection. */
  #unasked(which: number, metadata: Metadata): GraphError {
    if (which !== tag.failure) return this.#violation(protocolError('an answer to no question'))
    const cause = failureOf(metadata)
    return connectionError(this.address, 'gives the connection up', cause)
  }

  #violation(error: unknown): GraphError {
    const where = addressText(this.address)
    return error instanceof GraphError && error.code === 'PROTOCOL'
      ? amend(error, { message: `${where}: ${error.message}`, fault: 'engine' })
      : new GraphError('PROTOCOL', `an answer of ${where} could not be taken in`, { fault: 'engine', cause: error })
  }

  readonly #resets: ResetHandler = {
    ready: () => {
      this.#failed = false
    },
    refused: (cause) => {
      const error = new GraphError('CONNECTION', `${addressText(this.address)} did not reset the connection`, {
        fault: 'engine',
        retryable: true,
        cause,
      })
      this.destroy(error)
      return error
    },
    later: (reset) => (this.#reset === reset ? undefined : this.#reset?.done),
  }

  #loggedOn(ending: Ending): void {
    if (ending.how === 'success' || ending.how === 'lost') return
    const cause = ending.how === 'failure' ? ending.failure : undefined
    const message = `${addressText(this.address)} refused the user whom the connection was handed to`
    const error = new GraphError('CONNECTION', message, { cause })
    this.#destroy(error, (answer) => (cause === undefined ? answer.lost(error) : answer.failure(cause)))
  }

  #destroy(error: GraphError, tell: (answer: Answer) => void): void {
    this.#closed = this.#wire.destroy()
    if (this.#broken !== undefined) return
    this.#break(error, tell)
    this.onBroken?.(error)
  }

  #break(error: GraphError, tell: (answer: Answer) => void): void {
    this.#broken = error
    this.#silence?.dispose()
    for (const answer of this.#answers.clear()) {
      try {
        tell(answer)
      } catch {
        // The others must hear of it all the same, and the channel is of no use any more.
      }
    }
  }

  #listen(limit: number): Silence {
    return new Silence(limit, this.#clock, {
      since: () => (this.#answers.size === 0 ? undefined : Math.max(this.#askedAt, this.#heardAt)),
      notice: () => this.destroy(silent(this.address, limit)),
    })
  }
}

const silent = (address: Address, limit: number): GraphError =>
  new GraphError(
    'CONNECTION',
    `${addressText(address)} owes an answer and gave no sign of life for ${limit / 1000} s, the limit it set itself`,
    { fault: 'surroundings', retryable: true },
  )

const mapOf = (value: unknown): Metadata => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw protocolError('something else in the place of a map')
  }
  return value as Metadata // every other value of the reader has fields that are looked for and not found
}
