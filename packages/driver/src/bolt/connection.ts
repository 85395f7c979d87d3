import { amend, GraphError } from '@motif/core'
import type {
  BeginRequest,
  CommitReply,
  Connection,
  Page,
  PullRequest,
  RunReply,
  RunRequest,
  SavepointRequest,
  Tail,
} from '../connection.ts'
import { answers } from './answers.ts'
import type { Channel } from './channel.ts'
import { Cursor, type CursorOwner } from './cursor.ts'
import { beginFields, pullFields, runFields, telemetryFields } from './message/fields.ts'
import { tag } from './message/tag.ts'
import { Reply } from './reply.ts'
import { textOf } from './tail.ts'

/** What a connection is made of, and who is told what happens on it. */
export interface BoltConnectionSettings {
  readonly channel: Channel
  /** Rows per batch where the caller names no number; -1 for all at once. */
  readonly fetchSize: number
  readonly prefetch: boolean
  readonly telemetry: boolean
  /** The home database, where routing has told it. */
  readonly database: string | undefined
  /** Hands the channel back, ready to be used again or to be thrown away. */
  readonly giveBack: (channel: Channel, reusable: boolean) => void
  /** What the caller is told of a failure, once those who have to know were told. */
  readonly explain: (error: unknown) => unknown
  readonly onDatabase: (name: string) => void
}

/** The doors as TELEMETRY counts them. */
const doors = { managed: 0, unmanaged: 1, autocommit: 2 }

/**
 * One line of work on one channel. BEGIN is kept back and sent together with the first statement; a statement and the
 * request for its first rows go out together.
 */
export class BoltConnection implements Connection, CursorOwner {
  readonly channel: Channel
  readonly #settings: BoltConnectionSettings
  /** Not yet sent. */
  #begin: BeginRequest | undefined
  #inTransaction = false
  #writes = false
  #database: string | undefined
  #failure: unknown
  /** What the caller is told of it: whoever has to know is told once, of however many requests it is the reason. */
  #told: unknown
  #cursors: Map<number, Cursor> | undefined
  #made = 0
  #released = false

  constructor(settings: BoltConnectionSettings) {
    this.#settings = settings
    this.channel = settings.channel
    this.#database = settings.database
  }

  get database(): string | undefined {
    return this.#database
  }

  get latest(): number {
    return this.#made
  }

  get failure(): unknown {
    return this.#failure
  }

  async begin(request: BeginRequest): Promise<void> {
    this.#begin = request
  }

