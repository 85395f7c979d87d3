import type { GraphError, QueryRequest } from '@motif/core'
import type { BeginRequest, Connection, Page, RunReply, Tail } from './connection.ts'
import type { EngineSlot, Loaded } from './engine-slot.ts'
import { report } from './error/report.ts'
import { goesOn } from './stream/goes-on.ts'
import type { Source, Stopped } from './stream/source.ts'
import { ignore } from './stream/wait.ts'

/** What an autocommit statement is sent with. */
export interface AutocommitSettings {
  readonly slot: EngineSlot
  readonly begin: BeginRequest
  readonly fetch: number | undefined
  /** Told the state of the graph after the statement. */
  readonly onBookmark?: ((bookmark: string) => void) | undefined
}

/** A statement that is its own transaction: takes a connection, and hands it back when the result is over. */
export class AutocommitSource implements Source {
  readonly #request: QueryRequest
  readonly #settings: AutocommitSettings
  #loaded: Loaded | undefined
  #connection: Connection | undefined
  #decoder: ((rows: readonly unknown[]) => void) | undefined
  #phase: 'waiting' | 'running' | 'replied' | 'stopped' = 'waiting'

  constructor(request: QueryRequest, settings: AutocommitSettings) {
    this.#request = request
    this.#settings = settings
  }

  async open(): Promise<RunReply> {
    const { slot, begin, fetch } = this.#settings
    const { text, access, params, parameters, columns } = this.#request
    this.#loaded = slot.loaded ?? (await slot.load())
    const { engine, codec } = this.#loaded
    const encoded = codec.encode(params, parameters)
    this.#decoder = codec.decoder(columns)
    const acquired = engine.acquire(begin)
    this.#connection = acquired instanceof Promise ? await acquired : acquired
    // The caller may have given up while a connection was waited for.
    if (this.#phase === 'stopped') throw new Error('given up before it was sent')
    this.#phase = 'running'
    const reply = await this.#connection.run({ text, params: encoded, access, columns, fetch, autocommit: begin })
    if (this.#phase === 'running') this.#phase = 'replied'
    this.#note(reply.page.tail)
    return reply
  }

  async pull(cursor: number): Promise<Page> {
    const page = await this.#held.pull({ cursor, fetch: this.#settings.fetch })
    this.#note(page.tail)
    return page
  }

  async discard(cursor: number): Promise<Tail | undefined> {
    const tail = await this.#held.discard(cursor)
    this.#note(tail)
    return tail
  }

  decode(rows: readonly unknown[]): void {
    this.#decoder?.(rows)
  }

  ended(): Promise<void> | undefined {
    return this.#connection?.release()
  }

  stop(): Stopped {
    const phase = this.#phase
    this.#phase = 'stopped'
    if (phase === 'waiting' || this.#loaded === undefined) return { outcome: 'not sent', after: 'it had not been sent' }
    const { engine } = this.#loaded
    if (engine.capabilities.cancel) this.#connection?.interrupt().catch(ignore)
    const going = phase === 'running' ? goesOn(engine) : ''
    if (this.#request.access === 'read') return { outcome: 'rolled back', after: `${going}it only reads` }
    if (phase === 'replied' && engine.capabilities.autocommitAt === 'first rows') {
      return { outcome: 'committed', after: 'what it wrote is committed, its rows were still being read' }
    }
    return { outcome: 'unknown', after: `${going}whether it is committed is not known` }
  }

  report(error: unknown): GraphError {
    return report(this.#loaded?.engine, error, this.#request)
  }

  get #held(): Connection {
    return this.#connection as Connection // rows are pulled only after open() has replied
  }

  #note(tail: Tail | undefined): void {
    if (tail?.bookmark !== undefined) this.#settings.onBookmark?.(tail.bookmark)
  }
}
