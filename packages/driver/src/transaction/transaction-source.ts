import { amend, GraphError, type QueryRequest } from '@motif/core'
import type { Connection, Page, RunReply, Tail } from '../connection.ts'
import type { Loaded } from '../engine-slot.ts'
import { report } from '../error/report.ts'
import type { QueryTrace } from '../observe/query-trace.ts'
import { goesOn } from '../stream/goes-on.ts'
import type { Source, Stopped } from '../stream/source.ts'
import { ignore } from '../stream/wait.ts'

export interface TransactionSourceSettings {
  readonly loaded: Loaded
  readonly connection: Connection
  readonly fetch: number | undefined
  /** Runs a task when those issued before it have ended. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>
  /** Called when it is its turn; throws when the transaction has failed meanwhile. */
  readonly start: () => void
  readonly onFailure: (failure: GraphError) => void
  readonly trace: QueryTrace | undefined
}

/** A statement inside a transaction: waits for its turn, and takes the transaction down when it fails. */
export class TransactionSource implements Source {
  readonly #request: QueryRequest
  readonly #settings: TransactionSourceSettings
  readonly #decoder: ((rows: readonly unknown[]) => void) | undefined
  #phase: 'waiting' | 'sent' | 'stopped' = 'waiting'

  constructor(request: QueryRequest, settings: TransactionSourceSettings) {
    this.#request = request
    this.#settings = settings
    this.#decoder = settings.loaded.codec.decoder(request.columns)
  }

  async open(): Promise<RunReply> {
    const { text, access, params, parameters, columns } = this.#request
    const { loaded, connection, fetch, inTurn, start, trace } = this.#settings
    const encoded = loaded.codec.encode(params, parameters)
    return inTurn(async () => {
      if (this.#phase === 'stopped') throw givenUp()
      start()
      this.#phase = 'sent'
      trace?.toldSent()
      return connection.run({ text, params: encoded, access, columns, fetch })
    })
  }

  pull(cursor: number): Promise<Page> {
    return this.#settings.connection.pull({ cursor, fetch: this.#settings.fetch })
  }

  discard(cursor: number): Promise<Tail | undefined> {
    return this.#settings.connection.discard(cursor)
  }

  decode(rows: readonly unknown[]): void {
    this.#decoder?.(rows)
  }

  ended(failure: GraphError | undefined): undefined {
    if (failure !== undefined) this.#settings.onFailure(failure)
  }

  stop(): Stopped {
    const { connection, loaded } = this.#settings
    const running = this.#phase === 'sent'
    this.#phase = 'stopped'
    if (running && loaded.engine.capabilities.cancel) connection.interrupt().catch(ignore)
    return { outcome: 'rolled back', after: `${running ? goesOn(loaded.engine) : ''}its transaction is rolled back` }
  }

  /** Until the commit is sent, nothing of a transaction can stay. */
  report(error: unknown): GraphError {
    const failure = report(this.#settings.loaded.engine, error, this.#request)
    const open = failure.outcome === undefined || failure.outcome === 'unknown'
    return open ? amend(failure, { outcome: 'rolled back' }) : failure
  }
}

const givenUp = (): GraphError =>
  new GraphError('ABORTED', 'it was given up before it was its turn', { outcome: 'not sent' })