  run({ text, params, access, columns, fetch = this.#settings.fetchSize, autocommit }: RunRequest): Promise<RunReply> {
    const { channel } = this
    const { features } = channel
    this.#writes = access !== 'read'
    const cursor = new Cursor(this, { id: ++this.#made, fetch, prefetch: this.#settings.prefetch, columns })
    if (this.#begin !== undefined) this.#sendBegin(this.#begin)
    else if (autocommit !== undefined) this.#count(autocommit)
    const transaction = autocommit && this.#fieldsOf(autocommit)
    channel.send(tag.run, runFields(features, { text, params, transaction }), cursor)
    channel.send(tag.pull, pullFields(fetch, undefined), cursor)
    channel.flush()
    return this.#reply(cursor)
  }

  async pull({ cursor, fetch = this.#settings.fetchSize }: PullRequest): Promise<Page> {
    const open = this.#cursors?.get(cursor)
    if (open === undefined) throw (await this.#told) ?? notOpen()
    const page = await open.pull(fetch)
    if (page.tail !== undefined) this.#cursors?.delete(cursor)
    return page
  }

  async discard(cursor: number): Promise<Tail | undefined> {
    const open = this.#cursors?.get(cursor)
    this.#cursors?.delete(cursor)
    // One that went with its transaction ends as that did.
    if (open === undefined && this.#failure !== undefined) throw await this.#told
    return open?.discard()
  }

  async commit(): Promise<CommitReply> {
    if (this.#begin !== undefined) {
      this.#begin = undefined
      return {}
    }
    this.#inTransaction = false
    const before = this.channel.broken
    if (before !== undefined) throw amend(before, { outcome: 'rolled back' })
    try {
      const metadata = await this.#ask(tag.commit)
      return { bookmark: textOf(metadata['bookmark']) }
    } catch (error) {
      // The server may have committed before the connection broke.
      throw error instanceof GraphError && error.engineCode === undefined && this.channel.broken !== undefined
        ? amend(error, { outcome: 'unknown', retryable: false })
        : error
    }
  }

  async rollback(): Promise<void> {
    this.#begin = undefined
    if (!this.#inTransaction) return
    await this.#discardAll()
    this.#inTransaction = false
    // A failed or broken one was rolled back by the server.
    if (this.channel.broken === undefined && !this.channel.failed) await this.#ask(tag.rollback)
  }

  savepoint({ action }: SavepointRequest): Promise<void> {
    const message = `Bolt knows no savepoints: cannot ${action} one`
    return Promise.reject(new GraphError('UNSUPPORTED_FEATURE', message, { outcome: 'not sent' }))
  }

  async interrupt(): Promise<void> {
    await this.channel.reset()
    this.#begin = undefined
    this.#inTransaction = false
  }

  release(): Promise<void> | undefined {
    const { channel } = this
    if (this.#released) return undefined // by then it may be somebody else's
    this.#released = true
    this.#begin = undefined
    if (
      channel.broken === undefined &&
      (channel.failed || channel.pending > 0 || this.#inTransaction || this.#anyOpen)
    ) {
      return this.#resetAndGiveBack()
    }
    this.#settings.giveBack(channel, channel.broken === undefined)
    return undefined
  }

  explain(error: unknown): unknown {
    if (error === this.#failure) return this.#told
    const told = this.#explain(error)
    if (this.#failure === undefined) {
      this.#failure = error
      this.#told = told
    }
    return told
  }

  #explain(error: unknown): unknown {
    if (error instanceof GraphError && error.code === 'CONNECTION' && error.outcome === undefined) {
      const maybe = this.#writes && !this.#inTransaction
      return this.#settings.explain(amend(error, { outcome: maybe ? 'unknown' : 'rolled back' }))
    }
    return this.#settings.explain(error)
  }

  ran(database: string | undefined): void {
    if (database === undefined) return
    this.#database = database
    this.#settings.onDatabase(database)
  }

  get #anyOpen(): boolean {
    if (this.#cursors !== undefined) for (const cursor of this.#cursors.values()) if (cursor.open) return true
    return false
  }

  async #reply(cursor: Cursor): Promise<RunReply> {
    const reply = await cursor.reply()
    if (reply.page.tail === undefined) (this.#cursors ??= new Map()).set(reply.cursor, cursor)
    return reply
  }

  #sendBegin(request: BeginRequest): void {
    const { channel } = this
    const fields = beginFields(channel.features, this.#fieldsOf(request))
    this.#count(request)
    this.#begin = undefined
    this.#inTransaction = true
    const reply = new Reply((error) => this.explain(error))
    // What failed comes with the statement that was sent behind it.
    reply.done.then(
      (metadata) => this.ran(textOf(metadata['db'])),
      () => undefined,
    )
    channel.send(tag.begin, fields, reply)
  }

  /** The server resolves a home database anew for each transaction; the client names the one its route leads to. */
  #fieldsOf(request: BeginRequest): BeginRequest {
    const { database } = this.#settings
    return database === undefined || request.database !== undefined ? request : { ...request, database }
  }

  #count({ door }: BeginRequest): void {
    const { channel } = this
    if (!this.#settings.telemetry || door === undefined || !channel.features.telemetry) return
    if (channel.hints['telemetry.enabled'] !== true) return
    channel.send(tag.telemetry, telemetryFields(doors[door]), new Reply(undefined))
  }

  async #ask(which: number): Promise<Readonly<Record<string, unknown>>> {
    const reply = new Reply((error) => this.explain(error))
    this.channel.send(which, [], reply)
    this.channel.flush()
    return reply.done
  }

  async #discardAll(): Promise<void> {
    const open = [...(this.#cursors?.values() ?? [])].filter((cursor) => cursor.open)
    this.#cursors?.clear()
    await Promise.all(open.map((cursor) => cursor.discard().catch(() => undefined)))
  }

  async #resetAndGiveBack(): Promise<void> {
    const { channel } = this
    const reusable = await answers(channel)
    this.#settings.giveBack(channel, reusable)
  }
}

const notOpen = (): GraphError =>
  new GraphError('PROTOCOL', 'rows were asked for of a result that is not open', { fault: 'engine' })
