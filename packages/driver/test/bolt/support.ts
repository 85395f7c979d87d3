import type { GraphError } from '@motif/core'
import type { Answer, Channel, ChannelOptions, Metadata } from '../../src/bolt/channel.ts'
import { openChannel } from '../../src/bolt/open-channel.ts'
import type { ServerFailure } from '../../src/bolt/server-failure.ts'
import { tag } from '../../src/bolt/message/tag.ts'
import { versions, type Features } from '../../src/bolt/version.ts'
import { scriptedServer, type Conversation } from '../../src/testing/index.ts'

/** The row of a version that is spoken. */
export const featuresOf = (version: string): Features => {
  const features = versions.find((each) => each.version === version)
  if (features === undefined) throw new Error(`Bolt ${version} is not spoken`)
  return features
}

/** Options for a channel to a server on this machine. */
export const optionsFor = (port: number, change: Partial<ChannelOptions> = {}): ChannelOptions => ({
  address: { host: '127.0.0.1', port },
  auth: { scheme: 'basic', principal: 'neo4j', credentials: 'top-secret' },
  tls: undefined,
  userAgent: 'test/1',
  routing: undefined,
  notifications: undefined,
  connectTimeout: 5_000,
  keepAlive: true,
  ...change,
})

export const open = (port: number, change: Partial<ChannelOptions> = {}): Promise<Channel> =>
  openChannel(optionsFor(port, change))

/** How the answer to a request ended. */
export type Seen =
  | { readonly how: 'success'; readonly rows: readonly unknown[]; readonly metadata: Metadata }
  | { readonly how: 'failure'; readonly failure: ServerFailure }
  | { readonly how: 'ignored' }
  | { readonly how: 'lost'; readonly error: GraphError }

/** Keeps whatever is answered; being told twice is an error that cannot be overlooked. */
export class Keeper implements Answer {
  readonly done: Promise<Seen>
  readonly seen: Seen[] = []
  readonly rows: unknown[] = []
  #resolve!: (seen: Seen) => void

  constructor() {
    this.done = new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  record(reader: Parameters<NonNullable<Answer['record']>>[0]): void {
    this.rows.push(reader.value())
  }

  success(metadata: Metadata): void {
    this.#keep({ how: 'success', rows: this.rows, metadata })
  }

  failure(failure: ServerFailure): void {
    this.#keep({ how: 'failure', failure })
  }

  ignored(): void {
    this.#keep({ how: 'ignored' })
  }

  lost(error: GraphError): void {
    this.#keep({ how: 'lost', error })
  }

  #keep(seen: Seen): void {
    this.seen.push(seen)
    this.#resolve(seen)
  }
}

/** Sends a request without flushing. */
export const ask = (channel: Channel, tag: number, ...fields: readonly unknown[]): Keeper => {
  const keeper = new Keeper()
  channel.send(tag, fields, keeper)
  return keeper
}

/** A channel whose server does this after HELLO. */
export const served = async (conversation: Conversation, change: Parameters<typeof open>[1] = {}) => {
  const server = await scriptedServer({ connections: [conversation] })
  const channel = await open(server.port, change)
  const broken: GraphError[] = []
  channel.onBroken = (error) => broken.push(error)
  return {
    server,
    channel,
    broken,
    [Symbol.asyncDispose]: async () => {
      await channel.close()
      await server.close()
    },
  }
}

export const run = (channel: Channel): Keeper => ask(channel, tag.run, 'RETURN 1', {}, {})
export const pull = (channel: Channel): Keeper => ask(channel, tag.pull, { n: -1 })

/** Time that passes when it is told to. */
export class ManualClock {
  #now = 1_000
  readonly #timers: Set<{ readonly at: number; readonly run: () => void }> = new Set()

  now(): number {
    return this.#now
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Timers that run. */
  get size(): number {
    return this.#timers.size
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds
    for (const timer of this.#timers) {
      if (timer.at > this.#now) continue
      this.#timers.delete(timer)
      timer.run()
    }
  }
}
