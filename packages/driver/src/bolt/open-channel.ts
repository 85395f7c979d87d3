import { amend, GraphError } from '@motif/core'
import { systemClock } from '../pool/clock.ts'
import { addressText } from './address.ts'
import { boltAgent } from './bolt-agent.ts'
import type { Channel, ChannelOptions, Metadata } from './channel.ts'
import { Dechunker } from './chunk.ts'
import { connectionError } from './connection-error.ts'
import { proposal, readHandshake, type Agreement } from './handshake.ts'
import { helloFields, logonFields } from './message/hello.ts'
import { tag } from './message/tag.ts'
import type { Features } from './version.ts'
import { whenAnswered, type Ending } from './when-answered.ts'
import { WireChannel, type Greeting } from './wire-channel.ts'
import { Wire } from './wire.ts'

/** Bytes of the largest message that is taken in, where nothing else is said. */
const maxMessageSize = 256 * 2 ** 20

/**
 * Opens a connection to one server: socket, TLS, handshake, HELLO and LOGON, the last two in one flight.
 *
 * Rejects with a GraphError CONNECTION for a server that cannot be reached, is not trusted or does not answer in time,
 * with PROTOCOL for one that does not speak Bolt, with ABORTED, and with the ServerFailure of a server that refuses.
 */
export const openChannel = (options: ChannelOptions): Promise<Channel> =>
  new Promise((resolve, reject) => {
    if (options.signal?.aborted === true) reject(aborted(options))
    else new Opening(options, { resolve, reject })
  })

interface Settle {
  readonly resolve: (channel: Channel) => void
  readonly reject: (error: unknown) => void
}

/** One attempt, until it succeeds or is given up. */
class Opening {
  readonly #options: ChannelOptions
  readonly #settle: Settle
  readonly #wire: Wire
  readonly #stopClock: () => void
  /** What is waited for. */
  #stage: 'connection' | 'answer to the handshake' | 'answer to HELLO' = 'connection'
  #channel: WireChannel | undefined
  /** The server's answer to HELLO. */
  #greeting: Metadata = {}
  #over = false

  constructor(options: ChannelOptions, settle: Settle) {
    const { connectTimeout, signal, clock = systemClock } = options
    this.#options = options
    this.#settle = settle
    const wire = wireOf(options)
    this.#wire = wire
    this.#stopClock = clock.after(connectTimeout, this.#late, true)
    signal?.addEventListener('abort', this.#abort, { once: true })
    wire.onReady = () => {
      this.#stage = 'answer to the handshake'
    }
    wire.onRead = this.#handshake
    wire.onLost = (cause) => this.#fail(connectionError(options.address, words[this.#stage], cause))
    wire.write(proposal)
  }

  readonly #handshake = (): void => {
    const { chunks } = this.#wire
    const { unread } = chunks
    try {
      const agreement = readHandshake(unread, unread.length)
      if (agreement === undefined) return
      chunks.skip(agreement.end)
      this.#greet(agreement)
    } catch (error) {
      this.#fail(error)
    }
  }

  #greet({ features, answer }: Agreement): void {
    const { auth, userAgent, routing, notifications } = this.#options
    const wire = this.#wire
    this.#stage = 'answer to HELLO'
    wire.cork()
    if (answer.length > 0) wire.write(answer)
    const channel = new WireChannel(wire, features, this.#options)
    this.#channel = channel
    const hello = whenAnswered((ending) => {
      if (ending.how === 'success') this.#greeting = ending.metadata
      this.#answered(ending, !features.logon)
    })
    channel.send(tag.hello, helloFields(features, { userAgent, boltAgent, auth, routing, notifications }), hello)
    const logon = whenAnswered((ending) => this.#answered(ending, true))
    if (features.logon) channel.send(tag.logon, logonFields(auth), logon)
    channel.flush()
  }

  #answered(ending: Ending, last: boolean): void {
    if (ending.how === 'failure') this.#fail(ending.failure)
    else if (ending.how === 'lost') this.#fail(ending.error)
    else if (ending.how === 'ignored') this.#fail(new GraphError('PROTOCOL', 'the server ignored HELLO or LOGON'))
    else if (last) this.#succeed()
  }

  #succeed(): void {
    const channel = this.#channel
    if (channel === undefined || this.#over) return
    this.#finish()
    channel.greeted(greetingOf(this.#greeting, channel.features))
    this.#settle.resolve(channel)
  }

  #fail(error: unknown): void {
    if (this.#over) return
    this.#finish()
    const told = error instanceof GraphError ? this.#told(error) : error
    this.#wire.onLost = undefined
    if (this.#channel === undefined) void this.#wire.destroy()
    else this.#channel.destroy(error instanceof GraphError ? error : new GraphError('CONNECTION', 'not opened'))
    this.#settle.reject(told)
  }

  /** Whatever went wrong, nothing of the caller's was sent; errors of the handshake do not know the address. */
  #told(error: GraphError): GraphError {
    const where = addressText(this.#options.address)
    const known = error.message.includes(where) || error.code !== 'PROTOCOL'
    return amend(error, {
      outcome: 'not sent',
      ...(known ? {} : { message: `${where}: ${error.message}`, fault: 'engine' }),
    })
  }

  #finish(): void {
    this.#over = true
    this.#stopClock()
    this.#options.signal?.removeEventListener('abort', this.#abort)
  }

  readonly #abort = (): void => this.#fail(aborted(this.#options))

  readonly #late = (): void => {
    const { address, connectTimeout } = this.#options
    const message = `${addressText(address)} gave no ${this.#stage} within ${connectTimeout} ms`
    this.#fail(new GraphError('CONNECTION', message, { fault: 'surroundings', retryable: true }))
  }
}

const wireOf = (options: ChannelOptions): Wire => {
  try {
    return new Wire(options, new Dechunker(options.maxMessageSize ?? maxMessageSize))
  } catch (cause) {
    const where = addressText(options.address)
    throw new GraphError('USAGE', `${where} cannot be connected to with these options`, { outcome: 'not sent', cause })
  }
}

const words = {
  connection: 'cannot be reached',
  'answer to the handshake': 'did not answer the handshake',
  'answer to HELLO': 'did not answer HELLO',
}

const aborted = ({ address, signal }: ChannelOptions): GraphError =>
  new GraphError('ABORTED', `connecting to ${addressText(address)} was aborted`, {
    outcome: 'not sent',
    cause: signal?.reason,
  })

const greetingOf = ({ server, connection_id, hints, patch_bolt }: Metadata, features: Features): Greeting => ({
  agent: typeof server === 'string' ? server : '',
  connectionId: typeof connection_id === 'string' ? connection_id : '',
  hints: typeof hints === 'object' && hints !== null ? (hints as Metadata) : {}, // a map, whatever it holds
  features: Array.isArray(patch_bolt) && patch_bolt.includes('utc') ? { ...features, utcMoments: 'always' } : features,
})
