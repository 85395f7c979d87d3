import { GraphError, type Column } from '@motif/core'
import type { Page, RunReply, Tail } from '../connection.ts'
import type { Answer, Channel, Metadata } from './channel.ts'
import { discardFields, pullFields } from './message/fields.ts'
import { tag } from './message/tag.ts'
import type { PackReader } from './packstream/reader.ts'
import { rowReader, type RowReader } from './packstream/row-reader.ts'
import { partialRow } from './partial-row.ts'
import type { ServerFailure } from './server-failure.ts'
import { numberOf, tailOf, textOf } from './tail.ts'

/** What a result shares with the connection it came on. */
export interface CursorOwner {
  readonly channel: Channel
  /** What was said of the database by whatever began the transaction. */
  readonly database: string | undefined
  /** The id of the last cursor made: that one's result needs no naming. */
  readonly latest: number
  /** Why everything after it is ignored. */
  readonly failure: unknown
  /** Asked once for each failure: what the caller is told of it. */
  explain(error: unknown): unknown
  /** Told the database a statement ran in. */
  ran(database: string | undefined): void
}

export interface CursorSettings {
  readonly id: number
  readonly fetch: number
  /** Ask for the next rows while those before are being read. */
  readonly prefetch: boolean
  readonly columns: readonly Column[] | undefined
}

interface Waiter {
  readonly resolve: (page: Page) => void
  readonly reject: (error: unknown) => void
}

/** One result: the answers to its RUN and to every PULL and DISCARD that follows, at most one of them under way. */
export class Cursor implements Answer {
  readonly #owner: CursorOwner
  readonly #settings: CursorSettings
  #columns: readonly string[] | undefined
  #read: RowReader | undefined
  #qid: number | undefined
  #availableAfter: number | undefined
  #rows: unknown[] = []
  #anyRow = false
  #underWay = true
  #discarding = false
  /** Came before it was asked for. */
  #ready: Page | undefined
  /** Told once the rows that came before it were taken. */
  #failure: { readonly told: unknown } | undefined
  #waiter: Waiter | undefined
  #over = false

  constructor(owner: CursorOwner, settings: CursorSettings) {
    this.#owner = owner
    this.#settings = settings
  }

  /** Whether rows are left on the server, or may be. */
  get open(): boolean {
    return !this.#over
  }

  async reply(): Promise<RunReply> {
    const page = await this.#next()
    return { cursor: this.#settings.id, columns: this.#columns ?? [], page }
  }

  pull(fetch: number): Promise<Page> {
    if (!this.#underWay && this.#ready === undefined && this.#failure === undefined) this.#ask(fetch)
    return this.#next()
  }

  /** Gives up what is left; waits for the rows under way, since the server may have sent the last of them. */
  async discard(): Promise<Tail | undefined> {
    const ahead = this.#ready
    this.#ready = undefined
    this.#discarding = true
    if (ahead?.tail !== undefined) return ahead.tail
    if (this.#underWay || this.#failure !== undefined) {
      const { tail } = await this.#next()
      if (tail !== undefined) return tail
    }
    if (!this.open) return undefined
    const { channel } = this.#owner
    if (this.#refused()) return rejected(this.#owner.explain(this.#owner.failure))
    this.#underWay = true
    channel.send(tag.discard, discardFields(this.#name), this)
    channel.flush()
    return (await this.#next()).tail
  }

  record(reader: PackReader): void {
    this.#anyRow = true
    if (this.#discarding) return reader.skip()
    const { at } = reader
    try {
      this.#rows.push((this.#read as RowReader)(reader)) // RUN was answered before any record can come
    } catch (error) {
      if (error instanceof GraphError && error.code === 'PROTOCOL') throw error
      reader.reset(reader.bytes, at, reader.end)
      this.#rows.push(partialRow(reader, this.#columns ?? []))
    }
  }

  success(metadata: Metadata): void {
    if (this.#columns === undefined) this.#started(metadata)
    else this.#paged(metadata)
  }

  failure(failure: ServerFailure): void {
    this.#fail(failure)
  }

  ignored(): void {
    this.#fail(
      this.#owner.failure ??
        new GraphError('ABORTED', 'the statement was given up: the connection was reset', { outcome: 'rolled back' }),
    )
  }

  /** What failed before says more than that the server closed the connection then. */
  lost(error: GraphError): void {
    this.#fail(this.#owner.failure ?? error)
  }

  #started(metadata: Metadata): void {
    const { fields } = metadata
    this.#columns = Array.isArray(fields) ? (fields as readonly string[]) : [] // of a statement without rows
    this.#read = rowReader(this.#columns, this.#settings.columns)
    this.#qid = numberOf(metadata['qid'])
    this.#availableAfter = numberOf(metadata['t_first'])
    this.#owner.ran(textOf(metadata['db']))
  }

  #paged(metadata: Metadata): void {
    this.#underWay = false
    const rows = this.#rows
    this.#rows = []
    if (metadata['has_more'] === true) {
      this.#hand({ layout: 'records', rows, tail: undefined })
      return
    }
    this.#over = true
    this.#hand({ layout: 'records', rows, tail: this.#tail(metadata) })
  }

  #tail(metadata: Metadata): Tail {
    const { channel, database } = this.#owner
    return tailOf(metadata, {
      server: channel.server,
      database,
      availableAfter: this.#availableAfter,
      columns: this.#columns ?? [],
      anyRow: this.#anyRow,
    })
  }

  #hand(page: Page): void {
    const waiter = this.#waiter
    if (waiter === undefined) {
      this.#ready = page
      return
    }
    this.#waiter = undefined
    this.#goOn(page)
    waiter.resolve(page)
  }

  #next(): Promise<Page> {
    const page = this.#ready
    if (page !== undefined) {
      this.#ready = undefined
      this.#goOn(page)
      return Promise.resolve(page)
    }
    if (this.#failure !== undefined) return rejected(this.#failure.told)
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject }
    })
  }

  #goOn(page: Page): void {
    const more = page.tail === undefined && this.#failure === undefined
    if (more && this.#settings.prefetch && !this.#discarding) this.#ask(this.#settings.fetch)
  }

  #ask(fetch: number): void {
    const { channel, failure } = this.#owner
    if (this.#refused()) return this.#fail(failure)
    this.#underWay = true
    channel.send(tag.pull, pullFields(fetch, this.#name), this)
    channel.flush()
  }

  /** The server would ignore it: another statement of the transaction failed. */
  #refused(): boolean {
    const { channel, failure } = this.#owner
    return channel.failed && failure !== undefined
  }

  get #name(): number | undefined {
    return this.#owner.latest === this.#settings.id ? undefined : this.#qid
  }

  /** Rows that came before it are handed out first: it is told to whoever asks for more. */
  #fail(error: unknown): void {
    this.#over = true
    this.#underWay = false
    if (this.#failure !== undefined) return
    const told = this.#owner.explain(error)
    this.#failure = { told }
    const rows = this.#rows
    this.#rows = []
    if (rows.length > 0 && !this.#discarding) return this.#hand({ layout: 'records', rows, tail: undefined })
    const waiter = this.#waiter
    this.#waiter = undefined
    if (waiter !== undefined) rejected(told).catch(waiter.reject)
  }
}

/** `told` may be a promise of what is told. */
const rejected = async (told: unknown): Promise<never> => {
  throw await told
}
